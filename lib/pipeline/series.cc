#include "pipeline/series.h"

#include "base/text.h"

namespace gov_report {

std::map<std::string, std::map<int, std::size_t>> series_of(
    const std::vector<ReportOfBody>& reports) {
  std::map<std::string, std::map<int, std::size_t>> bodies;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (reports[i].year == 0 || reports[i].agency.empty()) continue;
    bodies[fold(reports[i].agency)].emplace(reports[i].year, i);
  }
  return bodies;
}

std::vector<std::optional<std::size_t>> reports_before(
    const std::vector<ReportOfBody>& reports) {
  const auto bodies = series_of(reports);
  std::vector<std::optional<std::size_t>> before(reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (reports[i].year == 0 || reports[i].agency.empty()) continue;
    const auto& years = bodies.at(fold(reports[i].agency));
    const auto found = years.find(reports[i].year - 1);
    if (found != years.end()) before[i] = found->second;
  }
  return before;
}

}  // namespace gov_report
