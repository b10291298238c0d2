#include "pipeline/settle.h"

#include <algorithm>

namespace gov_report {
namespace {

class Settler {
 public:
  Settler(const RuleCatalogue& rules, std::string_view format, int year)
      : rules_(rules), format_(format), year_(year) {}

  void settle(std::vector<Finding>& findings) const {
    std::erase_if(findings, [this](const Finding& finding) {
      return rules_.has_status(finding.rule, Rule::Status::retired);
    });
    for (Finding& finding : findings) {
      finding.severity = settled_severity(finding, rules_, format_, year_);
      settle(finding.candidates);
      settle(finding.consequences);
    }
  }

 private:
  const RuleCatalogue& rules_;
  std::string_view format_;
  int year_;
};

}  // namespace

void settle(FindingList& findings, const RuleCatalogue& rules,
            std::string_view format, int year) {
  Settler(rules, format, year).settle(findings.all());
}

Severity settled_severity(const Finding& finding, const RuleCatalogue& rules,
                          std::string_view format, int year) {
  const Severity severity =
      finding.severity.value_or(rules.severity(finding.rule, format, year));
  return rules.has_status(finding.rule, Rule::Status::beta)
             ? std::min(severity, Severity::warning)
             : severity;
}

bool fails(const Finding& finding, const RuleCatalogue& rules, bool strict) {
  const Severity severity =
      finding.severity.value_or(rules.severity(finding.rule));
  if (rules.has_status(finding.rule, Rule::Status::beta)) return false;
  return severity == Severity::error ||
         (strict && severity == Severity::warning);
}

}  // namespace gov_report
