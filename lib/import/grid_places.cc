#include "import/grid_places.h"

#include <algorithm>

#include "base/text.h"
#include "source/xlsx_values.h"

namespace gov_report {
namespace {

constexpr std::size_t kLongestExcerpt = 2000;  // bytes

}  // namespace

Place GridPlaces::of(std::size_t g, const TextCell& cell) {
  Place place = in_line(g, cell);
  place.excerpt = line_.text;
  return place;
}

Place GridPlaces::in_line(std::size_t g, const TextCell& cell) {
  Place place;
  place.file = page_.file;
  place.at = cell.at;
  if (page_.kind == PublishedPage::Kind::xlsx) {
    place.address =
        column_letters(static_cast<std::uint32_t>(cell.column) + 1) +
        std::to_string(cell.row + 1);
    if (!grids_[g]->name.empty()) {
      place.address = grids_[g]->name + "!" + place.address;
    }
  } else if (page_.kind == PublishedPage::Kind::docx) {
    place.address = "T" + std::to_string(g + 1) + ":R" +
                    std::to_string(cell.row + 1) + "C" +
                    std::to_string(cell.column + 1);
  }
  if (line_.grid != g || line_.row != cell.row) write_line(g, cell.row);
  place.mark = mark_of(g, cell);
  if (page_.kind == PublishedPage::Kind::docx) {
    // Its cells are paragraphs of their own.
    place.at = {grids_[g]->cells[line_.first].at.line,
                static_cast<std::uint32_t>(cell.column) + 1};
  }
  place.width = std::max<std::uint32_t>(
      1, static_cast<std::uint32_t>(character_count(trimmed(cell.text))));
  return place;
}

/// Where the cell begins in the line.
std::uint32_t GridPlaces::mark_of(std::size_t g, const TextCell& cell) const {
  const auto& cells = grids_[g]->cells;
  const auto index = static_cast<std::size_t>(&cell - cells.data());
  const std::size_t in_row = index - line_.first;
  return in_row < line_.marks.size() ? line_.marks[in_row] : 0;
}

void GridPlaces::write_line(std::size_t g, int row) {
  const auto& cells = grids_[g]->cells;
  auto cell = std::ranges::lower_bound(cells, row, {}, &TextCell::row);
  line_ = {g, row, static_cast<std::size_t>(cell - cells.begin()), {}, {}};
  std::size_t characters = 0;
  for (; cell != cells.end() && cell->row == row; ++cell) {
    if (line_.text.size() > kLongestExcerpt) break;
    if (!line_.text.empty()) {
      line_.text += " | ";
      characters += 3;
    }
    line_.marks.push_back(static_cast<std::uint32_t>(characters) + 1);
    std::string text(first_characters(trimmed(cell->text), 40));
    std::ranges::replace(text, '\n', ' ');
    characters += character_count(text);
    line_.text += text;
  }
}

}  // namespace gov_report
