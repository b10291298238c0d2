// explain_records.h - figures counted from records that do not agree with last
// year's report, or with what was typed in as well: the records that could
// close the gap.

#pragma once

#include "base/finding_list.h"
#include "pipeline/year.h"

namespace gov_report {

/// Adds candidates to the findings of rules that compare a counted figure with
/// last year's, and to cell-differs-from-ledger. Of a total and its parts that
/// differ the same way the parts follow. Reads a ledger once more, but only if
/// there is such a finding; a finding that has a cause already is left alone.
void explain_records(const Year& year, FindingList& findings);

}  // namespace gov_report
