#include "schema/calendar.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

Date day(std::string_view text) {
  return parse_date(text).value();
}

TEST_CASE("calendar: due days around the holidays of 2024") {
  // 15 to 17 September and 1 to 7 October 2024 were off; 14 and 29 September
  // and 12 October were worked.
  struct Case {
    std::string from;
    int days;
    std::string due;
  };
  const std::vector<Case> cases = {
      {"2024-09-20", 0, "2024-09-20"},  {"2024-09-20", 7, "2024-09-30"},
      {"2024-09-20", 20, "2024-10-23"}, {"2024-09-20", 40, "2024-11-20"},
      {"2024-10-09", 20, "2024-11-05"}, {"2024-09-13", 1, "2024-09-14"},
      {"2024-09-14", 1, "2024-09-18"},  {"2024-09-30", 1, "2024-10-08"},
      {"2024-10-05", 1, "2024-10-08"},
  };
  const DataFiles files;
  Calendar calendar(files, [](const Finding&) { FAIL("finding"); });
  for (const Case& one : cases) {
    CAPTURE(one.from);
    CAPTURE(one.days);
    const Date due = calendar.add_working_days(day(one.from), one.days);
    CHECK(iso_text(due) == one.due);
    CHECK(calendar.working_days_between(day(one.from), due) == one.days);
    CHECK(calendar.working_days_between(due, day(one.from)) == -one.days);
  }
  CHECK(calendar.missing().empty());
}

TEST_CASE("calendar: a year without a file counts weekdays and is named") {
  const DataFiles files;
  Calendar calendar(files, [](const Finding&) { FAIL("finding"); });
  CHECK(iso_text(calendar.add_working_days(day("2016-09-30"), 1)) ==
        "2016-10-03");
  CHECK(calendar.missing() == std::set<int>{2016});
}

TEST_CASE(
    "calendar: every file is of its year, weekdays off, weekends worked") {
  const DataFiles files;
  for (const std::string& path : files.list("schemas/calendars")) {
    CAPTURE(path);
    YamlError error;
    const auto root = parse_yaml(files.read(path).value(), error);
    REQUIRE(root.has_value());
    const std::string year = path.substr(path.rfind('/') + 1, 4);
    CHECK(root->find("year")->text == year);
    CHECK(root->find("citation") != nullptr);
    for (const YamlNode& node : root->find("holidays")->items) {
      CHECK_MESSAGE(!is_weekend(day(node.text)), node.text);
      CHECK(node.text.starts_with(year));
    }
    if (root->find("workdays") == nullptr) continue;
    for (const YamlNode& node : root->find("workdays")->items) {
      CHECK_MESSAGE(is_weekend(day(node.text)), node.text);
      CHECK(node.text.starts_with(year));
    }
  }
}

}  // namespace
}  // namespace gov_report
