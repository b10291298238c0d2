// import.h - `gov-report import`: a published report as counts/YEAR.yaml, or,
// if every figure was read, as the JSON of a sealed year.

#pragma once

#include <string>

#include "pipeline/audit.h"

namespace gov_report {

/// counts/YEAR.yaml (tally/write_counts.h). REQUIRES: report.report.
///   findings  those of load_schema
std::optional<std::string> imported_counts(const AuditedReport& report,
                                           const DataFiles& data,
                                           const RuleCatalogue& rules,
                                           const Messages& messages,
                                           const FindingSink& sink);

/// The report as report.json has it. REQUIRES: report.report, and
/// unread_count() is 0.
std::string imported_json(const AuditedReport& report);

/// Figures of the form that were not read, or do not stand there.
std::size_t unread_count(const PublishedReport& report);

}  // namespace gov_report
