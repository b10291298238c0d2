// follow_ons.h - findings that would not be there without another one are
// moved under it.
//
//   in    findings in the order they are shown; `follows_from` of the rules
//   out   each finding that follows from another is among the consequences of
//         the first such one, of the first rule named that has one; what
//         follows from a consequence stands beside it
//
// A finding follows from one of a rule in its rule's `follows_from` if both
// are about the same record (file and line), the same cell, or the same table
// as a whole.

#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/finding.h"
#include "schema/rule_catalogue.h"

namespace gov_report {

/// Tables that no figure is known of, by what should have filled them.
struct UnfilledTables {
  std::map<std::string, std::set<std::string>> of_file;  ///< a ledger's file
  /// The table counted from the same ledger as a figure that no table prints.
  std::map<std::string, std::string> of_figure;
};

void fold_follow_ons(std::vector<Finding>& findings, const RuleCatalogue& rules,
                     const UnfilledTables& unfilled = {});

/// The severity of a finding, its own or that of its rule.
Severity severity_of(const Finding& finding, const RuleCatalogue& rules);

/// Calls `each(finding, counts)` for a finding and for what was folded under
/// it. A finding counts for the verdict; a consequence counts only if it is
/// worse than all that it stands under, so that an error under a warning is
/// still an error.
void for_each_folded(
    const Finding& finding, const RuleCatalogue& rules,
    const std::function<void(const Finding& finding, bool counts)>& each);

}  // namespace gov_report
