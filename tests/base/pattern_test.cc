#include "base/pattern.h"

#include <doctest/doctest.h>

#include <string>

namespace gov_report {
namespace {

TEST_CASE("pattern: the first match, with its groups") {
  const Pattern pattern("申请([0-9]+)(件)?");
  const std::string text = "收到申请12";
  const auto match = pattern.find(text);
  REQUIRE(match);
  CHECK(match->whole() == Span{6, 14});
  REQUIRE(match->groups.size() == 3);
  CHECK(*match->groups[1] == Span{12, 14});
  CHECK_FALSE(match->groups[2].has_value());
}

TEST_CASE("pattern: a search begins where it is told") {
  const Pattern pattern("a");
  CHECK(pattern.find("a-a", 1)->whole() == Span{2, 3});
  CHECK_FALSE(pattern.find("a-a", 3));
  CHECK_FALSE(pattern.find("a", 2));
}

TEST_CASE("pattern: one that does not compile says why and matches nothing") {
  const Pattern pattern("(申请");
  CHECK(pattern.error() == "missing ): (申请");
  CHECK_FALSE(pattern.find("申请"));
  CHECK_FALSE(Pattern("申请").error());
}

TEST_CASE("pattern: no expression takes more than linear time") {
  const Pattern pattern("(a*)*(a*)*b");
  CHECK_FALSE(pattern.find(std::string(1 << 20, 'a')));
}

}  // namespace
}  // namespace gov_report
