// compose_workpapers.h - the figures of a year as expressions over its ledgers.
//
//   in      a table, the law it was counted by, and where figures that come
//           from no record stand
//   out     the plan of the workbook, and each record as a row of it

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "document/compose.h"
#include "document/workpapers.h"
#include "tally/ledger_tally.h"

namespace gov_report {

struct WorkpaperOptions {
  ComposeOptions compose;
  std::string title;
  std::vector<std::string> notes;
  /// Headings of the columns that no ledger has, with {field} filled in.
  std::function<std::string(std::string_view key, const std::string& field)>
      heading;
};

/// What the composer is told of the year.
struct WorkpaperSources {
  const Table& table;
  const std::vector<LedgerFormat>& ledgers;
  /// Ledgers that are there, by field: whether some file has the column.
  const std::map<LedgerIndex, std::vector<bool>>& columns;
  /// Stocks at the end of the year before, and where they stand.
  const std::map<CellIndex, std::pair<Decimal, std::string>>& openings;
  ReportYear year;
};

class WorkpaperComposer {
 public:
  WorkpaperComposer(const WorkpaperSources& sources,
                    const WorkpaperOptions& options);

  const Workpapers& plan() const { return plan_; }
  /// The sheet of a ledger; nullopt if it has none.
  std::optional<std::size_t> sheet(LedgerIndex ledger) const;

  /// REQUIRES: sheet(ledger).
  LedgerRow row(LedgerIndex ledger, const Record& record, std::string file,
                std::string name) const;

 private:
  /// Where the value of a column comes from.
  struct ColumnSource {
    FieldIndex field = 0;
    std::optional<Condition> test;  ///< helper: whether it holds
    bool value_id = false;          ///< helper: the value's id
  };
  struct Ledger {
    LedgerIndex index = 0;
    std::vector<ColumnSource> columns;  ///< from the third on
    LedgerTally tally;
  };

  void add_ledger(LedgerIndex index);
  std::set<FieldIndex> fields_of_formulas(LedgerIndex index) const;
  void add_field(Ledger& ledger, FieldIndex field);
  void add_tests(Ledger& ledger, const CellSource& source);
  std::size_t add_column(Ledger& ledger, ColumnSource source,
                         LedgerColumn column);
  void add_figures();
  void add_figure(CellIndex cell, std::size_t table);
  FigureFormula formula_of(CellIndex cell);
  std::size_t add_input(CellIndex cell, Decimal value, std::string source);
  void add_terms(const Flow& flow, const CellSource& source,
                 FigureFormula& formula) const;
  std::vector<std::vector<Criterion>> ways(const Condition& condition,
                                           const Ledger& ledger) const;
  std::size_t column_of(const Ledger& ledger, FieldIndex field) const;
  SheetValue value_of(const ColumnSource& source, const Record& record) const;

  WorkpaperSources sources_;
  WorkpaperOptions options_;
  const ReportFormat& form_;
  std::vector<Ledger> ledgers_;  ///< by index of their sheets
  std::vector<std::optional<std::size_t>> figure_of_;  ///< by cell
  Workpapers plan_;
};

}  // namespace gov_report
