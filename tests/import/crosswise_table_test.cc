// A table of one row of figures, printed on its side.

#include "import/crosswise_table.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "support/real_law.h"
#include "support/small_form.h"

namespace gov_report {
namespace {

/// The figures of the disputes table in the order of the form, with commas;
/// "?": not sure, "": the table is not there.
std::string figures(const std::vector<std::string>& lines) {
  const PublishedForm& form = *real_law().words().forms.front();
  const auto own = std::ranges::find_if(
      form.rows, [](const FormRow& row) { return row.label.empty(); });
  REQUIRE(own->cells.size() == 15);
  const PublishedPage page = tables_page({lines});
  const PageRows rows(page, real_law().pages());
  std::vector<const PageRow*> all_rows;
  for (const PageRow& row : rows.rows()) all_rows.push_back(&row);
  std::string all;
  const CrosswiseFigures found =
      crosswise_figures(*rows.grids().front(), all_rows, *own);
  for (const TextCell* cell : found.cells) {
    all += (all.empty() ? "" : ",") + cell->text;
  }
  if (found.doubtful) all += '?';
  return all;
}

const std::string kAll = "1,2,3,4,10,5,,6,7,18,8,9,0,1,18";

const std::string kEndings = "类别|结果维持|结果纠正|其他结果|尚未审结|总计";

TEST_CASE("crosswise tables: rows and columns changed") {
  CHECK(figures({kEndings, "行政复议|1|2|3|4|10", "未经复议直接起诉|5||6|7|18",
                 "复议后起诉|8|9|0|1|18"}) == kAll);
  CHECK(figures({"结果|行政复议|未经复议直接起诉|复议后起诉", "结果维持|1|5|8",
                 "结果纠正|2||9", "其他结果|3|6|0", "尚未审结|4|7|1",
                 "总计|10|18|18"}) == kAll);
}

TEST_CASE("crosswise tables: a line for each figure") {
  CHECK(figures({"行政复议|<|结果维持|1", "^|<|结果纠正|2", "^|<|其他结果|3",
                 "^|<|尚未审结|4", "^|<|总计|10",
                 "行政诉讼|未经复议直接起诉|结果维持|5", "^|^|结果纠正|",
                 "^|^|其他结果|6", "^|^|尚未审结|7", "^|^|总计|18",
                 "^|复议后起诉|结果维持|8", "^|^|结果纠正|9", "^|^|其他结果|0",
                 "^|^|尚未审结|1", "^|^|总计|18"}) == kAll);
  CHECK(figures({"行政复议|<", "结果维持|1", "结果纠正|2", "其他结果|3",
                 "尚未审结|4", "总计|10", "行政诉讼|<", "未经复议直接起诉|<",
                 "结果维持|5", "结果纠正|", "其他结果|6", "尚未审结|7",
                 "总计|18", "复议后起诉|<", "结果维持|8", "结果纠正|9",
                 "其他结果|0", "尚未审结|1", "总计|18"}) == kAll);
}

TEST_CASE("crosswise tables: blank cells stand for spans") {
  CHECK(figures({"行政复议|", "结果维持|1", "结果纠正|2", "其他结果|3",
                 "尚未审结|4", "总计|10", "行政诉讼|", "未经复议直接起诉|",
                 "结果维持|5", "结果纠正|", "其他结果|6", "尚未审结|7",
                 "总计|18", "复议后起诉|", "结果维持|8", "结果纠正|9",
                 "其他结果|0", "尚未审结|1", "总计|18"}) == kAll);
  CHECK(figures({"行政复议|结果维持||1", "|结果纠正||2", "|其他结果||3",
                 "|尚未审结||4", "|总计||10",
                 "行政诉讼|未经复议直接起诉|结果维持|5", "|^|结果纠正|",
                 "^|^|其他结果|6", "^|^|尚未审结|7", "^|^|总计|18",
                 "^|复议后起诉|结果维持|8", "^|^|结果纠正|9", "^|^|其他结果|0",
                 "^|^|尚未审结|1", "^|^|总计|18"}) == "?");
  CHECK(figures({kEndings + "|备注", "行政复议|1|2|3|4|10|",
                 "未经复议直接起诉|5||6|7|18|", "复议后起诉|8|9|0|1|18|"}) ==
        kAll);
  // A figure of another column beside a blank one.
  CHECK(figures({kEndings + "|备注", "行政复议|1|2|3|4|10|",
                 "未经复议直接起诉|5||6|7|18|2", "复议后起诉|8|9|0|1|18|"}) ==
        kAll);
}

TEST_CASE("crosswise tables: all figures have one place, or none is sure") {
  // A branch that is not named, one without its total, and one twice.
  CHECK(figures({kEndings, "行政复议|1|2|3|4|10", "行政诉讼|5|0|6|7|18",
                 "复议后起诉|8|9|0|1|18"}) == "?");
  CHECK(figures({kEndings, "行政复议|1|2|3|4|10", "未经复议直接起诉|5|0|6|7",
                 "复议后起诉|8|9|0|1|18"}) == "?");
  CHECK(figures({kEndings, "行政复议|1|2|3|4|10", "行政复议|1|2|3|4|10",
                 "未经复议直接起诉|5|0|6|7|18", "复议后起诉|8|9|0|1|18"}) ==
        "?");
  // A word for a figure, and a figure over two rows.
  CHECK(figures({kEndings, "行政复议|一|2|3|4|10",
                 "未经复议直接起诉|5|0|6|7|18", "复议后起诉|8|9|0|1|18"}) ==
        "?");
  CHECK(figures({kEndings, "行政复议|1|2|3|4|10", "未经复议直接起诉|^|0|6|7|18",
                 "复议后起诉|8|9|0|1|18"}) == "?");
}

TEST_CASE("crosswise tables: what holds no header of a figure is another") {
  CHECK(figures({"规章|1|2|3", "行政规范性文件|4|5|6"}) == "");
  CHECK(figures({"项目|金额|总计", "预算|1|2"}) == "");
}

/// A line for each figure, with a cell behind each label and one behind that.
std::string beside(const std::string& header, const std::string& third,
                   const std::string& fourth) {
  std::vector<std::string> lines;
  if (!header.empty()) lines.push_back(header);
  for (const char* branch : {"行政复议", "未经复议直接起诉", "复议后起诉"}) {
    lines.push_back(std::string(branch) + "|<|<");
    for (const char* ending :
         {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}) {
      lines.push_back(std::string(ending) + "|" + third + "|" + fourth);
    }
  }
  return figures(lines);
}

TEST_CASE("crosswise tables: a blank column under a header is no padding") {
  const std::string ones = "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1";
  CHECK(beside("", "1", "") == ones);
  CHECK(beside("", "", "1") == ones);
  CHECK(beside("项目|上年|本年", "1", "") == "?");
  CHECK(beside("项目||本年", "1", "") == "?");
  CHECK(beside("项目|行次|件数", "1", "") == "?");
}

TEST_CASE("crosswise tables: other words over the figures or before them") {
  const std::string own = "类别|结果维持|结果纠正|其他结果|尚未审结|总计";
  for (const char* title : {"上年度|<|<|<|<|<", "上年度|||||"}) {
    CAPTURE(title);
    CHECK(figures({title, own, "行政复议|1|2|3|4|10",
                   "未经复议直接起诉|5||6|7|18", "复议后起诉|8|9|0|1|18"}) ==
          "?");
  }
  CHECK(figures({"年度|" + own, "上年|行政复议|1|2|3|4|10",
                 "^|未经复议直接起诉|5||6|7|18", "^|复议后起诉|8|9|0|1|18"}) ==
        "?");
}

}  // namespace
}  // namespace gov_report
