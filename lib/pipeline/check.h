// check.h - `gov-report check`: load a year, run every rule, say what was
// looked at.

#pragma once

#include <memory>
#include <vector>

#include "base/finding_list.h"
#include "document/compose.h"
#include "pipeline/year.h"
#include "schema/messages.h"
#include "write/check_report.h"

namespace gov_report {

struct CheckResult {
  std::unique_ptr<Year> year;  ///< nullptr if the run could not go on
  SectionTexts texts;          ///< the narrative, with its figures filled in
  FindingList findings;        ///< in the order they are shown
  bool stopped = false;        ///< a finding says that the run cannot go on

  std::size_t count(Severity severity, const RuleCatalogue& rules) const;
  /// A finding makes the run fail: settle.h.
  bool fails(const RuleCatalogue& rules, bool strict) const;
};

CheckResult check_year(const YearRequest& request, const DataFiles& data,
                       const RuleCatalogue& rules);

/// Sorts findings as they are shown and drops those that are equal.
void put_in_order(FindingList& findings, const RuleCatalogue& rules);

/// The result in words. With `strict`, warnings fail it too.
CheckReport describe(const CheckResult& result, const RuleCatalogue& rules,
                     const Messages& messages, bool strict);

}  // namespace gov_report
