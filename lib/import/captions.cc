#include "import/captions.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace gov_report {
namespace {

using Lines = std::vector<std::string>;

/// Lines right above a block, up to one that is no caption.
void add_lines_above(const std::vector<BlockText>& texts,
                     const std::set<std::size_t>& headings, std::size_t block,
                     Lines& captions) {
  while (block-- > 0) {
    const std::string& line = texts[block].folded;
    if (headings.contains(block) || !may_be_caption(line)) return;
    captions.push_back(line);
  }
}

/// Rows with one cell alone in front of the first with more.
void add_rows_alone(const CellGrid& grid, Lines& captions) {
  const TextCell* last = nullptr;
  for (const TextCell& cell : grid.cells) {
    if (trimmed(cell.text).empty()) continue;
    if (last != nullptr && cell.row == last->row) return;
    if (last != nullptr) captions.push_back(fold(last->text));
    last = &cell;
  }
}

}  // namespace

bool may_be_caption(std::string_view folded) {
  constexpr std::size_t kLongest = 40;  // characters
  constexpr std::size_t kList = 12;     // of one with marks between its words
  const std::size_t count = character_count(folded);
  return count > 0 && count <= kLongest &&
         folded.find("\u3002") == std::string_view::npos &&
         (count <= kList ||
          folded.find_first_of(",;") == std::string_view::npos);
}

Captions captions_of(const PublishedPage& page,
                     const std::vector<BlockText>& texts,
                     const Outline& outline) {
  std::set<std::size_t> headings;
  for (const OutlineSection& section : outline.sections) {
    headings.insert(section.heading);
  }
  // A sheet has its lines among its cells.
  const bool has_lines = page.kind != PublishedPage::Kind::xlsx;
  Captions all;
  for (std::size_t b = 0; b < page.blocks.size(); ++b) {
    if (page.blocks[b].kind != PageBlock::Kind::table) continue;
    const CellGrid& grid = page.blocks[b].grid;
    Lines& captions = all.emplace_back();
    if (has_lines) add_lines_above(texts, headings, b, captions);
    if (!grid.name.empty()) captions.push_back(fold(grid.name));
    add_rows_alone(grid, captions);
  }
  return all;
}

}  // namespace gov_report
