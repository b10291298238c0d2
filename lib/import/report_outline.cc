#include "import/report_outline.h"

#include <algorithm>

#include "base/text.h"
#include "import/labels.h"
#include "narrative/folded_text.h"
#include "narrative/report_text.h"

namespace gov_report {
namespace {

constexpr std::size_t kLongestTitle = 90;  // characters

bool is_words(const PageBlock& block) {
  return block.kind == PageBlock::Kind::paragraph ||
         block.kind == PageBlock::Kind::heading;
}

struct TitleParts {
  int year = 0;
  std::string agency;
};

std::optional<TitleParts> title_parts(const std::string& folded,
                                      const PageTitle& words) {
  if (character_count(folded) > kLongestTitle) return std::nullopt;
  // The second group of the pattern is a year, which most lines have not.
  if (std::ranges::none_of(folded, [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  const auto spans = words.pattern.spans(folded);
  if (spans.empty()) return std::nullopt;
  TitleParts parts;
  parts.year = whole_number(spans[2].of(folded));
  parts.agency =
      std::string(spans[1].of(folded)) + std::string(spans[3].of(folded));
  if (words.not_a_name.matches(parts.agency)) parts.agency.clear();
  return parts;
}

class OutlineFinder {
 public:
  OutlineFinder(const PublishedPage& page, const std::vector<BlockText>& texts,
                const SectionHeadings& headings, const PageFormat& words)
      : blocks_(page.blocks),
        texts_(texts),
        page_(page),
        headings_(headings),
        words_(words) {}

  Outline find() {
    find_headings();
    for (const PageBlock& block : blocks_) find_headings_in(block.grid);
    find_title();
    find_end();
    for (std::size_t i = 0; i < outline_.sections.size(); ++i) {
      outline_.sections[i].end = i + 1 < outline_.sections.size()
                                     ? outline_.sections[i + 1].heading
                                     : outline_.end;
    }
    return std::move(outline_);
  }

 private:
  std::string section_of(std::size_t b) const {
    std::string id = headings_.section_printed(texts_[b].folded);
    if (!id.empty()) return id;
    const bool heading = blocks_[b].kind == PageBlock::Kind::heading;
    if (!heading && !is_numbered(texts_[b].folded)) return {};
    return headings_.section(texts_[b].text);
  }

  void find_headings() {
    std::vector<OutlineSection> found;
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      if (!is_words(blocks_[b])) continue;
      std::string id = section_of(b);
      if (!id.empty()) found.push_back({std::move(id), b, 0});
    }
    // A list of contents: headings one behind the other that come again.
    for (std::size_t i = 0; i < found.size(); ++i) {
      const bool alone =
          i + 1 < found.size() && found[i + 1].heading == found[i].heading + 1;
      const bool again = std::any_of(
          found.begin() + static_cast<std::ptrdiff_t>(i) + 1, found.end(),
          [&](const OutlineSection& later) { return later.id == found[i].id; });
      const bool after =
          !outline_.sections.empty() &&
          outline_.sections.back().heading + 1 == found[i].heading;
      if (again && (alone || after || in_contents_)) {
        in_contents_ = true;
        continue;
      }
      in_contents_ = false;
      outline_.sections.push_back(found[i]);
    }
  }

  void find_headings_in(const CellGrid& grid) {
    constexpr std::size_t kLongest = 60;  // bytes
    for (std::size_t i = 0; i < grid.cells.size();) {
      const int row = grid.cells[i].row;
      const TextCell* only = nullptr;
      std::size_t inked = 0;
      for (; i < grid.cells.size() && grid.cells[i].row == row; ++i) {
        if (trimmed(grid.cells[i].text).empty()) continue;
        only = &grid.cells[i];
        ++inked;
      }
      if (inked != 1 || only->text.size() > kLongest) continue;
      std::string id = headings_.section_printed(fold(only->text));
      if (!id.empty()) outline_.in_tables.insert(std::move(id));
    }
  }

  /// The last title in front of the first section; a portal lists others
  /// before.
  void find_title() {
    const std::size_t before = outline_.sections.empty()
                                   ? blocks_.size()
                                   : outline_.sections.front().heading;
    for (std::size_t b = 0; b < before; ++b) {
      if (!is_words(blocks_[b])) continue;
      if (outline_.title && outline_.sections.empty()) break;
      take_title(b, before);
    }
    take_title_without_year(before);
    if (!outline_.title) take_window_title();
    if (outline_.title) {
      outline_.preamble = *outline_.title + outline_.title_blocks;
    }
  }

  void take_title(std::size_t b, std::size_t before) {
    const std::string& text = texts_[b].text;
    if (const auto parts = title_parts(texts_[b].folded, words_.title)) {
      std::string agency = parts->agency;
      std::string whole(trimmed(text));
      std::size_t first = b;
      if (b > 0 && is_words(blocks_[b - 1])) {
        const auto& [above, folded] = texts_[b - 1];
        if (agency.empty() && is_name(folded)) {
          agency = folded;
          whole = std::string(trimmed(above)) + whole;
          first = b - 1;
        }
      }
      set_title(first, b + 1 - first, whole, {parts->year, agency});
      return;
    }
    if (b + 1 >= before || !is_words(blocks_[b + 1])) return;
    if (character_count(texts_[b].folded) > 40) return;
    const std::string whole =
        std::string(trimmed(text)) + std::string(trimmed(texts_[b + 1].text));
    if (title_parts(texts_[b + 1].folded, words_.title)) return;
    if (const auto parts = title_parts(fold(whole), words_.title)) {
      set_title(b, 2, whole, *parts);
    }
  }

  /// The last one: links to such reports stand further up. A heading comes
  /// before a line above it that has a year, as of a link.
  void take_title_without_year(std::size_t before) {
    const auto is_heading = [&](std::size_t b) {
      return blocks_[b].kind == PageBlock::Kind::heading;
    };
    if (outline_.title && is_heading(*outline_.title)) return;
    const std::size_t first = outline_.title ? *outline_.title + 1 : 0;
    for (std::size_t b = before; b-- > first;) {
      if (!is_words(blocks_[b])) continue;
      if (outline_.title && !is_heading(b)) continue;
      const std::string& folded = texts_[b].folded;
      if (character_count(folded) > kLongestTitle) continue;
      const auto spans = words_.title.without_year.spans(folded);
      if (spans.empty()) continue;
      std::string agency(spans[1].of(folded));
      if (!is_name(agency)) continue;
      set_title(b, 1, std::string(trimmed(texts_[b].text)),
                {0, std::move(agency)});
      return;
    }
  }

  bool is_name(const std::string& folded) const {
    return character_count(folded) <= 40 &&
           words_.title.name_alone.matches(folded);
  }

  void set_title(std::size_t block, std::size_t count, std::string text,
                 TitleParts parts) {
    outline_.title = block;
    outline_.title_blocks = count;
    outline_.title_text = std::move(text);
    outline_.year = parts.year;
    outline_.agency = std::move(parts.agency);
  }

  /// The title of the window, without the name of the portal behind it.
  void take_window_title() {
    std::string text = fold(page_.title);
    const auto cut = words_.title.cut.spans(text);
    if (!cut.empty()) text.resize(cut[0].begin);
    const auto parts = title_parts(text, words_.title);
    if (!parts) return;
    outline_.year = parts->year;
    outline_.agency = parts->agency;
  }

  void find_end() {
    outline_.end = blocks_.size();
    const std::size_t from = outline_.sections.empty()
                                 ? outline_.preamble
                                 : outline_.sections.back().heading + 1;
    for (std::size_t b = from; b < blocks_.size(); ++b) {
      if (!is_words(blocks_[b])) continue;
      if (!words_.ends.matches(texts_[b].folded)) continue;
      outline_.end = b;
      return;
    }
  }

  const std::vector<PageBlock>& blocks_;
  const std::vector<BlockText>& texts_;
  const PublishedPage& page_;
  const SectionHeadings& headings_;
  const PageFormat& words_;
  Outline outline_;
  bool in_contents_ = false;
};

/// The characters at which section headings begin in a text, and end.
std::vector<std::size_t> heading_cuts(const FoldedText& folded,
                                      const ReportFormat& format) {
  std::vector<std::size_t> cuts;
  for (const SectionFormat& section : format.sections) {
    std::vector<std::string> headings = section.accepted;
    headings.push_back(section.heading);
    for (const std::string& heading : headings) {
      const std::string words = fold(heading);
      const std::size_t found = folded.text().find(words);
      if (found == std::string::npos) continue;
      cuts.push_back(folded.character(found));
      cuts.push_back(folded.character(found + words.size()));
    }
  }
  std::ranges::sort(cuts);
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

}  // namespace

void split_at_headings(PublishedPage& page, const ReportFormat& format) {
  std::vector<PageBlock> blocks;
  for (PageBlock& block : page.blocks) {
    if (block.runs.size() != 1) {
      blocks.push_back(std::move(block));
      continue;
    }
    const TextRun run = block.runs.front();
    std::size_t from = 0;
    const std::size_t all = character_count(run.text);
    std::vector<std::size_t> cuts = heading_cuts(FoldedText(run.text), format);
    cuts.push_back(all);
    std::string_view rest = run.text;
    for (const std::size_t cut : cuts) {
      const std::string_view piece = first_characters(rest, cut - from);
      if (!trimmed(piece).empty()) {
        PageBlock part = block;
        part.runs = {run};
        part.runs.front().text = std::string(piece);
        part.runs.front().at.column += static_cast<std::uint32_t>(from);
        part.at = part.runs.front().at;
        blocks.push_back(std::move(part));
      }
      rest.remove_prefix(piece.size());
      from = cut;
    }
  }
  page.blocks = std::move(blocks);
}

std::vector<BlockText> block_texts(const PublishedPage& page) {
  std::vector<BlockText> texts(page.blocks.size());
  for (std::size_t b = 0; b < page.blocks.size(); ++b) {
    if (!is_words(page.blocks[b])) continue;
    texts[b].text = text_of(page.blocks[b]);
    texts[b].folded = fold(texts[b].text);
  }
  return texts;
}

Outline find_outline(const PublishedPage& page,
                     const std::vector<BlockText>& texts,
                     const SectionHeadings& headings, const PageFormat& words) {
  return OutlineFinder(page, texts, headings, words).find();
}

}  // namespace gov_report
