#include <algorithm>

#include "import/read_report.h"

namespace gov_report {
namespace {

bool is_printed(const PublishedReport& report, CellIndex cell) {
  return report.format->cells[cell].kind == CellKind::printed;
}

/// Of a row of the form those that are not in `report.table`.
void add_row(const PublishedReport& report, std::size_t row,
             std::vector<CellIndex>& cells) {
  for (const CellIndex cell : report.form->rows[row].cells) {
    const bool read = report.table.cells[cell].state != CellState::missing;
    if (!read && is_printed(report, cell)) cells.push_back(cell);
  }
}

}  // namespace

Place place_of(const PublishedReport& report, CellIndex cell) {
  Place place = report.table.cells[cell].place;
  if (place.mark == 0 || !place.excerpt.empty()) return place;
  for (const auto& [row, begin] : report.readings.rows) {
    const auto& cells = report.form->rows[row].cells;
    if (std::ranges::find(cells, cell) == cells.end()) continue;
    place.excerpt = begin.excerpt;
    break;
  }
  return place;
}

std::vector<CellIndex> unread_cells(const PublishedReport& report,
                                    const UnreadRow& row) {
  std::vector<CellIndex> cells;
  add_row(report, row.row, cells);
  return cells;
}

std::vector<CellIndex> unread_cells(const PublishedReport& report) {
  std::vector<CellIndex> cells;
  for (const UnreadRow& row : report.readings.unread) {
    add_row(report, row.row, cells);
  }
  for (const ReplacedRow& row : report.readings.replaced) {
    add_row(report, row.row, cells);
  }
  for (std::size_t t = 0; t < report.format->tables.size(); ++t) {
    if (!report.pictures[t] || report.readings.found[t]) continue;
    const TableFormat& table = report.format->tables[t];
    for (CellIndex i = table.first; i < table.last; ++i) {
      if (is_printed(report, i)) cells.push_back(i);
    }
  }
  std::ranges::sort(cells);
  // clang 14 does not know std::ranges::unique of this library.
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
  return cells;
}

std::size_t cells_not_read(const PublishedReport& report) {
  std::size_t count = 0;
  for (CellIndex i = 0; i < report.format->cells.size(); ++i) {
    const bool read = !report.table.cells[i].place.file.empty();
    if (!read && is_printed(report, i)) ++count;
  }
  return count;
}

}  // namespace gov_report
