// audit_page.h - audited reports as one self-contained HTML page.
//
//   out     a table of reports, a chart of each body that has several years,
//           and every report with its findings and figures. The script sorts,
//           searches and opens; without it all is there to read
//   safe    nothing of a report is markup; the page may load nothing
//   state   what is sorted, searched and opened stands behind the # of the
//           address

#pragma once

#include <string>
#include <string_view>

#include "write/audit_view.h"

namespace gov_report {

/// `stylesheet` and `script` are report-templates/audit.css and audit.js.
std::string write_audit_page(const AuditView& view, const AuditWords& words,
                             std::string_view stylesheet,
                             std::string_view script);

}  // namespace gov_report
