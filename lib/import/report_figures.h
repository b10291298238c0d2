// report_figures.h - grids of a report of ours → figures, by position.
//
//   in      the grids of a file in the order of the form's tables
//   absent  a cell that the grid does not have is in no map

#pragma once

#include <map>
#include <string>
#include <vector>

#include "import/cell_grid.h"
#include "schema/report_format.h"

namespace gov_report {

struct PlacedFigures {
  std::map<std::string, std::string> figures;  ///< cell id → text, trimmed
  /// Tables whose cells do not stand where the form has them.
  std::vector<std::string> misfits;
};

/// `top`: the grid row at which a table begins; rows below it may be more.
PlacedFigures figures_by_position(const ReportFormat& format,
                                  const std::vector<CellGrid>& grids, int top);

}  // namespace gov_report
