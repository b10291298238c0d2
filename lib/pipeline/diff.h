// diff.h - `gov-report diff`: two years side by side, over a change of form by
// the crosswalk.

#pragma once

#include <memory>

#include "base/finding_list.h"
#include "pipeline/year.h"
#include "schema/messages.h"
#include "write/diff_report.h"

namespace gov_report {

struct DiffRequest {
  YearRequest from;
  YearRequest to;
};

struct DiffResult {
  DiffReport report;
  FindingList findings;    ///< of both years
  std::size_t errors = 0;  ///< of severity error among them
  bool stopped = false;
};

/// The figures of a year come from the workspace if it is reported there
/// (counts/YEAR.yaml, narrative/YEAR or ledgers/YEAR is there), else from
/// sealed/YEAR.json. Findings: those of loading; year-without-figures {year},
/// no-crosswalk {from, to}.
DiffResult diff_years(const DiffRequest& request, const DataFiles& data,
                      const RuleCatalogue& rules, const Messages& messages);

}  // namespace gov_report
