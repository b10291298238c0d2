// audit_view.h - audited reports put together for a workbook or a page.

#pragma once

#include <vector>

#include "pipeline/audit.h"
#include "write/audit_view.h"

namespace gov_report {

/// `words` are those of each report, and outlive the view.
AuditView audit_view(const AuditResult& result,
                     const std::vector<CheckReport>& words,
                     const RuleCatalogue& rules, const Messages& messages,
                     bool strict);

}  // namespace gov_report
