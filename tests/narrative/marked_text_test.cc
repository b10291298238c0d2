// The letters of running text as patterns see them.

#include "narrative/marked_text.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"

namespace gov_report {
namespace {

TEST_CASE("folded runs have no blanks, half-width digits, full-width marks") {
  const std::vector<TextRun> runs = {
      {"共收到 １２件,", false, {3, 1}, ""},
      {"同比\u3000增长5%(约)；\uFEFF全部办结。", false, {4, 1}, ""}};
  CHECK(folded_runs(runs) == "共收到12件，同比增长5%（约）；全部办结。");
}

TEST_CASE("folded runs are the letters, one behind the other") {
  std::string all;
  for (char32_t c = 1; c < 0x10000; c += 7) {
    if (c < 0xD800 || c > 0xDFFF) append_utf8(all, c);
  }
  const std::vector<TextRun> runs = {{all, false, {1, 1}, ""}};
  std::string letters;
  for (const Letter& letter : fold_letters(runs)) {
    append_utf8(letters, letter.c);
  }
  CHECK(folded_runs(runs) == letters);
}

}  // namespace
}  // namespace gov_report
