// settle.h - the last word on how severe each finding is, said once, so that
// order, counts and every output agree.
//
//   severity   its own, else that of its rule in this format and year
//   beta       at most a warning
//   retired    findings of such a rule are dropped
//   follow-ons consequences and candidates are settled like the rest

#pragma once

#include <string_view>

#include "base/finding_list.h"
#include "schema/rule_catalogue.h"

namespace gov_report {

/// `format` may be empty: not known. Settling twice changes nothing.
void settle(FindingList& findings, const RuleCatalogue& rules,
            std::string_view format, int year);

/// The severity that settle() gives a finding.
Severity settled_severity(const Finding& finding, const RuleCatalogue& rules,
                          std::string_view format, int year);

/// The finding makes the run fail: an error, or, if `strict`, a warning of a
/// rule that is not beta.
bool fails(const Finding& finding, const RuleCatalogue& rules, bool strict);

}  // namespace gov_report
