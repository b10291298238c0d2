#include "check/slips.h"

#include <doctest/doctest.h>

#include <string>

namespace gov_report {
namespace {

Slip slip(std::string_view from, std::string_view to,
          const SlipContext& context = {}) {
  return likely_slip(Decimal::parse(from).value(), Decimal::parse(to).value(),
                     context)
      .slip;
}

int cost(std::string_view from, std::string_view to,
         const SlipContext& context = {}) {
  return likely_slip(Decimal::parse(from).value(), Decimal::parse(to).value(),
                     context)
      .cost;
}

TEST_CASE("slips: what stands there against what would be right") {
  struct Case {
    const char* from;
    const char* to;
    Slip slip;
  };
  for (const Case& one :
       std::vector<Case>{{"3952", "3592", Slip::swapped_digits},
                         {"21", "12", Slip::swapped_digits},
                         {"-3", "3", Slip::sign},
                         {"35", "352", Slip::missing_digit},
                         {"52", "352", Slip::missing_digit},
                         {"3552", "352", Slip::doubled_digit},
                         {"3520", "352", Slip::extra_digit},
                         {"3592", "352", Slip::extra_digit},
                         {"358", "352", Slip::mistyped_digit},
                         {"0", "352", Slip::left_at_zero},
                         {"10", "11", Slip::mistyped_digit},
                         {"99", "100", Slip::off_by_one},
                         {"417", "352", Slip::unknown},
                         {"1.25", "12.5", Slip::swapped_digits}}) {
    CAPTURE(one.from);
    CAPTURE(one.to);
    CHECK(slip(one.from, one.to) == one.slip);
  }
}

TEST_CASE("slips: a figure copied from elsewhere, or a total added up") {
  SlipContext context;
  context.is_sum = true;
  CHECK(slip("417", "352", context) == Slip::wrong_sum);
  context.neighbours = {Decimal(417)};
  CHECK(slip("417", "352", context) == Slip::neighbours_value);
  context.neighbours.clear();
  context.last_year = Decimal(417);
  CHECK(slip("417", "352", context) == Slip::last_years_value);
}

TEST_CASE("slips: the surer the sign of a slip, the cheaper") {
  SlipContext sum;
  sum.is_sum = true;
  CHECK(cost("3952", "3592") < cost("35", "352"));
  CHECK(cost("35", "352") < cost("358", "352"));
  CHECK(cost("358", "352") <= cost("357", "352"));
  CHECK(cost("358", "352") < cost("417", "352", sum));
  CHECK(cost("417", "352", sum) < cost("417", "352"));
  CHECK(cost("0", "352", sum) < cost("0", "352"));
  CHECK(cost("3", "5", sum) == cost("417", "352", sum));  // one digit: no proof
}

}  // namespace
}  // namespace gov_report
