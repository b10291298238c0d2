#include "write/audit_view.h"

namespace gov_report {

std::string audit_total_text(const AuditWords& words,
                             const std::size_t (&counts)[kAuditVerdicts]) {
  std::size_t all = 0;
  std::vector<Argument> arguments;
  for (std::size_t i = 0; i < kAuditVerdicts; ++i) {
    all += counts[i];
    arguments.push_back({std::string(verdict_key(static_cast<AuditVerdict>(i))),
                         std::to_string(counts[i])});
  }
  arguments.push_back({"all", std::to_string(all)});
  return words("audit.total", arguments);
}

std::string_view state_key(ViewedFigure::State state) {
  static constexpr std::string_view kKeys[] = {"number", "text", "blank",
                                               "unread", "missing"};
  return kKeys[static_cast<std::size_t>(state)];
}

std::uint64_t count_of_rule(const ViewedReport& report, std::string_view rule) {
  std::uint64_t count = 0;
  for (const RuleTotal& total : report.words->totals) {
    if (total.rule == rule) count += total.count;
  }
  return count;
}

std::string place_text(const Diagnostic& finding) {
  const Place& place = finding.place;
  if (!place.address.empty()) return place.address;
  if (place.at.line == 0) return {};
  std::string text = std::to_string(place.at.line);
  if (place.at.column > 0) text += ":" + std::to_string(place.at.column);
  return text;
}

}  // namespace gov_report
