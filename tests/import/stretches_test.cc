// Lines of text as words with the figures behind them.

#include "import/stretches.h"

#include <doctest/doctest.h>

#include "support/real_law.h"
#include "support/small_form.h"

namespace gov_report {
namespace {

StretchesOfLines cut(const std::vector<std::string>& lines) {
  const PublishedPage page = lines_page(lines);
  return cut_stretches(page, 0, page.blocks.size(), {},
                       real_law().pages().figure);
}

TEST_CASE("stretches: words over lines, then their figures") {
  const auto lines = cut({"属于国家", "秘密 1 0", "处罚 3"});
  REQUIRE(lines.stretches.size() == 2);
  const Stretch& first = lines.stretches[0];
  CHECK(first.words == "属于国家秘密");
  CHECK(first.figures.size() == 2);
  CHECK(first.line_at(0) == 1);
  CHECK(first.line_at(first.words.size() - 1) == 2);
  CHECK(first.is_beside_figures());
  CHECK(lines.stretches[1].figures[0].text == "3");
}

TEST_CASE("stretches: two bars are a blank cell, and end the row") {
  const auto lines = cut({"处罚 | | 强制"});
  REQUIRE(lines.stretches.size() == 2);
  CHECK(lines.stretches[0].words == "处罚");
  CHECK(lines.stretches[1].words == "强制");
}

TEST_CASE("stretches: figures in one line, or each in its own") {
  const auto in_lines = [](const std::vector<std::string>& lines) {
    return in_one_line_or_each_in_its_own(cut(lines).stretches[0].figures);
  };
  CHECK(in_lines({"处罚 1 2 3"}));
  CHECK(in_lines({"处罚", "1", "2", "3"}));
  CHECK_FALSE(in_lines({"处罚", "1 2", "3"}));
}

}  // namespace
}  // namespace gov_report
