// The columns of a table in a PDF, by the places of the words in its header.

#include "import/header_columns.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "import/line_headers.h"
#include "support/small_form.h"

namespace gov_report {
namespace {

/// A row whose first three columns stand under one header, and the others under
/// another.
FormRow row_of_two() {
  FormRow row =
      small_form({{"", {"结果维持", "其他结果", "总计", "结果维持", "总计"}}})
          .rows[0];
  for (std::size_t c = 0; c < row.columns.size(); ++c) {
    const Label above(c < 3 ? "行政复议" : "行政诉讼");
    row.paths[c].insert(row.paths[c].begin(), above);
  }
  return row;
}

FormRow row_of_one_header() {
  return small_form({{"", {"本年制发件数", "现行有效件数"}}}).rows[0];
}

/// The first figures of lines whose places are those typed, and the words above
/// them.
struct Typed {
  explicit Typed(const std::vector<std::string>& lines, bool exact = true) {
    SmallLines small(lines, {{"规章", {"制发件数"}}});
    auto& stretches = small.cut.stretches;
    std::size_t last = 0;
    while (stretches[last].figures.empty()) ++last;
    above = with_words_above(stretches, last);
    figures = stretches[last].figures;
    for (Across& across : above.across) across.exact = exact;
    for (TextPiece& figure : figures) figure.across.exact = exact;
  }

  /// With a blank behind each; "?" alone: the columns are not known.
  std::string placed(const FormRow& row) const {
    const auto columns = HeaderColumns::find(above, row);
    return columns ? texts_of(columns->place(figures)) : "?";
  }
  std::string one_by_one(const FormRow& row) const {
    const auto columns = HeaderColumns::find(above, row);
    return columns ? texts_of(columns->one_by_one(figures)) : "?";
  }

  static std::string texts_of(const std::vector<TextPiece>& figures) {
    std::string texts;
    for (const TextPiece& figure : figures) texts += figure.text + " ";
    return texts;
  }

  Stretch above;
  std::vector<TextPiece> figures;
};

const std::string kUpper = "  行政复议           行政诉讼";
const std::string kFirst = "结果  其他  总计  结果  总计";
const std::string kSecond = "维持  结果        维持";
const std::string kFigures = " 3     1    4     0     0";

TEST_CASE("header columns: pieces below each other are one header") {
  CHECK(Typed({kUpper, kFirst, kSecond, kFigures}).placed(row_of_two()) ==
        "3 1 4 0 0 ");
  // A title names the headers too; one of one line stands a little lower.
  CHECK(Typed({"四、行政复议、行政诉讼情况", kUpper, "结果  其他        结果",
               "            总计        总计", kSecond, kFigures})
            .placed(row_of_two()) == "3 1 4 0 0 ");
  CHECK(Typed({"情况一览", "第二十条第（一）项规定的公开信息",
               "信息内容  本年制发  现行有效", "          件数      件数",
               "规章          7         9"})
            .placed(row_of_one_header()) == "7 9 ");
}

TEST_CASE("header columns: places that are not known tell nothing") {
  CHECK(
      Typed({kUpper, kFirst, kSecond, kFigures}, false).placed(row_of_two()) ==
      "?");
}

TEST_CASE("header columns: figures under other headers are left out") {
  const std::string title = "第二十条第（一）项规定的公开信息";
  CHECK(Typed({title, "信息内容  上年数  本年制发  现行有效  备注",
               "                  件数      件数",
               "规章        5       7         9       1"})
            .placed(row_of_one_header()) == "7 9 ");
  // One cell is blank: three figures, as many as columns and one more.
  CHECK(Typed({title, "信息内容  上年数  本年制发  现行有效  备注",
               "                  件数      件数",
               "规章        5       7                 1"})
            .placed(row_of_one_header()) == "");
}

// Numbers at the right of their cells may be nearer to the next header.
TEST_CASE("header columns: a figure belongs to the header it stands below") {
  CHECK(Typed({"第二十条第（一）项规定的公开信息",
               "信息内容  代码      本年制发      现行有效",
               "                    件数          件数",
               "规章              7             2             9"})
            .placed(row_of_one_header()) == "");
}

TEST_CASE("header columns: as many figures as headers, beside these") {
  CHECK(Typed({kUpper, kFirst, kSecond, "    3    1    4     0     0"})
            .one_by_one(row_of_two()) == "3 1 4 0 0 ");
  // None as far as the header beside its own.
  CHECK(Typed({kUpper, kFirst, kSecond, "      3 1    4     0     0"})
            .one_by_one(row_of_two()) == "");
  CHECK(Typed({kUpper, kFirst, kSecond, " 3     1    4     0"})
            .one_by_one(row_of_two()) == "");
  // What stands above the labels is the header of no figure.
  const std::vector<std::string> titled = {
      "第二十条第（一）项规定的公开信息",
      "  信息内容    本年制发      现行有效",
      "                件数          件数", "规章        7             9"};
  FormRow row = row_of_one_header();
  CHECK(Typed(titled).one_by_one(row) == "");
  row.corner = "信息内容";
  row.printed = "规章";
  CHECK(Typed(titled).one_by_one(row) == "7 9 ");
}

TEST_CASE("header columns: a figure between columns, or two in one") {
  CHECK(Typed({kUpper, kFirst, kSecond, " 3     1    4     0    0 0"})
            .placed(row_of_two()) == "");
  CHECK(Typed({kUpper, kFirst, kSecond, " 3     1    4     0"})
            .placed(row_of_two()) == "");
}

TEST_CASE("header columns: headers that stand in another order are told") {
  const auto differ = [](const std::vector<std::string>& lines,
                         const FormRow& row) {
    return HeaderColumns::are_in_other_order(Typed(lines).above, row);
  };
  const FormRow one = row_of_one_header();
  const std::string title = "第二十条第（一）项规定的公开信息";
  const std::string second = "          件数      件数";
  const std::string figures = "规章          7         9";
  CHECK_FALSE(
      differ({title, "信息内容  本年制发  现行有效", second, figures}, one));
  CHECK(differ({title, "信息内容  现行有效  本年制发", second, figures}, one));
  // One that is not there, or in other words, tells nothing.
  CHECK_FALSE(
      differ({title, "信息内容  现行有效  本年废止", second, figures}, one));
  CHECK_FALSE(differ({kUpper, kFirst, kSecond, kFigures}, row_of_two()));
  CHECK(differ({kUpper, "其他  结果  总计  结果  总计",
                "结果  维持        维持", kFigures},
               row_of_two()));
}

TEST_CASE("header columns: headers in another order, twice, or not there") {
  // Other columns first.
  CHECK(Typed({kUpper, "其他  结果  总计  结果  总计", "结果  维持        维持",
               kFigures})
            .placed(row_of_two()) == "?");
  // The upper headers the other way round.
  CHECK(Typed({"  行政诉讼           行政复议", kFirst, kSecond, kFigures})
            .placed(row_of_two()) == "?");
  // A word above one that the form does not have there, or below all.
  CHECK(
      Typed({kUpper, "上年", kFirst, kSecond, kFigures}).placed(row_of_two()) ==
      "?");
  CHECK(
      Typed({kUpper, kFirst, kSecond, "上年", kFigures}).placed(row_of_two()) ==
      "?");
  // A piece is missing; two years side by side.
  CHECK(Typed({kUpper, kFirst, "维持  结果", kFigures}).placed(row_of_two()) ==
        "?");
  CHECK(Typed({"信息内容  本年制发  现行有效  本年制发  现行有效",
               "          件数      件数      件数      件数",
               "规章          7         9         5         6"})
            .placed(row_of_one_header()) == "?");
}

}  // namespace
}  // namespace gov_report
