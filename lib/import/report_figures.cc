#include "import/report_figures.h"

#include "base/text.h"

namespace gov_report {
namespace {

bool same_place(const GridCell& cell, const TextCell& found) {
  return found.row_span == cell.row_span &&
         found.column_span == cell.column_span;
}

}  // namespace

PlacedFigures figures_by_position(const ReportFormat& format,
                                  const std::vector<CellGrid>& grids, int top) {
  PlacedFigures placed;
  for (std::size_t t = 0; t < format.tables.size(); ++t) {
    const TableFormat& table = format.tables[t];
    bool fits = t < grids.size() && !grids[t].cut;
    for (const GridCell& cell : table.grid) {
      const TextCell* found =
          t < grids.size() ? grids[t].at(cell.row + top, cell.column) : nullptr;
      fits = fits && found != nullptr && same_place(cell, *found);
      if (!cell.figure || found == nullptr) continue;
      placed.figures.emplace(format.cells[*cell.figure].id,
                             std::string(trimmed(found->text)));
    }
    if (!fits) placed.misfits.push_back(table.id);
  }
  return placed;
}

}  // namespace gov_report
