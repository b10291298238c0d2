#include "write/formula.h"

#include <doctest/doctest.h>

using namespace gov_report;

TEST_CASE("places have the names of a spreadsheet") {
  CHECK(place_name({2, 3}) == "D3");
  CHECK(place_name({0, 25}) == "Z1");
  CHECK(place_name({0, 26}) == "AA1");
  CHECK(place_name({99, 701}) == "ZZ100");
}

TEST_CASE("neighbours become ranges in any order") {
  CHECK(sum_of({{3, 3}, {3, 4}, {3, 5}}) == "SUM(D4:F4)");
  CHECK(sum_of({{3, 3}, {4, 3}, {8, 5}}) == "SUM(D4:D5,F9)");
  CHECK(sum_of({{4, 3}, {3, 3}}) == "SUM(D4:D5)");
  CHECK(sum_of({{0, 0}, {0, 1}, {1, 0}, {1, 1}}) == "SUM(A1:B2)");
  CHECK(sum_of({{0, 0}, {0, 2}, {0, 4}}) == "SUM(A1,C1,E1)");
}

TEST_CASE("a place given twice counts twice") {
  CHECK(sum_of({{0, 0}, {0, 0}}) == "SUM(A1,A1)");
}

TEST_CASE("differences leave out an empty side") {
  CHECK(difference_of({{0, 0}}, {{1, 0}}) == "SUM(A1)-SUM(A2)");
  CHECK(difference_of({{0, 0}}, {}) == "SUM(A1)");
  CHECK(difference_of({}, {{1, 0}}) == "-SUM(A2)");
  CHECK(difference_of({}, {}) == "0");
}
