// What readers of tables note down, whatever the kind of file.

#include "import/table_reading.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

FormRow row(std::size_t table, std::size_t parts = 0) {
  FormRow row;
  row.table = table;
  row.parts = parts;
  return row;
}

TEST_CASE("table reading: the first row that is found is the table's place") {
  TableReadings readings(2);
  Place first;
  first.at = {3, 1};
  Place second;
  second.at = {9, 1};
  readings.note_found(1, first);
  readings.note_found(1, second);
  CHECK_FALSE(readings.found[0]);
  CHECK(readings.found[1]);
  CHECK(readings.places[1].at.line == 3);
}

TEST_CASE("table reading: parts of a group that is printed are not missing") {
  // A row, a group of two, a row of the next table.
  const std::vector<FormRow> form = {row(0), row(0, 2), row(0), row(0), row(1)};
  const auto missing = [&](const std::set<std::size_t>& groups) {
    TableReadings readings(2);
    readings.note_missing(form, 0, groups, [](std::size_t) { return false; });
    return readings.missing;
  };
  CHECK(missing({}) == std::vector<std::size_t>{0, 2, 3});
  CHECK(missing({1}) == std::vector<std::size_t>{0});
}

TEST_CASE("table reading: what is long is not repeated whole") {
  TableReadings readings(1);
  readings.note_unread(4, std::vector<std::string_view>(100, "12345"), {});
  REQUIRE(readings.unread.size() == 1);
  CHECK(readings.unread[0].row == 4);
  CHECK(readings.unread[0].printed.starts_with("12345 12345 "));
  CHECK(readings.unread[0].printed.size() < 80);
}

}  // namespace
}  // namespace gov_report
