#include "check/cell_grid.h"

#include <cstdlib>

namespace gov_report {

CellNeighbours::CellNeighbours(const ReportFormat& format) {
  for (std::size_t t = 0; t < format.tables.size(); ++t) {
    for (const GridCell& cell : format.tables[t].grid) {
      if (cell.figure) spots_[*cell.figure] = {t, cell.row, cell.column};
    }
  }
}

bool CellNeighbours::are_neighbours(CellIndex a, CellIndex b) const {
  const auto one = spots_.find(a);
  const auto two = spots_.find(b);
  if (one == spots_.end() || two == spots_.end()) return false;
  return one->second.table == two->second.table &&
         std::abs(one->second.row - two->second.row) +
                 std::abs(one->second.column - two->second.column) ==
             1;
}

std::vector<CellIndex> CellNeighbours::neighbours(CellIndex cell) const {
  std::vector<CellIndex> found;
  for (const auto& [other, spot] : spots_) {
    if (are_neighbours(cell, other)) found.push_back(other);
  }
  return found;
}

}  // namespace gov_report
