#include "import/cell_grid.h"

#include <algorithm>
#include <tuple>

namespace gov_report {

const TextCell* CellGrid::at(int row, int column) const {
  const auto place = [](const TextCell& cell) {
    return std::pair(cell.row, cell.column);
  };
  const auto found =
      std::ranges::lower_bound(cells, std::pair(row, column), {}, place);
  return found != cells.end() && place(*found) == std::pair(row, column)
             ? &*found
             : nullptr;
}

void CellGridBuilder::start_row() {
  ++row_;
  column_ = 0;
  if (row_ < kGridRows) grid_.rows = std::max(grid_.rows, row_ + 1);
}

void CellGridBuilder::add(int row_span, int column_span, std::string text,
                          Position at, CellDoubt doubt) {
  if (row_ < 0) start_row();
  const auto is_taken = [&](int column) {
    const auto index = static_cast<std::size_t>(column);
    return index < taken_to_.size() && taken_to_[index] > row_;
  };
  while (column_ < kGridColumns && is_taken(column_)) ++column_;
  const bool fits = row_ < kGridRows && column_ < kGridColumns;
  if (!fits || grid_.cells.size() >= kGridCells) {
    grid_.cut = true;
    meet(grid_.lost, fits ? ReadLimit::grid_cells : ReadLimit::grid_size);
    return;
  }
  TextCell cell{row_,
                column_,
                std::clamp(row_span, 1, kGridRows - row_),
                std::clamp(column_span, 1, kGridColumns - column_),
                std::move(text),
                at,
                doubt};
  grid_.cut =
      grid_.cut || row_span > cell.row_span || column_span > cell.column_span;
  const int end = column_ + cell.column_span;
  taken_to_.resize(std::max(taken_to_.size(), static_cast<std::size_t>(end)),
                   0);
  for (int column = column_; column < end; ++column) {
    taken_to_[static_cast<std::size_t>(column)] = row_ + cell.row_span;
  }
  grid_.rows = std::max(grid_.rows, row_ + cell.row_span);
  grid_.columns = std::max(grid_.columns, end);
  column_ = end;
  grid_.cells.push_back(std::move(cell));
}

CellGrid CellGridBuilder::take() {
  CellGrid grid = std::move(grid_);
  *this = CellGridBuilder();
  return grid;
}

}  // namespace gov_report
