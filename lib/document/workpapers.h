// workpapers.h - the report as an auditor recounts it: the ledgers as sheets,
// every figure as an expression over them, neutral of any spreadsheet program.
//
//   rows are not held: they are handed over one at a time (LedgerRow)
//   internal  never for publication; private fields are left out all the same

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "document/document.h"

namespace gov_report {

/// Empty, as written, or typed. What could not be understood stays text.
using SheetValue = std::variant<std::monostate, std::string, Date, Decimal>;

struct LedgerColumn {
  enum class Kind { text, date, number };
  std::string name;     ///< in formulas: applications_received
  std::string heading;  ///< as printed
  Kind kind = Kind::text;
  bool is_helper = false;  ///< worked out by the program from another column
};

/// The first column numbers the records, the second says where they stand,
/// the last names the figures that count them.
struct LedgerSheet {
  std::string name;
  std::vector<LedgerColumn> columns;
};

/// One test that a formula makes of a column.
struct Criterion {
  enum class Test {
    equals,      ///< the text `value`
    from_start,  ///< a date from the first day of the year on
    before_start,
    to_end,  ///< a date up to its last day
    after_end,
    empty,
    above_zero,
  };
  std::size_t column = 0;
  Test test = Test::equals;
  std::string value;
};

/// sign * the number of records that meet all criteria, or what they add up to
/// in column `measure`.
struct RecordTerm {
  int sign = 1;
  std::size_t ledger = 0;
  std::optional<std::size_t> measure;
  std::vector<Criterion> criteria;
};

/// (inputs + terms) / 10^divide_by_power_of_ten.
struct FigureFormula {
  std::vector<std::size_t> inputs;  ///< indices of Workpapers::inputs
  std::vector<RecordTerm> terms;
  int divide_by_power_of_ten = 0;
};

/// A figure that comes from no record: typed in, or a stock of last year.
struct InputFigure {
  std::string id;
  std::string label;
  std::string source;  ///< file and line
  Decimal value;
};

/// A printed figure. One without formula is a sum of others, or has no value.
struct WorkpaperFigure {
  std::string id;
  std::string label;
  std::size_t table = 0;
  std::optional<FigureFormula> formula;
};

struct Workpapers {
  std::string title;
  std::string agency;
  Date date;  ///< stands for "now" in file properties
  Date first;
  Date last;  ///< of the report year
  bool draft = false;
  std::string draft_mark;
  std::vector<std::string> notes;  ///< for the first sheet, a line each
  std::vector<LedgerSheet> ledgers;
  std::vector<InputFigure> inputs;
  std::vector<TableBlock> tables;
  std::vector<WorkpaperFigure> figures;  ///< in the order of the form
};

/// A record as a row of its sheet.
struct LedgerRow {
  std::string source;              ///< file:line
  std::string name;                ///< its number; empty if it has none
  std::vector<SheetValue> values;  ///< columns 2 to the last but one
  struct Counted {
    std::size_t figure = 0;  ///< index of Workpapers::figures
    Decimal adds;            ///< with its sign, in the unit of the figure
  };
  std::vector<Counted> counted;
};

/// What did not fit on the sheet of a ledger; its figures have no formulas.
struct RowsLeftOut {
  std::size_t ledger = 0;
  std::uint64_t rows = 0;    ///< of the ledger
  std::uint64_t listed = 0;  ///< of them on the sheet
  bool too_long = false;     ///< numbers of more than 15 digits
};

}  // namespace gov_report
