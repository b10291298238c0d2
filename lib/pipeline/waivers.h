// waivers.h - the waivers of a workspace, put to the findings of a run as they
// turn up, before any is left out.

#pragma once

#include <memory>
#include <vector>

#include "check/waivers.h"
#include "document/compose.h"
#include "pipeline/check.h"

namespace gov_report {

class RunWaivers {
 public:
  RunWaivers(const YearRequest& request, const RuleCatalogue& rules)
      : request_(request), rules_(rules) {}

  /// Reads waivers.yaml, if there is one and the request does not leave it out.
  /// The reasons that are public go to the year.
  void read(Year& year, const FindingSink& sink);

  /// As Waiving::pass; everything goes on if nothing was read.
  void pass(Finding finding, const FindingSink& next);

  /// See Waiving; nothing if no waivers were read.
  WaivingSeen take_seen();
  void add_seen(WaivingSeen seen);

  /// Findings about the waivers, and what they waived into `result`. Of a run
  /// that `stopped` no waiver is called unused.
  /// REQUIRES: result.year has its whole coverage.
  void finish(bool stopped, const FindingSink& sink, CheckResult& result);

 private:
  const YearRequest& request_;
  const RuleCatalogue& rules_;
  std::unique_ptr<Waiving> waiving_;  // absent: nothing was read
  bool ignored_ = false;
};

/// The reasons that are public, as notes at their cells.
std::vector<CellNote> public_notes(const CheckResult& result,
                                   const Messages& messages);

/// The waived findings in words, in the order of waivers.yaml.
std::vector<WaivedDiagnostic> describe_waived(const CheckResult& result,
                                              const RuleCatalogue& rules,
                                              Language language);

}  // namespace gov_report
