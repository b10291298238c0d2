#include "write/excerpt.h"

#include <doctest/doctest.h>

#include <chrono>

#include "base/text.h"

namespace gov_report {
namespace {

Excerpt excerpt(const std::string& line, std::uint32_t column,
                std::uint32_t width) {
  return excerpt_of({"f", {1, column}, width, line, {}});
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

/// The characters from column `from` on that take `columns`; marks without
/// width belong to the character before them.
std::string at_columns(const std::string& text, std::size_t from,
                       std::size_t columns) {
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    const std::string_view one =
        std::string_view(text).substr(begin, at - begin);
    const std::size_t place =
        column + (display_width(one) > 0 ? 0 : std::size_t(-1));
    if (place >= from && place < from + columns) out += one;
    column += display_width(one);
  }
  return out;
}

/// What stands above the mark.
std::string marked(const Excerpt& excerpt) {
  return at_columns(excerpt.text, excerpt.before, excerpt.marked);
}

TEST_CASE("excerpt: the mark is as wide as what it stands under") {
  struct Case {
    std::string line;
    std::uint32_t column;
    std::uint32_t width;
    std::size_t before;
    std::size_t marked;
  };
  // Widths counted by hand: a hanzi and a full-width digit take two columns,
  // a combining mark none, an emoji two.
  const std::vector<Case> cases = {
      {"abc,def", 5, 3, 4, 3},
      {"申请,自然仁", 4, 3, 5, 6},
      {"２０２４，x", 6, 1, 10, 1},
      {"e\u0301,b", 4, 1, 2, 1},
      {"e\u0301,b", 1, 2, 0, 1},
      {"\U0001F600,b", 3, 1, 3, 1},
      {"a\tb\tc", 5, 1, 4, 1},
      {"abc", 4, 1, 3, 1},  // behind the end
      {"", 1, 1, 0, 1},
  };
  for (const Case& one : cases) {
    CAPTURE(one.line);
    const Excerpt got = excerpt(one.line, one.column, one.width);
    CHECK(got.before == one.before);
    CHECK(got.marked == one.marked);
  }
}

TEST_CASE("excerpt: a tab is one blank, a control character is seen") {
  CHECK(excerpt("a\tb\x1b[31mc", 1, 1).text == "a b\uFFFD[31mc");
}

TEST_CASE("excerpt: a whole line has no mark") {
  CHECK(excerpt("申请", 0, 1).marked == 0);
  CHECK(excerpt("申请", 0, 1).text == "申请");
}

TEST_CASE("excerpt: a long line is cut around the mark") {
  const std::string line = repeated("申", 300) + "自然仁" + repeated("请", 300);
  const Excerpt got = excerpt(line, 301, 3);
  CHECK(marked(got) == "自然仁");
  CHECK(got.text.starts_with("\u2026申"));
  CHECK(got.text.ends_with("请\u2026"));
  CHECK(display_width(got.text) <= 122);
  // At the start of a line nothing is cut on the left.
  CHECK(excerpt(line, 1, 1).text.starts_with("申"));
  CHECK(excerpt(line, 1, 1).text.ends_with("申\u2026"));
}

TEST_CASE("excerpt: the mark never runs past the text") {
  const Excerpt got = excerpt(repeated("x", 60) + repeated("长", 400), 61, 400);
  CHECK(got.before + got.marked <= display_width(got.text));
}

TEST_CASE("excerpt: a combining mark is not cut from its letter") {
  const std::string line = repeated("e\u0301", 400) + "!";
  const Excerpt got = excerpt(line, 801, 1);
  CHECK(marked(got) == "!");
  CHECK(got.text.starts_with("\u2026e\u0301"));
}

TEST_CASE("excerpt: a row of a MiB takes no time") {
  const std::string line = repeated("申请", 170000) + "!";
  const auto start = std::chrono::steady_clock::now();
  const Excerpt got = excerpt(line, 340001, 1);
  const auto taken = std::chrono::steady_clock::now() - start;
  CHECK(marked(got) == "!");
  CHECK(taken < std::chrono::seconds(5));  // by squares it would be hours
}

}  // namespace
}  // namespace gov_report
