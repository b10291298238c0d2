#include "check/ratio.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

Decimal number(const char* text) {
  return Decimal::parse(text).value();
}

Ratio percent(Count part, Count whole) {
  return Ratio::percent(part, whole).value();
}

TEST_CASE("ratio: half a unit of the last digit written is allowed") {
  // 100 / 3 = 33.333…
  CHECK(percent(1, 3).rounds_to(number("33.3"), 1));
  CHECK(percent(1, 3).rounds_to(number("33"), 0));
  CHECK_FALSE(percent(1, 3).rounds_to(number("33.4"), 1));
  CHECK_FALSE(percent(1, 3).rounds_to(number("33.30"), 2));
  // 1 / 8 = 12.5 %: either way.
  CHECK(percent(1, 8).rounds_to(number("12"), 0));
  CHECK(percent(1, 8).rounds_to(number("13"), 0));
  CHECK_FALSE(percent(1, 8).rounds_to(number("14"), 0));
}

TEST_CASE("ratio: a percentage of nothing is none") {
  CHECK_FALSE(Ratio::percent(1, 0));
  CHECK_FALSE(Ratio::percent(number("0.5"), 1));
  CHECK(Ratio::percent(0, 1));
}

TEST_CASE("ratio: it is printed rounded half up, without trailing zeros") {
  CHECK(percent(50, 118).rounded(2).text() == "42.37");
  CHECK(percent(1, 8).rounded(0).text() == "13");
  CHECK(percent(3, 8).rounded(2).text() == "37.5");
  CHECK(percent(-3, 8).rounded(0).text() == "-38");
}

TEST_CASE("ratio: shares of two years are subtracted exactly") {
  // 50/118 - 40/103 = 42.3729 - 38.8350 = 3.5379
  const Ratio moved = Ratio::difference(percent(50, 118), percent(40, 103));
  CHECK(moved.rounded(4).text() == "3.5379");
  CHECK(moved.rounds_to(number("3.54"), 2));
  CHECK_FALSE(moved.rounds_to(number("3.53"), 2));
}

TEST_CASE("ratio: figures of the largest size do not overflow") {
  const Count large = 1'000'000'000'000;
  CHECK(percent(large, large - 1).rounds_to(number("100.00"), 2));
  CHECK(Ratio::difference(percent(large, large - 1), percent(1, large))
            .at_least(number("99")));
}

}  // namespace
}  // namespace gov_report
