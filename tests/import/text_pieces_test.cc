// Lines cut into words, figures and bars.

#include "import/text_pieces.h"

#include <doctest/doctest.h>

#include "support/real_law.h"

namespace gov_report {
namespace {

/// "words@column [figure]@column |@column" for one line.
std::string cut(const std::vector<std::string>& lines) {
  std::vector<TextPiece> pieces;
  Place place;
  for (const std::string& line : lines) {
    ++place.at.line;
    place.at.column = 1;
    cut_line(line, place, {"1.规章", "2.许可", "规章"},
             real_law().pages().figure, pieces);
  }
  join_labels(pieces);
  std::string all;
  for (const TextPiece& piece : pieces) {
    if (!all.empty()) all += ' ';
    all += piece.bar ? "|" : piece.figure ? "[" + piece.text + "]" : piece.text;
    all += "@" + std::to_string(piece.place.at.column);
  }
  return all;
}

TEST_CASE("text pieces: words and figures at blanks, with their columns") {
  CHECK(cut({"处罚  12 3"}) == "处罚@1 [12]@5 [3]@8");
  // A second line of the same length counts its own columns.
  CHECK(cut({"处罚  12 3", "   强制  4"}) ==
        "处罚@1 [12]@5 [3]@8 强制@4 [4]@8");
}

TEST_CASE("text pieces: words in a cell between figures stand for one") {
  CHECK(cut({"规章 | 九 | 0 |"}) == "规章@1 |@4 [九]@6 |@8 [0]@10 |@12");
  CHECK(cut({"规章 | 1 | 待定 | 0"}) ==
        "规章@1 |@4 [1]@6 |@8 [待定]@10 |@13 [0]@15");
}

TEST_CASE("text pieces: words that may be a label or a note stand for none") {
  // Behind words that are no label, before another label, at the end of the
  // line, alike to a label, with a number.
  CHECK(cut({"其他 | 九 | 0"}) == "其他@1 |@4 九@6 |@8 [0]@10");
  CHECK(cut({"规章 | 九 | 规章 | 0"}) ==
        "规章@1 |@4 九@6 |@8 规章@10 |@13 [0]@15");
  CHECK(cut({"规章 | 0 | 九 |"}) == "规章@1 |@4 [0]@6 |@8 九@10 |@12");
  CHECK(cut({"规章 | 2.许司 | 0"}) == "规章@1 |@4 2.许司@6 |@11 [0]@13");
  CHECK(cut({"规章 九 0"}) == "规章@1 九@4 [0]@6");
}

// A blank cell stands at the bar that begins it.
TEST_CASE("text pieces: cells at bars; a blank one between figures") {
  CHECK(cut({"处罚 | 1 | | 3 | |"}) ==
        "处罚@1 |@4 [1]@6 []@8 |@10 [3]@12 |@14 |@16");
  CHECK(cut({"7 | 处罚 | 1 |"}) == "|@3 处罚@5 |@8 [1]@10 |@12");
  CHECK(cut({"处罚 | | 3 |"}) == "处罚@1 []@4 |@6 [3]@8 |@10");
  CHECK(cut({"| | 3 |"}) == "|@1 |@3 [3]@5 |@7");
  CHECK(cut({"处罚 | | 强制 | 3 |"}) ==
        "处罚@1 |@4 |@6 强制@8 |@11 [3]@13 |@15");
}

TEST_CASE("text pieces: a unit belongs to its figure, a mark to its label") {
  CHECK(cut({"处罚 12 件"}) == "处罚@1 [12 件]@4");
  CHECK(cut({"8 .属于"}) == "8@1 .属于@3");
  CHECK(cut({"8 . 属于 3"}) == "8 .@1 属于@5 [3]@8");
  CHECK(cut({"8", ".属于"}) == "8@1 .属于@1");
  CHECK(cut({"处罚 8", ".属于"}) == "处罚@1 [8]@4 .属于@1");
}

TEST_CASE("text pieces: a label's mark in a line of cells is no serial") {
  // The words behind the mark begin with a known label.
  CHECK(cut({"2.规章以外 | 1 |"}) == "2.@1 规章@1 以外@1 |@8 [1]@10 |@12");
}

TEST_CASE("text pieces: known labels without a blank around them") {
  CHECK(cut({"1.规章0002.许可7"}) == "1.规章@1 [000]@1 2.许可@1 [7]@1");
}

}  // namespace
}  // namespace gov_report
