#include "import/published_text.h"

#include <algorithm>

#include "base/text.h"
#include "import/labels.h"

namespace gov_report {
namespace {

class TextReader {
 public:
  TextReader(const PublishedPage& page, const Outline& outline,
             const ReportFormat& format, const TextFormat& words)
      : page_(page), outline_(outline), format_(format), words_(words) {}

  ReportText read() const {
    ReportText text;
    if (outline_.title) {
      ReportBlock title = block_of(page_.blocks[*outline_.title]);
      for (std::size_t i = 1; i < outline_.title_blocks; ++i) {
        const auto& runs = page_.blocks[*outline_.title + i].runs;
        title.runs.insert(title.runs.end(), runs.begin(), runs.end());
      }
      text.title = std::move(title);
    }
    const std::size_t first =
        outline_.sections.empty() ? outline_.end : outline_.sections[0].heading;
    if (outline_.title || page_.kind != PublishedPage::Kind::html) {
      add_blocks(outline_.preamble, first, false, text.preamble);
    }
    for (const OutlineSection& one : outline_.sections) {
      const auto own =
          std::ranges::find(format_.sections, one.id, &SectionFormat::id);
      ReportSection section;
      section.id = one.id;
      section.heading =
          std::string(trimmed(text_of(page_.blocks[one.heading])));
      section.place = place_of(page_, page_.blocks[one.heading]);
      add_blocks(one.heading + 1, one.end,
                 own->content == SectionFormat::Content::table, section.blocks);
      text.sections.push_back(std::move(section));
    }
    text.headings_in_tables = outline_.in_tables;
    return text;
  }

 private:
  ReportBlock block_of(const PageBlock& block) const {
    ReportBlock own;
    const bool heading = block.kind == PageBlock::Kind::heading ||
                         is_obsolete_heading(text_of(block));
    own.kind = heading ? BlockKind::heading : BlockKind::paragraph;
    own.level = std::max(2, block.level);
    own.file = page_.file;
    own.runs = block.runs;
    return own;
  }

  /// The heading of a section that reports no longer have.
  bool is_obsolete_heading(const std::string& text) const {
    if (character_count(text) > 40 || Label(text).number().empty())
      return false;
    return words_.sections.obsolete.matches(heading_words(text));
  }

  /// Sentences; what else stands in a section with a table is the table.
  bool is_sentence(const PageBlock& block) const {
    const std::string text = text_of(block);
    return text.find("\u3002") != std::string::npos &&
           character_count(text) >= 12;
  }

  void add_blocks(std::size_t first, std::size_t last, bool sentences_only,
                  std::vector<ReportBlock>& blocks) const {
    const bool lines = page_.kind == PublishedPage::Kind::text;
    std::size_t width = 0;
    for (std::size_t b = first; lines && b < last; ++b) {
      width = std::max(width, display_width(text_of(page_.blocks[b])));
    }
    bool goes_on = false;
    for (std::size_t b = first; b < last; ++b) {
      const PageBlock& block = page_.blocks[b];
      if (!is_words(block)) continue;
      if (sentences_only && !is_sentence(block)) continue;
      const bool count =
          !blocks.empty() && is_rest_of(text_of(block), blocks.back());
      if (count || (goes_on && !begins_paragraph(block, blocks.back()))) {
        auto& runs = blocks.back().runs;
        TextRun run = block.runs.front();
        const std::string_view words = trimmed(run.text);
        const auto indent =
            static_cast<std::size_t>(words.data() - run.text.data());
        run.at.column += static_cast<std::uint32_t>(
            character_count(std::string_view(run.text).substr(0, indent)));
        run.text = std::string(words);
        runs.push_back(std::move(run));
      } else {
        blocks.push_back(block_of(block));
      }
      // A line that is full goes on in the next.
      goes_on = lines && is_full(block, width);
    }
  }

  /// A count, behind words without a stop: it is theirs, and a line break
  /// stands between. A year may begin a paragraph.
  static bool is_rest_of(const std::string& text, const ReportBlock& above) {
    if (above.kind == BlockKind::heading || above.runs.empty()) return false;
    const std::string_view words = trimmed(above.runs.back().text);
    const std::string own = fold(text);
    const std::size_t digits =
        std::min(own.find_first_not_of("0123456789"), own.size());
    const bool year =
        digits == 4 && (own.starts_with("19") || own.starts_with("20"));
    return words.size() >= 3 && is_hanzi_at(words, words.size() - 3) &&
           digits > 0 && digits < own.size() && is_hanzi_at(own, digits) &&
           !year && Label(text).number().empty();
  }

  static bool begins_paragraph(const PageBlock& block,
                               const ReportBlock& above) {
    const std::string text = text_of(block);
    const bool numbered = !Label(text).number().empty();
    const bool ended = trimmed(above.runs.back().text).ends_with("\u3002");
    if (numbered && (ended || character_count(text) < 40)) return true;
    const auto indent =
        static_cast<std::size_t>(trimmed(text).data() - text.data());
    return indent >= 2 && display_width(text.substr(0, indent)) >= 3;
  }

  static bool is_full(const PageBlock& block, std::size_t width) {
    return width <= 200 && display_width(text_of(block)) * 10 >= width * 8;
  }

  const PublishedPage& page_;
  const Outline& outline_;
  const ReportFormat& format_;
  const TextFormat& words_;
};

}  // namespace

Place place_of(const PublishedPage& page, const PageBlock& block) {
  Place place;
  place.file = page.file;
  place.at = block.at;
  place.excerpt = std::string(first_characters(trimmed(text_of(block)), 80));
  return place;
}

ReportText published_text(const PublishedPage& page, const Outline& outline,
                          const ReportFormat& format, const TextFormat& words) {
  return TextReader(page, outline, format, words).read();
}

}  // namespace gov_report
