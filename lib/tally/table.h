// table.h - the figures of one report year: what every later phase works on,
// whether they came from records, from typed-in counts or from a report.
//
//   absent  a cell is never just a number: CellState says which kind of
//           nothing it is. Blank is not zero.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/finding.h"
#include "schema/report_format.h"

namespace gov_report {

enum class CellState {
  missing,         ///< the source has no such place
  blank,           ///< the place is there and empty
  not_applicable,  ///< "/", "-", "无" and the like
  text,            ///< anything else, also "22（其中修订16件）"
  number,
};

struct Cell {
  CellState state = CellState::missing;
  Decimal number;    ///< also the leading number of a text, if it has one
  std::string text;  ///< as it stands in the source; empty for records
  Place place;       ///< where it stands; no file for records
};

/// Where the figures of a table came from.
enum class Origin {
  none,  ///< nowhere, or a ledger that could not be read
  records,
  faulty_records,  ///< some rows have findings and may not be counted
  counts,
  report,
};

/// All figures of one report; cells[i] belongs to format->cells[i].
struct Table {
  const ReportFormat* format = nullptr;
  int year = 0;
  std::string agency;
  std::vector<Cell> cells;
  std::vector<Origin> origins;  ///< one per format->tables

  /// The number of a cell; nullopt unless its state is number.
  std::optional<Decimal> number(CellIndex cell) const;
  std::optional<Decimal> number(std::string_view id) const;
};

/// A table of missing cells.
Table make_table(const ReportFormat& format, int year, std::string agency);

/// "3" is a number, "" blank, "/" not applicable, "3件" text with number 3.
Cell cell_from_text(std::string_view text, Place place);

/// Fills sums that have no value of their own (blank or missing) from their
/// parts, group totals always. A sum with a part that is no number stays as
/// it is.
void fill_sums(Table& table);

/// The totals of row groups alone, as of a report that was read: what it prints
/// stays as it is.
void fill_group_totals(Table& table);

}  // namespace gov_report
