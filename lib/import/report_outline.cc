#include "import/report_outline.h"

#include <algorithm>

#include "base/text.h"
#include "import/labels.h"
#include "narrative/folded_text.h"
#include "narrative/report_text.h"

namespace gov_report {
namespace {

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

  /// Wrong ones only of sections that have no right one.
  std::vector<OutlineSection> all_headings() const {
    std::vector<OutlineSection> found;
    const auto is_found = [&](const std::string& id) {
      return std::ranges::find(found, id, &OutlineSection::id) != found.end();
    };
    for (const bool right : {true, false}) {
      for (std::size_t b = 0; b < blocks_.size(); ++b) {
        if (!is_words(blocks_[b])) continue;
        std::string id =
            right ? section_of(b) : headings_.section_meant(texts_[b].text);
        if (id.empty() || (!right && is_found(id))) continue;
        found.push_back({std::move(id), b, 0});
      }
    }
    std::ranges::sort(found, {}, &OutlineSection::heading);
    return found;
  }

  void find_headings() {
    const std::vector<OutlineSection> found = all_headings();
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

  void find_title() {
    const bool all = outline_.sections.empty();
    const std::size_t before =
        all ? blocks_.size() : outline_.sections.front().heading;
    ReportTitle title =
        gov_report::find_title(page_, texts_, before, all, words_.title);
    outline_.title = title.block;
    outline_.title_blocks = title.blocks;
    outline_.year = title.parts.year;
    outline_.agency = std::move(title.parts.agency);
    if (outline_.title) outline_.preamble = *outline_.title + title.blocks;
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
