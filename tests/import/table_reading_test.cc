// What readers of tables note down, whatever the kind of file.

#include "import/table_reading.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace gov_report {
namespace {

FormRow row(std::size_t table, std::size_t parts = 0) {
  FormRow row;
  row.table = table;
  row.parts = parts;
  return row;
}

std::optional<Place> nothing_begins(std::size_t) {
  return std::nullopt;
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

TEST_CASE("table reading: a row missing beside an unread one may be there") {
  const std::vector<FormRow> form = {row(0), row(0), row(0), row(0), row(1)};
  const auto missing = [&](std::size_t unread, UnreadRow::Doubt doubt) {
    TableReadings readings(2);
    readings.note_unread(unread, {}, {}, doubt);
    readings.missing = {0, 2, 4};
    readings.doubt_missing(form, nothing_begins);
    CHECK(readings.missing.size() + readings.unread.size() == 4);
    return readings.missing;
  };
  using Doubt = UnreadRow::Doubt;
  CHECK(missing(1, Doubt::lines) == std::vector<std::size_t>{4});
  CHECK(missing(3, Doubt::lines) == std::vector<std::size_t>{0, 4});
  CHECK(missing(1, Doubt::cells) == std::vector<std::size_t>{0, 2, 4});
}

TEST_CASE("table reading: a row whose label begins somewhere is not missing") {
  const std::vector<FormRow> form = {row(0), row(0), row(0)};
  Place begins;
  begins.at = {7, 1};
  TableReadings readings(1);
  readings.missing = {0, 2};
  readings.doubt_missing(form, [&](std::size_t f) {
    return f == 2 ? std::optional(begins) : std::nullopt;
  });
  CHECK(readings.missing == std::vector<std::size_t>{0});
  REQUIRE(readings.unread.size() == 1);
  CHECK(readings.unread[0].row == 2);
  CHECK(readings.unread[0].place.at.line == 7);
}

TEST_CASE("table reading: a row without figures beside one that is cut") {
  using Doubt = UnreadRow::Doubt;
  const std::vector<FormRow> form = {row(0), row(0), row(0), row(1)};
  const auto doubt = [&](std::size_t empty, Doubt own, std::string_view cut) {
    TableReadings readings(2);
    readings.note_unread(empty, {}, {}, own);
    readings.note_unread(2, {cut}, {}, Doubt::lines);
    readings.doubt_missing(form, nothing_begins);
    return readings.unread.front().doubt;
  };
  CHECK(doubt(1, Doubt::lines, "1 2") == Doubt::beside);
  CHECK(doubt(1, Doubt::lines, "") == Doubt::lines);
  CHECK(doubt(0, Doubt::lines, "1 2") == Doubt::lines);
  CHECK(doubt(3, Doubt::lines, "1 2") == Doubt::lines);  // of another table
  CHECK(doubt(1, Doubt::cells, "1 2") == Doubt::cells);
}

/// Rows of the form, and others as 100 and more; what came of these.
std::string others(const std::vector<std::size_t>& standing,
                   std::vector<std::size_t> missing,
                   const std::vector<std::size_t>& grids = {}) {
  std::vector<FormRow> form(6);
  for (std::size_t f = 0; f < form.size(); ++f) {
    form[f].label = Label("行政处罚");
    form[f].table = f / 4;
  }
  std::vector<StandingRow> rows;
  for (std::size_t i = 0; i < standing.size(); ++i) {
    StandingRow row{i < grids.size() ? grids[i] : 0, standing[i]};
    if (standing[i] >= 100) {
      row.other = AddedRow{0, std::to_string(standing[i]), {}};
    }
    rows.push_back(row);
  }
  TableReadings readings(2);
  readings.missing = std::move(missing);
  readings.note_others(form, rows);
  std::string all;
  for (const ReplacedRow& row : readings.replaced) {
    all += std::to_string(row.row) + "=" + row.printed + " ";
  }
  for (const AddedRow& row : readings.added) {
    all += "+" + row.printed + "@" + std::to_string(row.table) + " ";
  }
  for (const std::size_t f : readings.missing) all += "-" + std::to_string(f);
  return all;
}

TEST_CASE("table reading: another row in the place of one that is missing") {
  CHECK(others({0, 100, 2}, {1}) == "1=100 ");
  CHECK(others({0, 100, 101, 3}, {1, 2}) == "1=100 2=101 ");
  // Also before the first row, and behind the last.
  CHECK(others({100, 1}, {0}) == "0=100 ");
  CHECK(others({4, 100}, {5}) == "5=100 ");
}

TEST_CASE("table reading: another row in no place is an added one") {
  CHECK(others({0, 100, 1}, {}) == "+100@0 ");
  CHECK(others({0, 100, 1, 3}, {2}) == "+100@0 -2");
  CHECK(others({0, 100, 101, 2}, {1}) == "+100@0 +101@0 -1");
  CHECK(others({3, 100, 4}, {}) == "+100@0 ");
  // What stands around the tables is none of their rows.
  CHECK(others({100, 0, 1, 101}, {}) == "");
  CHECK(others({100, 1}, {0}, {1, 2}) == "-0");
}

TEST_CASE("table reading: of added rows the first are told") {
  std::vector<std::size_t> standing = {0};
  for (std::size_t i = 0; i < 1000; ++i) standing.push_back(100 + i);
  standing.push_back(1);
  const std::string all = others(standing, {});
  CHECK(std::count(all.begin(), all.end(), '+') == 20);
}

TEST_CASE("table reading: what is long is not repeated whole") {
  TableReadings readings(1);
  readings.note_unread(4, std::vector<std::string_view>(100, "12345"), {},
                       UnreadRow::Doubt::cells);
  REQUIRE(readings.unread.size() == 1);
  CHECK(readings.unread[0].row == 4);
  CHECK(readings.unread[0].printed.starts_with("12345 12345 "));
  CHECK(readings.unread[0].printed.size() < 80);
}

}  // namespace
}  // namespace gov_report
