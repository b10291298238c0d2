// same_as_before.h - tables whose figures are all those of last year's report:
// they were not brought up to date.
//
//   in      this year's table and last year's report, in the terms of its form
//   out     one finding per such table, of the whole table
//   errors  none; a table with few different figures may be alike by chance and
//           is passed over

#pragma once

#include "base/finding.h"
#include "check/coverage.h"
#include "tally/report_file.h"
#include "tally/table.h"

namespace gov_report {

/// Rule table-same-as-last-year {table}; `last`: nullptr if there is none.
void check_same_as_before(const Table& table, const SealedReport* last,
                          Coverage& coverage, const FindingSink& sink);

}  // namespace gov_report
