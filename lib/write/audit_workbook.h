// audit_workbook.h - audited reports as a workbook to sort and filter.
//
//   sheets  reports, one row each, with a column for every rule that any of
//           them breaks; findings; rules; for each form the figures, one row
//           per report and one column per figure
//   figures a number is a number, 0 too; a blank is written as a word, and what
//           cannot be read as another, on a colour
//   links   a report leads to its findings
//   text    what comes out of reports is text: "=1+1" stays what it is
//   bytes   depend on what is written alone
//   errors  std::system_error with the path if the file cannot be written

#pragma once

#include <filesystem>

#include "write/audit_view.h"

namespace gov_report {

void write_audit_workbook(const AuditView& view, const AuditWords& words,
                          const std::filesystem::path& target);

}  // namespace gov_report
