// check.h - `gov-report check`: load a year, run every rule, say what was
// looked at.

#pragma once

#include <memory>
#include <vector>

#include "base/finding_list.h"
#include "check/waivers.h"
#include "document/compose.h"
#include "pipeline/year.h"
#include "schema/messages.h"
#include "write/check_report.h"

namespace gov_report {

struct CheckResult {
  std::unique_ptr<Year> year;  ///< nullptr if the run could not go on
  SectionTexts texts;          ///< the narrative, with its figures filled in
  FindingList findings;        ///< in the order they are shown
  std::vector<WaivedFinding> waived;  ///< in the order of waivers.yaml
  bool waivers_ignored = false;       ///< there is a waivers.yaml, left out
  bool stopped = false;  ///< a finding says that the run cannot go on

  /// Exact, whatever is kept; see for_each_folded (check/follow_ons.h).
  std::uint64_t count(Severity severity, const RuleCatalogue& rules) const;
  /// Something found makes the run fail: an error, or, if `strict`, a warning
  /// of a rule that is not beta.
  bool fails(const RuleCatalogue& rules, bool strict) const;
};

CheckResult check_year(const YearRequest& request, const DataFiles& data,
                       const RuleCatalogue& rules);

/// One line: pass or fail, and how many of each severity.
std::string verdict_text(const CheckReport& report, const Messages& messages);

/// Findings and coverage in words, whatever they are of: no verdict, no year.
CheckReport describe_findings(const FindingList& findings,
                              const Coverage& coverage,
                              const RuleCatalogue& rules,
                              const Messages& messages,
                              ReportOf report_of = ReportOf::reader);

/// The result in words. With `strict`, warnings fail it too.
CheckReport describe(const CheckResult& result, const RuleCatalogue& rules,
                     const Messages& messages, bool strict);

}  // namespace gov_report
