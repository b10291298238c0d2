// table_rules.h - rules over the figures of a report: cells, sums, equations
// and last year's report (the constraints of schemas/reports/*.yaml).

#pragma once

#include <set>
#include <string>

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

/// All constraints (4.2 to 4.4). `last` is last year's report; nullptr if
/// there is none.
void check_constraints(const Table& table, const SealedReport* last,
                       const Body& body, Coverage& coverage,
                       const FindingSink& sink);

/// What a cell is called in messages: its row and column.
Text cell_label(const CellFormat& cell);

}  // namespace gov_report
