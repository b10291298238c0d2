// batch_copies.h - text that reports of other bodies of the same year have as
// well (domain rules 4.9, copied-from-other-body).
//
//   time  as check/text_index.h says

#pragma once

#include <vector>

#include "base/progress.h"
#include "pipeline/audit.h"
#include "schema/text_format.h"

namespace gov_report {

/// Adds findings, variant batch {section, percent, limit, file, agency}, to
/// the reports. The part of the progress is "copies", its pieces sections.
void find_copies(std::vector<AuditedReport>& reports, const CopyLimits& limits,
                 const RuleCatalogue& rules, unsigned jobs,
                 Progress* progress = nullptr);

}  // namespace gov_report
