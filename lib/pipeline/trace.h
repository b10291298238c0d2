// trace.h - `gov-report trace`: the records behind a figure.
//
//   proof   what is handed out adds up to the figure, or nothing is printed
//   memory  does not grow with the number of records: they are read twice,
//           first to prove, then to print
//   findings  those of loading the year

#pragma once

#include <string>

#include "document/trace.h"
#include "pipeline/check.h"
#include "write/trace_report.h"

namespace gov_report {

struct TraceRequest {
  YearRequest year;
  /// A cell id, `last.` before one of last year's report, or the label of a
  /// figure where only one has it.
  std::string cell;
};

struct TraceResult {
  enum class Outcome { shown, unknown_cell, stopped, not_proven };
  Outcome outcome = Outcome::shown;
  CheckResult check;    ///< findings of loading; no rules were run
  TraceFigure figure;   ///< unless unknown or stopped
  std::string nearest;  ///< of an unknown cell; may be empty
  Decimal found;        ///< what the entries add up to
};

TraceResult trace_figure(const TraceRequest& request, const DataFiles& data,
                         const RuleCatalogue& rules, const Messages& messages,
                         TraceWriter& writer);

}  // namespace gov_report
