// Whether figures in lines of text are sure to be those of the label.

#include "import/line_layout.h"

#include <doctest/doctest.h>

#include "support/small_form.h"

namespace gov_report {
namespace {

const std::vector<std::string> kThree = {"本年新收", "上年结转", "数量合计"};
const std::vector<SmallRow> kForm = {{"1.行政规范性文件", kThree},
                                     {"2.行政许可决定", kThree},
                                     {"3.行政处罚决定", kThree}};

struct Lines : SmallLines {
  explicit Lines(const std::vector<std::string>& lines,
                 const std::vector<SmallRow>& rows = kForm)
      : SmallLines(lines, rows) {}

  bool stands_in_line(std::size_t stretch) const {
    return LineLayout(cut.stretches, form).stands_in_line(stretch);
  }
  bool is_sure(std::size_t stretch) const {
    const Stretch& own = cut.stretches[stretch];
    REQUIRE(own.rows.size() == 1);
    const HeldLabel label = held_label(own.words, form.rows[own.rows[0]]);
    return LineLayout(cut.stretches, form).is_sure(stretch, label);
  }
};

TEST_CASE("line layout: figures of no row right above a label") {
  const auto has_others_above = [](const Lines& lines, std::size_t stretch) {
    return LineLayout(lines.cut.stretches, lines.form)
        .has_others_above(stretch);
  };
  const std::string second = "2.行政许可决定 1 2 3";
  CHECK(has_others_above(Lines({"数量合计", "4 5 9", second}), 1));
  CHECK(
      has_others_above(Lines({"1.行政规范性文件 1 0 1", "4 5 9", second}), 1));
  CHECK_FALSE(has_others_above(Lines({"1.行政规范性文件 1 0 1", second}), 1));
  CHECK_FALSE(has_others_above(Lines({"数量合计 1 2 3", second}), 1));
  CHECK_FALSE(has_others_above(Lines({second}), 0));
}

TEST_CASE("line layout: figures in one line, or each in its own") {
  CHECK(Lines({"1.行政规范性文件 1 2 3"}).stands_in_line(0));
  CHECK(Lines({"1.行政规范性文件", "1", "2", "3"}).stands_in_line(0));
  CHECK_FALSE(Lines({"1.行政规范性文件 1", "2 3"}).stands_in_line(0));
}

TEST_CASE("line layout: a last figure with words behind it may number them") {
  CHECK_FALSE(Lines({"1.行政规范性文件", "1", "2", "3 行政许可决定 4 5 9"})
                  .stands_in_line(0));
  CHECK(
      Lines({"1.行政规范性文件 1 2 3 2.行政许可决定 4 5 9"}).stands_in_line(0));
}

TEST_CASE("line layout: one figure below its label may number the page") {
  const std::vector<SmallRow> form = {
      {"行政许可", {"数量"}}, {"行政处罚", {"数量"}}, {"行政强制", {"数量"}}};
  const Lines beside({"行政许可 5", "行政处罚", "7", "行政强制 6"}, form);
  CHECK(beside.stands_in_line(0));
  CHECK_FALSE(beside.stands_in_line(1));
  const Lines below({"行政许可", "5", "行政处罚", "7", "行政强制 6"}, form);
  CHECK(below.stands_in_line(0));
  CHECK(below.stands_in_line(1));
}

TEST_CASE("line layout: a whole label ends where its figures begin") {
  CHECK(Lines({"1.行政规范性文件 1 2 3"}).is_sure(0));
  CHECK(Lines({"1.行政规范性文件（含修订） 1 2 3"}).is_sure(0));
  CHECK_FALSE(Lines({"1.行政规范性文件九 1 2 3"}).is_sure(0));
  // Over two lines, beside the last: they may be those of the row below.
  CHECK_FALSE(Lines({"1.行政规范", "性文件 1 2 3"}).is_sure(0));
  CHECK(Lines({"1.行政规范", "性文件", "1 2 3"}).is_sure(0));
}

TEST_CASE("line layout: a cut label goes on behind its figures, or is cut") {
  CHECK(Lines({"1.行政规范性 1 2 3", "文件"}).is_sure(0));
  CHECK(Lines({"1.行政规范性 1 2 3", "2.行政许可决定 4 5 9"}).is_sure(0));
  CHECK(Lines({"1.行政规范性 1 2 3"}).is_sure(0));
  CHECK_FALSE(Lines({"1.行政规范性 1 2 3", "的决定"}).is_sure(0));
}

TEST_CASE("line layout: figures above their labels") {
  const auto above = [](const std::vector<std::string>& lines) {
    const Lines one(lines);
    return LineLayout(one.cut.stretches, one.form).has_figures_above(0);
  };
  const std::string head = "事项 本年新收 上年结转 数量合计";
  CHECK(above({head, "1 2 3", "1.行政规范性文件", "4 5 9", "2.行政许可决定",
               "6 1 7", "3.行政处罚决定"}));
  CHECK(above({head, "1", "2", "3", "1.行政规范性文件", "4", "5", "9",
               "2.行政许可决定", "6", "1", "7", "3.行政处罚决定"}));
  // What follows belongs to other words.
  CHECK(above({head, "1 2 3", "1.行政规范性文件", "4 5 9", "2.行政许可决定",
               "附表", "6 1 7"}));
  // Those behind the last label may be of a line that has lost its words.
  CHECK(above({head, "8 2 10", "1.行政规范性文件", "4 5 9", "2.行政许可决定",
               "6 1 7"}));
  CHECK_FALSE(above(
      {head, "8 2 10", "1.行政规范性文件 4 5 9", "2.行政许可决定 6 1 7"}));
  CHECK_FALSE(above({head, "1.行政规范性文件", "1 2 3", "2.行政许可决定",
                     "4 5 9", "3.行政处罚决定"}));
  // Numbers of the columns, and each label has its own figures.
  CHECK_FALSE(above(
      {head, "1 2 3", "1.行政规范性文件", "4 5 9", "2.行政许可决定", "6 1 7"}));
  CHECK_FALSE(
      above({head + " 1 2 3", "1.行政规范性文件 4 5 9", "2.行政许可决定"}));
}

TEST_CASE("line layout: the last stretch has no words behind it") {
  const Lines one({"1.行政规范性文件 1 2 3", "说明"});
  const LineLayout layout(one.cut.stretches, one.form);
  CHECK(layout.words_behind(0) == "说明");
  CHECK(layout.words_behind(1) == "");
}

}  // namespace
}  // namespace gov_report
