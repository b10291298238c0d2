// carry_over.h - a carry-over that differs from last year's report because of
// cases that are named one by one: the equation follows from them.

#pragma once

#include "base/finding_list.h"
#include "pipeline/year.h"

namespace gov_report {

/// Moves each finding carry-over-differs-from-last-year whose difference the
/// cases account for, to the last one, under the first of those cases.
void fold_carry_over(const Year& year, FindingList& findings);

}  // namespace gov_report
