#include "schema/expression.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

std::string shown(const std::vector<ParsedTerm>& terms) {
  std::string text;
  for (const ParsedTerm& term : terms) {
    text += "[" + term.factor.text() +
            (term.name.empty() ? "" : " " + term.name) + "]";
  }
  return text;
}

TEST_CASE("expressions: what is one") {
  struct Case {
    std::string text;
    std::string parsed;
  };
  const std::vector<Case> cases = {
      {"a = b", "[1 a] = [1 b]"},
      {"a=b", "[1 a] = [1 b]"},
      {"new + carried_over = resolved + carried_forward",
       "[1 new][1 carried_over] = [1 resolved][1 carried_forward]"},
      {"10 * a <= b + 3", "[10 a] <= [1 b][3]"},
      {"a - b >= -2", "[1 a][-1 b] >= [-2]"},
      {"0.5 * last.x.y < 0.1 * z", "[0.5 last.x.y] < [0.1 z]"},
      {"a - 0.5 * b > 0", "[1 a][-0.5 b] > [0]"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const auto parsed = parse_comparison(one.text);
    REQUIRE(parsed.has_value());
    CHECK(shown(parsed->left) + " " + parsed->op + " " + shown(parsed->right) ==
          one.parsed);
  }
}

TEST_CASE("expressions: what is none") {
  for (const std::string text :
       {"", "a", "a +", "a = ", "= b", "a == b", "a = b = c", "a * b = c",
        "a * 2 = c", "a b = c", "a + = b", "2 * = c", "a = b,", "(a) = b",
        "a != b", "a => b", "a = b +"}) {
    CHECK_MESSAGE(!parse_comparison(text).has_value(), text);
  }
}

}  // namespace
}  // namespace gov_report
