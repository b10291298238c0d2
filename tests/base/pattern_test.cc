#include "base/pattern.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace gov_report {
namespace {

TEST_CASE("pattern: the first match, with its groups") {
  const Pattern pattern("申请([0-9]+)(件)?");
  const std::string text = "收到申请12";
  const auto match = pattern.find(text);
  REQUIRE(match);
  CHECK(match->whole() == Span{6, 14});
  REQUIRE(match->groups.size() == 3);
  CHECK(match->groups[1] == Span{12, 14});
  CHECK_FALSE(match->groups[2].taken());
}

TEST_CASE("pattern: a search begins where it is told") {
  const Pattern pattern("a");
  CHECK(pattern.find("a-a", 1)->whole() == Span{2, 3});
  CHECK_FALSE(pattern.find("a-a", 3));
  CHECK_FALSE(pattern.find("a", 2));
}

TEST_CASE("pattern: spans, with groups that took no part") {
  const Pattern year("(上年)?([0-9]{4})年");
  CHECK(year.groups() == 2);
  const std::string text = "比上年2023年多，2024年";
  const auto first = year.spans(text);
  REQUIRE(first.size() == 3);
  CHECK(first[0].of(text) == "上年2023年");
  CHECK(first[1].of(text) == "上年");
  CHECK(first[2].of(text) == "2023");
  const auto second = year.spans(text, first[0].end);
  REQUIRE(second.size() == 3);
  CHECK(second[0].begin == text.find("2024"));
  CHECK_FALSE(second[1].taken());
  CHECK(second[1].of(text).empty());
  CHECK(year.spans(text, second[0].end).empty());
}

TEST_CASE("pattern: anchors mean the whole text, wherever a search begins") {
  const Pattern start("^一");
  CHECK(start.spans("一一").size() == 1);
  CHECK(start.spans("一一", 3).empty());
  CHECK_FALSE(start.matches("二一"));
  CHECK(Pattern("二$").spans("一二", 3).size() == 1);
}

TEST_CASE("pattern: none, empty matches, text that is no UTF-8") {
  CHECK_FALSE(Pattern().matches("a"));
  CHECK(Pattern().spans("a").empty());
  CHECK(Pattern().groups() == 0);
  const auto empty = Pattern("x*").spans("abc", 3);
  REQUIRE(empty.size() == 1);
  CHECK(empty[0].begin == 3);
  CHECK(empty[0].end == 3);
  CHECK_FALSE(Pattern("年").matches("\xE5\xB9"));
  CHECK(Pattern("a").matches("\xFF\x61\xFE"));
}

TEST_CASE("pattern: what does not compile is nullopt, with the reason") {
  for (const std::string text : {"(", "a{2,1}", "[", "(?=a)", "*", "\\"}) {
    CAPTURE(text);
    std::string error;
    CHECK_FALSE(Pattern::compile(text, &error));
    CHECK_FALSE(error.empty());
    CHECK_FALSE(Pattern::compile(text, nullptr));
  }
  CHECK(Pattern::compile("a", nullptr));
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

/// A set that has seen the texts of which it tells nothing.
PatternSet ready(const std::vector<Pattern>& patterns) {
  PatternSet set(patterns);
  for (std::uint64_t i = 0; i < PatternSet::kFirstTexts; ++i) {
    const PatternSet::Found found = set.in("");
    for (const Pattern& pattern : patterns) CHECK(found.may_match(pattern));
  }
  return set;
}

TEST_CASE("pattern set: it tells which patterns are in a text") {
  const Pattern year("20[0-9]{2}年");
  const Pattern count("[0-9]+件");
  const Pattern other("无");
  const PatternSet set = ready({year, count, other});
  const PatternSet::Found both = set.in("2024年\n收到申请12件");
  CHECK(both.may_match(year));
  CHECK(both.may_match(count));
  CHECK_FALSE(both.may_match(other));
  const PatternSet::Found none = set.in("");
  CHECK_FALSE(none.may_match(year));
  CHECK_FALSE(none.may_match(other));
}

TEST_CASE("pattern set: what matches in a line alone is found in all lines") {
  const Pattern begins("^收到");
  const Pattern ends("办结$");
  const Pattern bounded("(?:^|[^0-9])12(?:$|[^0-9])");
  const Pattern absent("^到");
  const PatternSet set = ready({begins, ends, bounded, absent});
  for (const std::string text :
       {"收到\n12\n办结", "x\n收到申请12\n已办结\n", "收到办结\n12"}) {
    CAPTURE(text);
    const PatternSet::Found found = set.in(text);
    CHECK(found.may_match(begins));
    CHECK(found.may_match(ends));
    CHECK(found.may_match(bounded));
    CHECK_FALSE(found.may_match(absent));
  }
  CHECK_FALSE(set.in("已收到办结了112").may_match(bounded));
}

TEST_CASE("pattern set: nothing is told of what it cannot know") {
  const Pattern whole("\\A收到\\z");
  const Pattern wrong("(");
  const Pattern plain("a");
  const PatternSet set = ready({whole, wrong, plain});
  const PatternSet::Found found = set.in("x\n收到\ny");
  CHECK(found.may_match(whole));
  CHECK(found.may_match(wrong));
  CHECK_FALSE(found.may_match(plain));
}

TEST_CASE("pattern set: a pattern that is not in it may match") {
  const Pattern inside("a");
  const Pattern outside("a");
  const PatternSet set = ready({inside});
  CHECK_FALSE(set.in("b").may_match(inside));
  CHECK(set.in("b").may_match(outside));
  CHECK(set.in("b").may_match(Pattern()));
  CHECK(PatternSet().in("b").may_match(inside));
}

TEST_CASE("pattern set: what it told stays known when the set is gone") {
  const Pattern pattern("a");
  PatternSet::Found found;
  {
    const PatternSet set = ready({pattern});
    found = set.in("b");
  }
  CHECK_FALSE(found.may_match(pattern));
}

TEST_CASE("pattern set: of patterns too large for it, any may match") {
  std::vector<Pattern> patterns;
  for (char c = 'a'; c <= 'z'; ++c) {
    patterns.emplace_back(std::string(1, c) + "\\pL{150}");
  }
  const PatternSet set(patterns);
  for (std::uint64_t i = 0; i <= PatternSet::kFirstTexts; ++i) {
    CHECK(set.in("a").may_match(patterns.front()));
  }
}

}  // namespace
}  // namespace gov_report
