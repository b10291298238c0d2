// import.h - `gov-report import`: a published report as counts/YEAR.yaml, or,
// if every figure was read, as the JSON of a sealed year.

#pragma once

#include <optional>
#include <string>

#include "pipeline/audit.h"

namespace gov_report {

/// import-year-differs, where `out` is named for another year than that of the
/// report; nullopt too if the one or the other has none. REQUIRES:
/// report.report.
std::optional<Finding> year_not_of_file(const AuditedReport& report,
                                        const std::string& out);

/// counts/YEAR.yaml (tally/write_counts.h). REQUIRES: report.report.
///   findings  those of load_schema
std::optional<std::string> imported_counts(const AuditedReport& report,
                                           const DataFiles& data,
                                           const RuleCatalogue& rules,
                                           const Messages& messages,
                                           const FindingSink& sink);

/// The report as report.json has it; words in the cell of a figure are left
/// out, null. REQUIRES: report.report, and cells_not_read() is 0.
std::string imported_json(const AuditedReport& report);

/// Figures of the form that are words, or were not read.
std::size_t no_number_count(const PublishedReport& report);
/// Figures of the form that an import leaves to be filled in: blanks too.
std::size_t cells_without_figure(const PublishedReport& report);

}  // namespace gov_report
