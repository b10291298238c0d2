#include "pipeline/series.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

TEST_CASE("series: a report is compared with that of the year before") {
  const auto before = reports_before({{"某县人民政府", 2023},
                                      {"某县人民政府", 2022},
                                      {"某 县人民政府", 2024},
                                      {"另一县人民政府", 2022},
                                      {"某县人民政府", 2020}});
  REQUIRE(before.size() == 5);
  CHECK(before[0] == 1);
  CHECK(before[1] == std::nullopt);
  CHECK(before[2] == 0);  // blanks in a name mean nothing
  CHECK(before[3] == std::nullopt);
  CHECK(before[4] == std::nullopt);
}

TEST_CASE("series: the first of two reports of a year stands for it") {
  const auto before =
      reports_before({{"甲", 2022}, {"甲", 2022}, {"甲", 2023}});
  CHECK(before[2] == 0);
}

TEST_CASE("series: another file of a body and year is known by the first") {
  const auto first =
      first_reports({{"甲", 2022}, {"甲", 2023}, {"甲\n", 2022}, {"", 2022}});
  CHECK(first[0] == 0);
  CHECK(first[1] == 1);
  CHECK(first[2] == 0);
  CHECK(first[3] == std::nullopt);
}

TEST_CASE("series: without a name or a year there is nothing to join") {
  const std::vector<ReportOfBody> unknown = {
      {"", 2022}, {"", 2023}, {"甲", 0}, {"甲", 1}};
  for (const auto& one : reports_before(unknown)) CHECK(one == std::nullopt);
  CHECK(series_of(unknown).size() == 1);
}

}  // namespace
}  // namespace gov_report
