// series.h - the reports of one body in a batch, year after year.
//
//   body    by its folded name
//   absent  a report without a year or a name is in no series

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gov_report {

struct ReportOfBody {
  std::string agency;  ///< empty: not known
  int year = 0;        ///< 0: not known
};

/// By folded name: year → the first report of it in the batch.
std::map<std::string, std::map<int, std::size_t>> series_of(
    const std::vector<ReportOfBody>& reports);

/// For each report the first of the batch that is of the same body and year;
/// itself or nullopt: no other stands before it.
std::vector<std::optional<std::size_t>> first_reports(
    const std::vector<ReportOfBody>& reports);

/// For each report that of the same body one year before.
std::vector<std::optional<std::size_t>> reports_before(
    const std::vector<ReportOfBody>& reports);

}  // namespace gov_report
