#include "base/decimal.h"

#include <doctest/doctest.h>

#include <limits>
#include <stdexcept>
#include <utility>
#include <vector>

namespace gov_report {
namespace {

Decimal decimal(std::string_view text) {
  return Decimal::parse(text).value();
}

constexpr std::string_view kLargest = "999999999999999999.9999999999";

TEST_CASE("decimal: plain decimals are read exactly") {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"0", "0"},
      {"12", "12"},
      {"-8", "-8"},
      {"007", "7"},
      {"-0", "0"},
      {"0.10", "0.1"},
      {"0.0000000001", "0.0000000001"},
      {"-0.5", "-0.5"},
      {"100.00", "100"},
      {"1000000", "1000000"},
      {"75394432.52", "75394432.52"},
      {"000000000000000001", "1"},
      {kLargest, kLargest},
      {"-999999999999999999", "-999999999999999999"},
  };
  for (const auto& [input, expected] : cases) {
    CAPTURE(input);
    const auto parsed = Decimal::parse(input);
    REQUIRE(parsed.has_value());
    CHECK(parsed->text() == expected);
  }
}

TEST_CASE("decimal: anything but a plain decimal is refused") {
  for (const std::string_view input : {"",
                                       "-",
                                       "+1",
                                       "--1",
                                       "1.",
                                       ".5",
                                       "-.5",
                                       "1..2",
                                       "1.2.3",
                                       "1e3",
                                       " 1",
                                       "1 ",
                                       "1,234",
                                       "0x10",
                                       "1.00000000001",
                                       "1.00000000000",
                                       "1000000000000000000",
                                       "0000000000000000001",
                                       "１２",
                                       "1-",
                                       "nan",
                                       "1.-2"}) {
    CAPTURE(input);
    CHECK_FALSE(Decimal::parse(input).has_value());
  }
  CHECK_FALSE(Decimal::parse(std::string_view("1\0", 2)).has_value());
}

TEST_CASE("decimal: the examples of the header hold") {
  CHECK(Decimal::parse("0.10") == Decimal::parse("0.1"));
  CHECK(Decimal::parse("1,234") == std::nullopt);
  CHECK(decimal("75394432.52").divided_by_power_of_ten(4) ==
        decimal("7539.443252"));
}

TEST_CASE("decimal: sums, differences and products are exact") {
  CHECK(decimal("0.1") + decimal("0.2") == decimal("0.3"));
  CHECK(decimal("2.005") - decimal("3") == decimal("-0.995"));
  CHECK(decimal("-1.5") * decimal("0.25") == decimal("-0.375"));
  CHECK(decimal("0.00001") * decimal("0.00001") == decimal("0.0000000001"));
  CHECK(decimal("999999999999999999") * Decimal(1) ==
        decimal("999999999999999999"));
  CHECK(-decimal("0.25") == decimal("-0.25"));
  Decimal sum;
  for (int i = 0; i < 10; ++i) sum += decimal("0.1");
  CHECK(sum == Decimal(1));
}

TEST_CASE("decimal: nothing is out of range or rounded in silence") {
  const Decimal largest = decimal(kLargest);
  CHECK_THROWS_AS(largest + decimal("0.0000000001"), std::overflow_error);
  CHECK_THROWS_AS(-largest - Decimal(1), std::overflow_error);
  CHECK_THROWS_AS(largest * Decimal(2), std::overflow_error);
  CHECK_THROWS_AS(largest * largest, std::overflow_error);
  CHECK_THROWS_AS(Decimal(1'000'000'000) * Decimal(1'000'000'000),
                  std::overflow_error);
  CHECK_THROWS_AS(decimal("0.000001") * decimal("0.000001"),
                  std::overflow_error);
  CHECK_THROWS_AS(-Decimal(std::numeric_limits<Count>::min()),
                  std::overflow_error);
}

TEST_CASE("decimal: a division that would lose digits has no result") {
  CHECK(Decimal(5).divided_by_power_of_ten(0) == Decimal(5));
  CHECK(Decimal(5).divided_by_power_of_ten(10) == decimal("0.0000000005"));
  CHECK(Decimal(5).divided_by_power_of_ten(11) == std::nullopt);
  CHECK(Decimal(50).divided_by_power_of_ten(11) == decimal("0.0000000005"));
  CHECK(Decimal(0).divided_by_power_of_ten(1000) == Decimal(0));
  CHECK(decimal("-12.5").divided_by_power_of_ten(1) == decimal("-1.25"));
}

TEST_CASE("decimal: whole numbers are told from others") {
  CHECK(decimal("3.0").is_whole());
  CHECK(decimal("3.0").whole() == 3);
  CHECK(decimal("-8").whole() == -8);
  CHECK_FALSE(decimal("3.5").is_whole());
  CHECK(decimal("3.5").whole() == std::nullopt);
  CHECK(decimal("0").decimals() == 0);
  CHECK(decimal("120").decimals() == 0);
  CHECK(decimal("1.50").decimals() == 1);
  CHECK(decimal("-0.0000000001").decimals() == 10);
}

TEST_CASE("decimal: values are ordered") {
  CHECK(decimal("-2") < decimal("-1.5"));
  CHECK(decimal("0.9") < Decimal(1));
  CHECK(decimal("10") > decimal("9.99"));
  CHECK(Decimal() == Decimal(0));
}

}  // namespace
}  // namespace gov_report
