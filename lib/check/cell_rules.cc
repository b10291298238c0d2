// Rules over single cells.

#include <algorithm>
#include <set>

#include "base/text.h"
#include "check/table_rules.h"

namespace gov_report {
namespace {

std::string_view unit_rule(Unit unit) {
  switch (unit) {
    case Unit::signed_count:
      return "not-a-signed-count";
    case Unit::amount:
      return "not-an-amount";
    case Unit::count:
      break;
  }
  return "not-a-count";
}

bool is_below_zero(const Cell& cell) {
  if (cell.state == CellState::number) return cell.number < Decimal();
  const auto number = Decimal::parse(half_width(cell.text));
  return cell.state == CellState::text && number && *number < Decimal();
}

/// Which rule a cell breaks; empty if none.
std::string_view broken_rule(const CellFormat& format, const Cell& cell) {
  switch (cell.state) {
    case CellState::missing:
    case CellState::blank:
      return "blank-cell";
    case CellState::not_applicable:
      return unit_rule(format.unit);
    case CellState::text:
      return unit_rule(format.unit);
    case CellState::number:
      break;
  }
  if (half_width(cell.text).find(',') != std::string::npos) {
    return "unit-in-cell";
  }
  if (!fits(format.unit, cell.number)) return unit_rule(format.unit);
  if (format.decimals && cell.number.decimals() > format.decimals->at_most) {
    return format.decimals->rule;
  }
  return {};
}

/// A total that is open because one of its parts is: that part is reported. In
/// a published report it is a blank of its own, which its body fills in.
bool follows_from_parts(const Table& table, const CellFormat& format,
                        const Cell& cell) {
  if (cell.state != CellState::missing && cell.state != CellState::blank) {
    return false;
  }
  return std::ranges::any_of(format.parts, [&](CellIndex part) {
    const auto rule = broken_rule(table.format->cells[part], table.cells[part]);
    return !rule.empty() && rule != "unit-in-cell";
  });
}

}  // namespace

bool fits(Unit unit, Decimal number) {
  switch (unit) {
    case Unit::signed_count:
      return number.is_whole();
    case Unit::amount:
      return number >= Decimal();
    case Unit::count:
      break;
  }
  return number.is_whole() && number >= Decimal();
}

Text cell_label(const CellFormat& cell) {
  const auto both = [](const std::string& row, const std::string& column,
                       std::string_view between) {
    if (row.empty() || column.empty()) return row + column;
    return row + std::string(between) + column;
  };
  return Text(both(cell.row_label.zh, cell.column_label.zh, "·"),
              both(cell.row_label.en, cell.column_label.en, " / "));
}

void check_cells(const Table& table, Coverage& coverage,
                 const FindingSink& sink) {
  const ReportFormat& report = *table.format;
  std::set<Unit> units;  // of the cells looked at
  for (std::size_t t = 0; t < report.tables.size(); ++t) {
    if (table.origins[t] == Origin::none) continue;
    const TableFormat& format = report.tables[t];
    for (CellIndex i = format.first; i < format.last; ++i) {
      const CellFormat& cell = report.cells[i];
      const Cell& value = table.cells[i];
      ++coverage.cells_checked;
      units.insert(cell.unit);
      // What could not be read of a published table is told by its rows.
      if (value.state == CellState::missing &&
          table.origins[t] == Origin::report) {
        --coverage.cells_checked;
        continue;
      }
      const std::string_view broken = broken_rule(cell, value);
      const bool follows = table.origins[t] != Origin::report &&
                           follows_from_parts(table, cell, value);
      if (broken.empty() || follows) continue;
      Finding finding;
      finding.rule = std::string(broken);
      finding.place = value.place;
      finding.cell = cell.id;
      if (cell.decimals && broken == cell.decimals->rule) {
        finding.variant = "decimals";
      } else if ((broken == "not-a-count" || broken == "not-an-amount") &&
                 is_below_zero(value)) {
        finding.variant = "negative";
      }
      finding.arguments = {
          {"cell", cell_label(cell)},
          {"id", cell.id},
          {"value",
           one_line(value.text.empty() ? value.number.text() : value.text)}};
      sink(std::move(finding));
    }
  }
  if (units.empty()) return;
  for (const char* rule : {"blank-cell", "unit-in-cell"}) coverage.ran(rule);
  for (const Unit unit : units) coverage.ran(std::string(unit_rule(unit)));
}

}  // namespace gov_report
