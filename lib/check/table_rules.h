// table_rules.h - rules over the figures of a report: cells, sums, equations
// and last year's report (the constraints of schemas/reports/*.yaml).

#pragma once

#include <set>
#include <string>
#include <vector>

#include "check/coverage.h"
#include "schema/report_format.h"
#include "tally/report_file.h"
#include "tally/table.h"

namespace gov_report {

/// What constraints ask of the reporting body.
struct Body {
  std::string kind;             ///< government department township office
  std::string level;            ///< county township …; empty: not stated
  std::set<std::string> flags;  ///< such as may_make_regulations
};

/// Every printed cell has a value of its unit (domain rules 4.1).
void check_cells(const Table& table, Coverage& coverage,
                 const FindingSink& sink);

/// What came of a constraint that concerns this body and year.
struct Judgement {
  enum class Outcome {
    holds,
    broken,
    not_asked,  ///< its `if:` does not hold
    open,       ///< a figure in it is no number
  };
  const Constraint* constraint = nullptr;
  Outcome outcome = Outcome::holds;
};

/// All constraints (4.2 to 4.4). `last` is last year's report; nullptr if
/// there is none. The findings are those of the broken ones, in their order.
std::vector<Judgement> check_constraints(const Table& table,
                                         const SealedReport* last,
                                         const Body& body, Coverage& coverage,
                                         const FindingSink& sink);

/// Whether a cell of that unit may hold the number.
bool fits(Unit unit, Decimal number);

/// What a cell is called in messages: its row and column.
Text cell_label(const CellFormat& cell);

}  // namespace gov_report
