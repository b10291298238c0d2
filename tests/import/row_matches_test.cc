// Which row of a page is which row of the form.

#include "import/row_matches.h"

#include <doctest/doctest.h>

#include "support/small_form.h"

namespace gov_report {
namespace {

const std::vector<std::string> kThree = {"本年", "上年", "合计"};

/// A page with its tables laid over a form.
struct Laid {
  Laid(const std::vector<SmallRow>& form_rows,
       const std::vector<std::vector<std::string>>& tables)
      : form(small_form(form_rows)),
        page(tables_page(tables)),
        rows(page, words),
        matches(rows.rows(), form) {}

  /// The label of the form that each row of the page is, "-" for none, "~"
  /// behind one that is moved; and how many cells stand before its figures.
  std::string shown() const {
    std::string all;
    for (std::size_t i = 0; i < rows.rows().size(); ++i) {
      if (!all.empty()) all += ' ';
      const std::size_t row = matches.of(i);
      if (row == RowMatches::kNone) {
        all += '-';
        continue;
      }
      all += form.rows[row].printed + std::to_string(matches.values(i));
      if (matches.is_moved(i)) all += '~';
    }
    return all;
  }

  PageFormat words;
  PublishedForm form;
  PublishedPage page;
  PageRows rows;
  RowMatches matches;
};

std::string laid(const std::vector<SmallRow>& form,
                 const std::vector<std::string>& table) {
  return Laid(form, {table}).shown();
}

const std::vector<SmallRow> kForm = {
    {"规章", kThree}, {"行政许可", kThree}, {"行政处罚", kThree}};

TEST_CASE("row matches: by their labels, in the order of the form") {
  CHECK(laid(kForm, {"事项|本年|上年|合计", "规章|1|2|3", "行政处罚|4|5|9"}) ==
        "- 规章1 行政处罚1");
  // A label may be cut; a group may stand before it.
  CHECK(laid(kForm, {"一|行政许|1|2|3"}) == "行政许可2");
  CHECK(laid(kForm, {"全年|很忙|1"}) == "-");
  CHECK(laid(kForm, {}) == "");
}

TEST_CASE("row matches: words in the cells of figures are no label") {
  CHECK(laid(kForm, {"规章|九|2|3"}) == "规章1");
  CHECK(laid(kForm, {"规章|九|待定|见附件"}) == "规章1");
  CHECK(laid(kForm, {"一|规章|||九"}) == "规章2");
  // Blank cells before and behind as many as the row has.
  CHECK(laid(kForm, {"规章||九|2|3|"}) == "规章1");
}

TEST_CASE("row matches: what may be another label is no figure") {
  // One cell too few, or too many; a label that is misprinted as well.
  CHECK(laid(kForm, {"规章|九|2"}) == "-");
  CHECK(laid(kForm, {"规章|九|1|2|3"}) == "-");
  CHECK(laid(kForm, {"规草|九|2|3"}) == "-");
  // A word that the form prints: this is a header.
  CHECK(laid(kForm, {"规章|本年|2|3"}) == "-");
  // The last words are the label, if they are one.
  CHECK(laid({{"规章", kThree}, {"许可", kThree}}, {"规章|许可|2|3"}) ==
        "许可2");
}

TEST_CASE("row matches: of two rows the one without words is preferred") {
  CHECK(laid(kForm, {"规章|九|2|3", "规章|1|2|3"}) == "- 规章1");
}

TEST_CASE("row matches: a row out of the order is still the one") {
  CHECK(laid(kForm, {"行政许可|1|2|3", "规章|4|5|9", "行政处罚|0|0|0"}) ==
        "行政许可1 规章1~ 行政处罚1");
  CHECK(laid(kForm, {"规章|4|5|9", "行政处罚|0|0|0", "行政许可|九|2|3"}) ==
        "规章1 行政处罚1 行政许可1~");
}

TEST_CASE("row matches: a row out of the order that may be another is none") {
  // Its label stands twice on the page, or in the form.
  CHECK(laid(kForm, {"行政许可|1|2|3", "规章|4|5|9", "行政处罚|0|0|0",
                     "规章|4|5|9"}) == "行政许可1 - 行政处罚1 -");
  CHECK(laid({{"规章", kThree},
              {"许可", kThree},
              {"处罚", kThree},
              {"规章", kThree, 1, 1}},
             {"许可|1|2|3", "处罚|0|0|0", "规章|4|5|9"}) ==
        "许可1 处罚1 规章1");
  // Short words are nothing without their number; and a number alone may be
  // that of another group.
  CHECK(laid({{"3.其他", kThree}, {"行政许可", kThree}, {"行政处罚", kThree}},
             {"行政许可|1|2|3", "行政处罚|0|0|0", "3.其他|4|5|9"}) ==
        "行政许可1 行政处罚1 -");
  // Misprinted.
  CHECK(laid(kForm, {"规章|1|2|3", "行政处罚|0|0|0", "行政许司|1|2|3"}) ==
        "规章1 行政处罚1 -");
}

TEST_CASE("row matches: a row under the headers of other rows is none") {
  const std::vector<SmallRow> form = {
      {"规章", kThree, 1},
      {"行政许可", kThree, 1},
      {"采购项目", {"数量", "金额", "备注"}, 2},
      {"收费项目", {"数量", "金额", "备注"}, 2}};
  CHECK(laid(form, {"事项|本年|上年|合计", "规章|1|2|3", "事项|数量|金额|备注",
                    "行政许可|1|2|3", "采购项目|1|2|3", "收费项目|1|2|3"}) ==
        "- 规章1 - 行政许可1 采购项目1 收费项目1");
  CHECK(laid(form, {"事项|本年|上年|合计", "规章|1|2|3", "事项|数量|金额|备注",
                    "采购项目|1|2|3", "行政许可|1|2|3", "收费项目|1|2|3"}) ==
        "- 规章1 - 采购项目1 - 收费项目1");
}

TEST_CASE("row matches: a row that stands twice with other figures is none") {
  const auto doubtful = [](const std::vector<std::string>& table) {
    const Laid one(kForm, {table});
    std::size_t row = 0;
    while (one.matches.of(row) != 0) ++row;
    CHECK(one.matches.repeated() == (one.matches.is_doubtful(row, 0) ? 1 : 0));
    return one.matches.is_doubtful(row, 0);
  };
  CHECK_FALSE(doubtful({"规章|1|2|3"}));
  CHECK_FALSE(doubtful({"规章|1|2|3", "行政许可|0|0|0", "规章|1|2|3"}));
  CHECK(doubtful({"规章|1|2|3", "行政许可|0|0|0", "规章|1|2|4"}));
  CHECK(doubtful({"规章|1|2|3", "行政许可|0|0|0", "规章|九|2|3"}));
  CHECK_FALSE(doubtful({"规章|九|2|3", "行政许可|0|0|0", "规章|九|2|3"}));
}

TEST_CASE("row matches: two rows as like to a label are in doubt") {
  const Laid one(kForm, {{"行政许司|1|2|3", "行政许口|4|5|9"}});
  std::size_t row = one.matches.of(0) == 1 ? 0 : 1;
  REQUIRE(one.matches.of(row) == 1);
  CHECK(one.matches.is_doubtful(row, 1));
  const Laid alone(kForm, {{"行政许司|1|2|3"}});
  REQUIRE(alone.matches.of(0) == 1);
  CHECK_FALSE(alone.matches.is_doubtful(0, 1));
}

TEST_CASE("row matches: a group's total stands in the place of its rows") {
  const std::vector<SmallRow> form = {{"不予公开", kThree, 1, 0, 2},
                                      {"国家秘密", kThree},
                                      {"商业秘密", kThree},
                                      {"行政处罚", kThree}};
  CHECK(laid(form, {"不予公开|1|2|3", "行政处罚|0|0|0"}) ==
        "不予公开1 行政处罚1");
  CHECK(laid(form, {"不予公开|1|2|3", "商业秘密|1|2|3"}) == "- 商业秘密1");
  CHECK(laid(form, {"不予公开|", "行政处罚|0|0|0"}) == "- 行政处罚1");
  CHECK(Laid(form, {{"不予公开|1|2|3"}}).matches.printed_groups() ==
        std::set<std::size_t>{0});
}

TEST_CASE("row matches: a label over several rows is no group's total") {
  const std::vector<SmallRow> form = {{"不予公开", kThree, 1, 0, 2},
                                      {"国家秘密", kThree},
                                      {"商业秘密", kThree},
                                      {"行政处罚", kThree}};
  CHECK(laid(form, {"不予公开|1|2|3", "^|4|5|6", "行政处罚|0|0|0"}) ==
        "- - 行政处罚1");
  CHECK(laid(form, {"不予公开|1|2|3", "|4|5|6", "行政处罚|0|0|0"}) ==
        "- - 行政处罚1");
  // With words of its rows that the form does not have.
  CHECK(laid(form, {"不予公开|情形一|1|2|", "^|情形二|4|5|9",
                    "行政处罚||0|0|0"}) == "- - 行政处罚1");
}

TEST_CASE("row matches: a column of units is passed over") {
  CHECK(laid(kForm, {"事项|单位|本年新收", "规章|件|1|2|3", "行政许可|项|4|5|9",
                     "行政处罚|件|||"}) == "- - - -");
  CHECK(laid(kForm, {"规章|件|1|2|3", "行政许可|项|4|5|9",
                     "行政处罚|件|0|0|"}) == "规章2 行政许可2 行政处罚2");
  // Words of three kinds may be labels, long ones are.
  CHECK(laid(kForm, {"规章|件|1|2|3", "行政许可|项|4|5|9",
                     "行政处罚|个|0|0|0"}) == "- - -");
  CHECK(laid(kForm, {"规章|地方政府|1|2|3", "行政许可|地方政府|4|5|9",
                     "行政处罚|地方政府|0|0|0"}) == "- - -");
}

TEST_CASE("row matches: another table's row of the same label is no rival") {
  const auto repeated = [](const std::vector<std::string>& other) {
    return Laid(kForm, {{"规章|1|2|3", "行政许可|0|0|0"}, other})
        .matches.repeated();
  };
  CHECK(repeated({"规章|9"}) == 0);
  CHECK(repeated({"规章|9|2|3"}) == 1);
  CHECK(Laid(kForm, {{"规章|1|2|3", "规章|9", "行政许可|0|0|0"}})
            .matches.repeated() == 1);
}

TEST_CASE("row matches: a unit in each row is no figure") {
  CHECK(laid(kForm, {"规章|件|1|2|", "行政许可|件|4|5|"}) == "- -");
  CHECK(laid(kForm, {"规章|件|1|2", "行政许可|件|4|5"}) == "- -");
}

TEST_CASE("row matches: rows of another table with words between are none") {
  const auto shown = [](const std::string& between) {
    PublishedPage page =
        tables_page({{"规章|1|2|3", "行政许可|4|5|9"}, {"行政处罚|6|7|13"}});
    PageBlock words;
    words.runs.push_back({between, false, {1, 1}, ""});
    page.blocks.insert(page.blocks.begin() + 1, words);
    const PublishedForm form = small_form(kForm);
    const PageRows rows(page, PageFormat());
    return RowMatches(rows.rows(), form).of(2) != RowMatches::kNone;
  };
  CHECK(shown("— 3 —"));
  CHECK(shown("（续表）"));
  CHECK_FALSE(shown("附：上一年度的有关情况"));
}

TEST_CASE("row matches: sheets under one caption are one table") {
  const auto shown = [](const std::string& caption) {
    PublishedPage page =
        tables_page({{"三、收到和处理申请情况", "规章|1|2|3", "行政许可|4|5|9"},
                     {caption, "行政处罚|6|7|13"}});
    page.kind = PublishedPage::Kind::xlsx;
    const PublishedForm form = small_form(kForm);
    const PageRows rows(page, PageFormat());
    return RowMatches(rows.rows(), form).of(4) != RowMatches::kNone;
  };
  CHECK(shown(""));
  CHECK(shown("三、收到和处理申请情况"));
  CHECK_FALSE(shown("六、其他需要报告的事项"));
}

TEST_CASE("row matches: rows are regular if all have as many cells") {
  const auto regular = [](const std::vector<std::string>& table) {
    const Laid one(kForm, {table});
    return one.matches.is_regular(one.form.rows[0]);
  };
  CHECK(regular({"规章|1||3", "行政许可|0|0|0"}));
  CHECK(regular({"规章|九||3", "行政许可|0|0|0"}));
  CHECK_FALSE(regular({"规章|1||3", "行政许可|0|0"}));
}

}  // namespace
}  // namespace gov_report
