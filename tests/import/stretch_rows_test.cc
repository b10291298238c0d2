// Which rows of the form lines of text name.

#include "import/stretch_rows.h"

#include <doctest/doctest.h>

#include "support/small_form.h"

namespace gov_report {
namespace {

const std::vector<std::string> kThree = {"本年", "上年", "合计"};
const std::vector<SmallRow> kForm = {
    {"规章", kThree}, {"行政许可", kThree}, {"行政处罚", kThree}};

struct Named {
  Named(const std::vector<SmallRow>& form_rows,
        const std::vector<std::string>& lines)
      : form(small_form(form_rows)),
        cut(cut_stretches(lines_page(lines), 0, lines.size(), form.words,
                          FigureWords())),
        rows(name_rows(cut.stretches, form.rows, form.format->tables.size())) {}

  /// By stretch: rows, and how many figures.
  std::string shown() const {
    std::string all;
    for (const Stretch& stretch : cut.stretches) {
      if (!all.empty()) all += ' ';
      for (const std::size_t row : stretch.rows) {
        all += form.rows[row].printed;
        all += rows.moved.contains(row) ? "~" : "";
      }
      all += std::to_string(stretch.figures.size());
    }
    return all;
  }

  PublishedForm form;
  StretchesOfLines cut;
  StretchRows rows;
};

std::string named(const std::vector<std::string>& lines) {
  return Named(kForm, lines).shown();
}

TEST_CASE("stretch rows: in the order of the form, several by one stretch") {
  CHECK(named({"规章 1 2 3", "行政许可 4 5 9"}) == "规章3 行政许可3");
  CHECK(named({"规章", "行政许可 4 5 9"}) == "规章行政许可3");
  CHECK(named({"事项 1 2 3"}) == "3");
  CHECK(named({}) == "");
}

TEST_CASE("stretch rows: a row out of the order is still the one") {
  CHECK(named({"行政许可 4 5 9", "规章 1 2 3", "行政处罚 0 0 0"}) ==
        "行政许可3 规章~3 行政处罚3");
}

TEST_CASE("stretch rows: out of the order only with all figures, and once") {
  CHECK(named({"行政许可 4 5 9", "规章 1 2", "行政处罚 0 0 0"}) ==
        "行政许可3 2 行政处罚3");
  CHECK(named({"行政许可 4 5 9", "规章 1 2 3", "行政处罚 0 0 0",
               "规章 1 2 3"}) == "行政许可3 3 行政处罚3 3");
  // Words behind the label may be another one.
  CHECK(named({"行政许可 4 5 9", "规章等 1 2 3", "行政处罚 0 0 0"}) ==
        "行政许可3 3 行政处罚3");
  // Among rows under other headers.
  std::vector<SmallRow> form = kForm;
  form[0].block = 7;
  CHECK(
      Named(form, {"行政许可 4 5 9", "规章 1 2 3", "行政处罚 0 0 0"}).shown() ==
      "行政许可3 3 行政处罚3");
}

TEST_CASE("stretch rows: a row that stands twice with other figures") {
  const auto twice = [](const std::vector<std::string>& lines) {
    return Named(kForm, lines).rows.twice;
  };
  CHECK(twice({"规章 1 2 3", "行政许可 4 5 9", "规章 1 2 3"}).empty());
  CHECK(twice({"规章 1 2 3", "行政许可 4 5 9", "规章 1 2 4"}) ==
        std::set<std::size_t>{0});
  const std::set<std::size_t> first = {0};
  CHECK(twice({"制定规章 1 2", "规章 1 2 3", "行政许可 4 5 9"}).empty());
  // In one of them figures may have been lost.
  CHECK(twice({"规章 1 2 3", "行政许可 4 5 9", "规章 1 2"}) == first);
}

TEST_CASE("stretch rows: a row that stands once more without figures") {
  const auto twice = [](const std::vector<std::string>& lines) {
    return Named(kForm, lines).rows.twice;
  };
  const std::set<std::size_t> both = {0, 1};
  CHECK(twice({"规章", "行政许可", "上年", "规章", "1", "2", "3", "行政许可",
               "4", "5", "9"}) == both);
  CHECK(twice({"规章 | | |", "行政许可 | | |", "上年 |", "规章 | 1 | 2 | 3 |",
               "行政许可 | 4 | 5 | 9 |"}) == both);
  CHECK(twice({"规章制度", "规章", "1", "2", "3", "行政许可", "4", "5", "9"})
            .empty());
}

TEST_CASE("stretch rows: a group's total if none of its rows is there") {
  const std::vector<SmallRow> form = {{"不予公开", kThree, 1, 0, 1},
                                      {"国家秘密", kThree},
                                      {"行政处罚", kThree}};
  CHECK(Named(form, {"不予公开 1 2 3", "行政处罚 0 0 0"}).rows.groups ==
        std::set<std::size_t>{0});
  CHECK(Named(form, {"不予公开", "国家秘密 1 2 3"}).rows.groups.empty());
}

TEST_CASE("stretch rows: bars behind a row are blank cells if all rows fit") {
  CHECK(named({"规章 | 1 | 2 | |", "行政许可 | 4 | 5 | 9 |"}) ==
        "规章3 行政许可3");
  // In one row too few: which cells of the others are blank is not sure.
  CHECK(named({"规章 | 1 | 2 | |", "行政许可 | 4 | 5 |"}) == "规章2 行政许可2");
}

TEST_CASE("stretch rows: the table of a stretch is that of its last row") {
  std::vector<SmallRow> form = kForm;
  form[1].table = 1;
  const PublishedForm both = small_form(form);
  Stretch stretch;
  CHECK_FALSE(is_of_table(stretch, both.rows, 0));
  stretch.rows = {0, 1};
  CHECK(is_of_table(stretch, both.rows, 1));
  CHECK_FALSE(is_of_table(stretch, both.rows, 0));
}

}  // namespace
}  // namespace gov_report
