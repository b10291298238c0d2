// cell_grid.h - where the figures of a form stand beside each other.

#pragma once

#include <optional>
#include <vector>

#include "schema/report_format.h"

namespace gov_report {

class CellNeighbours {
 public:
  explicit CellNeighbours(const ReportFormat& format);

  /// One right of or below the other, in one table.
  bool are_neighbours(CellIndex a, CellIndex b) const;
  std::vector<CellIndex> neighbours(CellIndex cell) const;

 private:
  struct Spot {
    std::size_t table = 0;
    int row = 0;
    int column = 0;
  };
  std::vector<std::optional<Spot>> spots_;  // by cell
};

}  // namespace gov_report
