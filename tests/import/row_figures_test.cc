// Which figures behind a label are those of its row.

#include "import/row_figures.h"

#include <doctest/doctest.h>

#include "import/stretch_rows.h"
#include "support/real_law.h"
#include "support/small_form.h"

namespace gov_report {
namespace {

/// The figures of the first line that has some, "[1][2]"; the form has no sums.
std::string alone(const std::vector<std::string>& lines) {
  const std::vector<std::string> three = {"本年新收", "上年结转", "数量合计"};
  const PublishedForm form = small_form({{"1.行政规范性文件", three},
                                         {"2.行政许可决定", three},
                                         {"3.行政处罚决定", three}});
  StretchesOfLines cut = cut_stretches(lines_page(lines), 0, lines.size(),
                                       form.words, real_law().pages().figure);
  name_rows(cut.stretches, form.rows, 1);
  REQUIRE(!cut.stretches.front().rows.empty());
  std::string all;
  for (const TextPiece& figure :
       RowFigures(cut.stretches, form).alone(cut.stretches.front())) {
    all += "[" + figure.text + "]";
  }
  return all;
}

TEST_CASE("row figures: as many as columns, or digits that are all zero") {
  CHECK(alone({"1.行政规范性文件 1 2 3"}) == "[1][2][3]");
  CHECK(alone({"1.行政规范性文件 000"}) == "[0][0][0]");
  CHECK(alone({"1.行政规范性文件 123"}).empty());
  CHECK(alone({"1.行政规范性文件 1 2"}).empty());
}

TEST_CASE("row figures: a blank cell behind the label counts as one") {
  CHECK(alone({"1.行政规范性文件 | | 2 | 3 |"}) == "[][2][3]");
  // The sums would have to say that it is part of the label.
  CHECK(alone({"1.行政规范性文件 | | 1 | 2 | 3 |"}).empty());
}

TEST_CASE("row figures: zeros behind a blank cell are all or none") {
  const std::string zeros = "1.行政规范性文件 | | 0 | 0 | 0 |";
  CHECK(alone({zeros, "2.行政许可决定 | | 1 | 2 | 3 |"}) == "[0][0][0]");
  // Others have a remark: the last may be one.
  CHECK(alone({zeros, "2.行政许可决定 | 1 | 2 | 3 | 9 |"}).empty());
}

TEST_CASE("row figures: words stand for one only if all cells are there") {
  CHECK(alone({"1.行政规范性文件 | 九 | 2 | 3 |"}) == "[九][2][3]");
  CHECK(alone({"1.行政规范性文件 | 件 | 2 | 3 | |"}).empty());
  CHECK(alone({"1.行政规范性文件 | 1 | 待定 | 3 | |"}).empty());
  // A unit in each row, and a last cell that is blank.
  CHECK(alone({"1.行政规范性文件 | 件 | 2 | 3 |",
               "2.行政许可决定 | 件 | 1 | 2 | 3 |"})
            .empty());
}

TEST_CASE("row figures: beside rows with more, as many may be others") {
  // A column more in front, and the last cell blank; or behind, and a cell left
  // out: only sums would tell.
  CHECK(alone({"1.行政规范性文件 | 7 | 1 | 2 | |",
               "2.行政许可决定 | 7 | 1 | 2 | 3 |"})
            .empty());
  CHECK(alone({"1.行政规范性文件 0 0 0", "2.行政许可决定 7 1 2 3"}).empty());
  CHECK(alone({"1.行政规范性文件 1 2 3", "2.行政许可决定 4 5 9"}) ==
        "[1][2][3]");
}

}  // namespace
}  // namespace gov_report
