// report_before.h - the report of the year before, as one of a batch or the
// file of --against has it.
//
//   in      a published report, or a sealed file
//   absent  a cell that is not there has no figure
//   errors  those of reading the file, or report-unreadable

#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/finding.h"
#include "check/text_rules.h"
#include "import/read_report.h"
#include "pipeline/published_law.h"
#include "tally/report_file.h"

namespace gov_report {

struct ReportBefore {
  SealedReport figures;  ///< in the terms of its own form
  std::map<std::string, LastText> texts;
};

ReportBefore report_before(const PublishedReport& report,
                           const std::string& file);

/// nullopt after findings.
std::optional<ReportBefore> read_report_before(const std::string& file,
                                               const PublishedLaw& law,
                                               const FindingSink& sink);

}  // namespace gov_report
