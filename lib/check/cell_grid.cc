#include "check/cell_grid.h"

#include <cstdlib>

namespace gov_report {

CellNeighbours::CellNeighbours(const ReportFormat& format) {
  spots_.resize(format.cells.size());
  for (std::size_t t = 0; t < format.tables.size(); ++t) {
    for (const GridCell& cell : format.tables[t].grid) {
      if (cell.figure) spots_[*cell.figure] = Spot{t, cell.row, cell.column};
    }
  }
}

bool CellNeighbours::are_neighbours(CellIndex a, CellIndex b) const {
  const auto& one = spots_[a];
  const auto& two = spots_[b];
  return one && two && one->table == two->table &&
         std::abs(one->row - two->row) + std::abs(one->column - two->column) ==
             1;
}

std::vector<CellIndex> CellNeighbours::neighbours(CellIndex cell) const {
  std::vector<CellIndex> found;
  for (CellIndex other = 0; other < spots_.size(); ++other) {
    if (are_neighbours(cell, other)) found.push_back(other);
  }
  return found;
}

}  // namespace gov_report
