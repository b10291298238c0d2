// Which cell of a row is the figure of which column.

#include "import/grid_columns.h"

#include <doctest/doctest.h>

#include "support/small_form.h"

namespace gov_report {
namespace {

const std::vector<std::string> kThree = {"本年新收", "上年结转", "数量合计"};
const std::vector<SmallRow> kForm = {{"规章", kThree}, {"行政许可", kThree}};

/// The cells of a row of the form, with commas between; "-" where none is
/// known, "!" if the headers contradict.
std::string cells(const std::vector<SmallRow>& form_rows, std::size_t wanted,
                  const PublishedPage& page) {
  const PublishedForm form = small_form(form_rows);
  const PageFormat words;
  const PageRows rows(page, words);
  const RowMatches matches(rows.rows(), form);
  GridColumns columns(page, rows, form, matches);
  for (std::size_t i = 0; i < rows.rows().size(); ++i) {
    if (matches.of(i) == RowMatches::kNone) continue;
    const FormRow& row = form.rows[matches.of(i)];
    std::string all;
    const GridHeader& header = columns.header(i, row);
    if (header.contradicts) all += '!';
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const TextCell* cell = columns.cells(i, row)[c];
      if (c > 0) all += ',';
      if (header.lacks(c)) all += '0';
      all += cell == nullptr ? "-" : cell->text;
    }
    if (matches.of(i) == wanted) return all;
  }
  return "no row";
}

std::string cells(const std::vector<std::string>& table,
                  std::size_t wanted = 0) {
  return cells(kForm, wanted, tables_page({table}));
}

TEST_CASE("grid columns: as many cells as columns, with headers or without") {
  CHECK(cells({"规章|1|2|3"}) == "1,2,3");
  CHECK(cells({"事项|本年新收|上年结转|数量合计", "规章|1||3"}) == "1,,3");
  // Of a row that has lost cells nobody knows which.
  CHECK(cells({"规章|1|2"}) == "-,-,-");
  CHECK(cells({"事项|本年新收|上年结转|数量合计", "规章|1|2"}) == "-,-,-");
  CHECK(cells({"规章|0|0"}) == "-,-,-");
}

TEST_CASE("grid columns: blank cells around the figures are padding") {
  CHECK(cells({"规章||1|2|3"}) == "1,2,3");
  CHECK(cells({"规章|1|2|3|"}) == "1,2,3");
  CHECK(cells({"规章|1||2|3"}) == "-,-,-");
  CHECK(cells({"规章|||1|2"}) == "-,-,-");
}

TEST_CASE("grid columns: a label over two rows of figures is that of neither") {
  const std::string header = "事项|本年新收|上年结转|数量合计";
  CHECK(cells({header, "规章|4|5|9", "|1|2|3"}) == "-,-,-");
  CHECK(cells({header, "规章|4|5|9", "|4|5|9"}) == "4,5,9");
  CHECK(cells({header, "规章|4|5|9", "|||"}) == "4,5,9");
  CHECK(cells({header, "规章|4|5|9", "|1|2|3", "行政许可|1|2|3"}, 1) ==
        "1,2,3");
}

TEST_CASE("grid columns: a label that reaches over the first column") {
  const std::string header = "事项|<|本年新收|上年结转|数量合计";
  CHECK(cells({header, "规章|<|4|5|9"}) == "4,5,9");
  CHECK(cells({header, "规章|<|<|5|9"}) == "-,-,-");
}

TEST_CASE("grid columns: figures stand under the header that names them") {
  CHECK(cells({"事项||本年新收|上年结转|数量合计", "规章||1|2|3"}) == "1,2,3");
  CHECK(cells({"事项|本年新收|<|上年结转|数量合计", "规章|1|<|2|3"}) ==
        "1,2,3");
  // One over two columns is the figure of neither.
  CHECK(cells({"事项|本年新收|上年结转|数量合计", "规章|1|<|3"}) == "-,-,3");
}

TEST_CASE("grid columns: one header that is missing has no figures") {
  CHECK(cells({"事项|本年新收|数量合计", "规章|1|3"}) == "1,0-,3");
  // Of two, the one that is left is a guess.
  CHECK(cells({"事项|本年新收", "规章|1"}) == "-,-,-");
}

TEST_CASE("grid columns: headers in another order make no column sure") {
  CHECK(cells({"事项|上年结转|本年新收|数量合计", "规章|1|2|3"}) == "!-,-,-");
  // In other words they are no column that is missing either.
  CHECK(cells({"事项|上年结转数|本年新收数|数量合计", "规章|1|2|3"}) ==
        "!-,-,-");
  CHECK(cells({"事项|本年新收|数量合计|上年结转数", "规章|1|2|3"}) == "!-,-,-");
}

TEST_CASE("grid columns: two headers below one leave its figures unread") {
  const std::string own = "事项|本年新收|<|上年结转|数量合计";
  for (const char* below :
       {"^|去年|今年|^|^", "^|2023年度|2024年度|^|^", "|去年|今年||"}) {
    CAPTURE(below);
    CHECK(cells({own, below, "规章|9|1|2|3"}) == "-,2,3");
  }
  // Where spans are lost.
  CHECK(cells({"事项|本年新收||上年结转|数量合计", "|去年|今年||",
               "规章|9|1|2|3"}) == "-,2,3");
  // One is a unit, or what is counted.
  CHECK(cells({"事项|本年新收|上年结转|数量合计", "|件|件|件", "规章|1|2|3"}) ==
        "1,2,3");
  CHECK(cells({own, "^|件|<|^|^", "规章|1|<|2|3"}) == "1,2,3");
  const std::vector<SmallRow> one = {{"规章", {"数量"}}};
  CHECK(cells(one, 0,
              tables_page({{"事项|数量|<", "^|去年|今年", "规章|7|8"}})) ==
        "-");
  // It goes on after a page break.
  CHECK(cells(kForm, 1,
              tables_page({{own, "^|去年|今年|^|^", "规章|9|1|2|3"},
                           {"行政许可|4|5|6|7"}})) == "-,6,7");
}

/// The cells of a row whose columns have the same words under two upper
/// headers, the second with two of its own.
std::string twins(const std::vector<std::string>& table) {
  PublishedForm form =
      small_form({{"案件", {"维持", "总计", "维持", "总计", "维持", "总计"}}});
  const std::vector<std::vector<std::string>> uppers = {
      {"复议"}, {"诉讼", "直接起诉"}, {"诉讼", "以后起诉"}};
  for (std::size_t c = 0; c < 6; ++c) {
    auto& path = form.rows[0].paths[c];
    std::vector<Label> own;
    for (const std::string& upper : uppers[c / 2]) own.emplace_back(upper);
    path.insert(path.begin(), own.begin(), own.end());
  }
  const PageFormat words;
  const PublishedPage page = tables_page({table});
  const PageRows rows(page, words);
  const RowMatches matches(rows.rows(), form);
  GridColumns columns(page, rows, form, matches);
  std::string all;
  for (std::size_t i = 0; i < rows.rows().size(); ++i) {
    if (matches.of(i) == RowMatches::kNone) continue;
    for (const TextCell* cell : columns.cells(i, form.rows[0])) {
      all += cell == nullptr ? "-" : cell->text;
    }
  }
  return all;
}

TEST_CASE("grid columns: upper headers tell columns of the same words apart") {
  const std::string lowest = "^|^|^|维持|总计|维持|总计";
  const std::string figures = "案件|1|2|3|4|5|6";
  CHECK(twins({"事项|复议|<|诉讼|<|<|<", "^|维持|总计|直接起诉|<|以后起诉|<",
               lowest, figures}) == "123456");
  CHECK(twins({"事项|复议|<|诉讼|<|<|<", "^|维持|总计|以后起诉|<|直接起诉|<",
               lowest, figures}) == "------");
  CHECK(twins({"事项|诉讼|<|<|<|复议|<", "^|直接起诉|<|以后起诉|<|维持|总计",
               "^|维持|总计|维持|总计|^|^", figures}) == "------");
  CHECK(twins({"事项|复议||诉讼|||", "|维持|总计|以后起诉||直接起诉|",
               "|||维持|总计|维持|总计", figures}) == "------");
  // The only one that is there, over columns of another.
  CHECK(twins({"事项|复议|<|诉讼|<|<|<", "^|维持|总计|以后起诉|<||", lowest,
               figures}) == "------");
  // Blank or cut ones say nothing.
  CHECK(twins({"事项|复议|<|诉讼|<|<|<", "^|维持|总计||<|以后起|<", lowest,
               figures}) == "123456");
  CHECK(twins({"事项|维持|总计|维持|总计|维持|总计", figures}) == "123456");
  CHECK(twins({"事项|复议|诉讼", "直接起诉|以后起诉",
               "事项|维持|总计|维持|总计|维持|总计", figures}) == "123456");
}

TEST_CASE("grid columns: headers in other words are told, with their column") {
  const PublishedForm form = small_form(kForm);
  const PageFormat words;
  const PublishedPage page = tables_page(
      {{"事项|本年新收|上年结传|数量合计", "规章|1|2|3", "行政许可|4|5|9"}});
  const PageRows rows(page, words);
  const RowMatches matches(rows.rows(), form);
  GridColumns columns(page, rows, form, matches);
  const GridHeader& header = columns.header(1, form.rows[0]);
  CHECK(header.columns == std::vector<int>{1, 2, 3});
  CHECK(header.found == 3);
  REQUIRE(header.others.size() == 1);
  CHECK(header.others[0].first->text == "上年结传");
  CHECK(header.others[0].second == 1);
  // The same for all rows below it.
  CHECK(&columns.header(2, form.rows[1]) == &header);
}

TEST_CASE("grid columns: a table goes on after a page break") {
  const std::vector<std::string> header = {"事项||本年新收|上年结转|数量合计",
                                           "规章||1|2|3"};
  CHECK(cells(kForm, 1, tables_page({header, {"行政许可||4||9"}})) == "4,,9");
  // With other columns it is another table.
  CHECK(cells(kForm, 1, tables_page({header, {"行政许可|4||9"}})) == "-,-,-");
}

TEST_CASE("grid columns: a cell over several rows is the figure of none") {
  CHECK(cells({"规章|1|2|3", "行政许可|^|5|6"}, 0) == "-,2,3");
  // Over rows without a label it stays one row's.
  CHECK(cells({"规章|1|2|3", "|^||"}, 0) == "1,2,3");
}

TEST_CASE("grid columns: blank cells below a row without a label are none") {
  // The figures stand above their label.
  CHECK(cells({"|1|2|3", "规章|||"}) == "-,-,-");
  CHECK(cells({"规章|1|2|3", "行政许可|||"}, 1) == ",,");
  CHECK(cells({"|1|2|3", "规章|4|5|6"}) == "4,5,6");
}

TEST_CASE("grid columns: of two years side by side none is the report's") {
  CHECK(cells({"事项|本年新收|上年结转|数量合计|本年新收|上年结转|数量合计",
               "规章|1|2|3|4|5|6"}) == "!-,-,-");
  // With one header missing from the second.
  CHECK(cells({"事项|本年新收|上年结转|数量合计|本年新收|数量合计",
               "规章|1|2|3|4|6"}) == "!-,-,-");
  const std::vector<SmallRow> one = {{"规章", {"数量"}}};
  CHECK(cells(one, 0, tables_page({{"事项|数量|数量 ", "规章|7|"}})) == "7");
  CHECK(cells(one, 0, tables_page({{"事项|数量|数量 ", "规章|7|8"}})) == "-");
  CHECK(cells(one, 0, tables_page({{"事项|数量|去年|数量", "规章|7|0|8"}})) ==
        "!-");
}

TEST_CASE(
    "grid columns: beside other columns the number of cells says little") {
  // A cell more in front, and two in one at the end.
  CHECK(cells({"事项|去年|本年新收|上年结转|数量合计", "规章|9|1|2|<"}) ==
        "1,-,-");
  // The last cell left out: a cell of the row has the place of another.
  CHECK(cells({"事项|本年新收|上年结转|数量合计|备注", "规章|1|2|3|",
               "行政许可|4|9|5"}) == "1,2,3");
  CHECK(cells(kForm, 1,
              tables_page({{"事项|本年新收|上年结转|数量合计|备注",
                            "规章|1|2|3|", "行政许可|4|9|5"}})) == "-,-,-");
  // One comes from the row above.
  CHECK(cells(kForm, 1,
              tables_page({{"事项|本年新收|上年结转|数量合计|备注",
                            "规章|1|2|3|0", "行政许可|4|^|9|0"}})) == "4,-,9");
}

TEST_CASE("grid columns: one figure is that of its column") {
  const std::vector<SmallRow> one = {{"规章", {"本年"}}};
  CHECK(cells(one, 0, tables_page({{"事项|去年|本年", "规章|7|"}})) == "");
  CHECK(cells(one, 0, tables_page({{"事项|去年|本年", "规章|7"}})) == "-");
  CHECK(cells(one, 0, tables_page({{"事项|本年|其中", "规章||3"}})) == "");
}

TEST_CASE("grid columns: a blank figure and a remark are not padding") {
  CHECK(cells(kForm, 0,
              tables_page({{"事项|个人|企业|合计|备注", "规章||1|2|3",
                            "行政许可|1|1|2|"}})) == "-,-,-");
}

TEST_CASE("grid columns: blank cells of a text may have moved") {
  PublishedPage page = tables_page({{"规章|1||3", "行政许可|4|5|9"}});
  CHECK(cells(kForm, 0, page) == "1,,3");
  page.kind = PublishedPage::Kind::text;
  CHECK(cells(kForm, 0, page) == "-,-,-");
  CHECK(cells(kForm, 1, page) == "4,5,9");
}

TEST_CASE("grid columns: of a row with one figure the others are padding") {
  const std::vector<SmallRow> one = {{"规章", {"数量"}}};
  CHECK(cells(one, 0, tables_page({{"规章||7|"}})) == "7");
  CHECK(cells(one, 0, tables_page({{"规章|7|8"}})) == "-");
  CHECK(cells(one, 0, tables_page({{"规章||"}})) == "");
}

}  // namespace
}  // namespace gov_report
