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

namespace {

/// For each report that of the same body so many years before.
std::vector<std::optional<std::size_t>> reports_back(
    const std::vector<ReportOfBody>& reports, int years_back) {
  const auto bodies = series_of(reports);
  std::vector<std::optional<std::size_t>> back(reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (reports[i].year == 0 || reports[i].agency.empty()) continue;
    const auto& years = bodies.at(fold(reports[i].agency));
    const auto found = years.find(reports[i].year - years_back);
    if (found != years.end()) back[i] = found->second;
  }
  return back;
}

}  // namespace

std::vector<std::optional<std::size_t>> first_reports(
    const std::vector<ReportOfBody>& reports) {
  return reports_back(reports, 0);
}

std::vector<std::optional<std::size_t>> reports_before(
    const std::vector<ReportOfBody>& reports) {
  return reports_back(reports, 1);
}

}  // namespace gov_report
