// Whether figures in lines of text stand under the headers of the form.

#include "import/line_headers.h"

#include <doctest/doctest.h>

#include "support/real_law.h"
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

  OtherSense sense = {real_law().pages().other_sense, 2024};
};

TEST_CASE(
    "line headers: headers of the row's columns are there, or like them") {
  const auto has = [](const std::vector<std::string>& lines) {
    const Lines one(lines);
    return LineHeaders(one.cut, one.form, one.sense).has_some(one.form.rows[0]);
  };
  CHECK(has({"事项 数量合计", "1.行政规范性文件 1 2 3"}));
  CHECK(has({"事项 数量总计", "1.行政规范性文件 1 2 3"}));
  CHECK_FALSE(has({"事项 处理决定", "1.行政规范性文件 1 2 3"}));
}

TEST_CASE("line headers: headers in another order are those of other columns") {
  const auto has_other_order = [](const std::vector<std::string>& lines) {
    const Lines one(lines);
    return LineHeaders(one.cut, one.form, one.sense)
        .has_other_order(one.form.rows[1]);
  };
  const std::string row = "1.行政规范性文件 | 1 | 2 | 3 |";
  const std::string next = "2.行政许可决定 | 4 | 5 | 9 |";
  CHECK(
      !has_other_order({"事项 | 本年新收 | 上年结转 | 数量合计 |", row, next}));
  CHECK(
      has_other_order({"事项 | 上年结转 | 本年新收 | 数量合计 |", row, next}));
  // Nothing is known of headers that are not there, or stand twice.
  CHECK(!has_other_order({"事项 | 上年结转 |", row, next}));
  CHECK(!has_other_order(
      {"本年新收和上年结转", "事项 | 上年结转 | 本年新收 |", row, next}));
}

TEST_CASE("line headers: those over two lines by their places across") {
  const auto has_other_order = [](const std::string& first,
                                  const std::string& second) {
    const std::vector<std::string> three = {"自然人", "商业企业",
                                            "社会公益组织"};
    const Lines one({first, second, "1.行政规范性文件 1 2 3"},
                    {{"1.行政规范性文件", three}});
    return LineHeaders(one.cut, one.form, one.sense)
        .has_other_order(one.form.rows[0]);
  };
  CHECK_FALSE(
      has_other_order("自然人               社会公益组织", "       商业企业"));
  CHECK(has_other_order("自然人 社会公益组织", "                    商业企业"));
  // Where these do not tell, by their order.
  CHECK(has_other_order("自然人 社会公益组织", "     商业企业"));
}

TEST_CASE("line headers: another header beside that of the one column") {
  const std::vector<SmallRow> form = {{"行政许可", {"处理决定数量"}},
                                      {"行政处罚", {"处理决定数量"}}};
  const auto has_other = [&](const std::vector<std::string>& lines) {
    const Lines one(lines, form);
    return LineHeaders(one.cut, one.form, one.sense)
        .has_other_column(one.form.rows[0]);
  };
  CHECK_FALSE(has_other({"处理决定数量", "行政许可 5", "行政处罚 6"}));
  CHECK_FALSE(has_other({"处理决", "定数量", "行政许可 5", "行政处罚 6"}));
  CHECK(has_other({"处理决定数量 网上办理", "行政许可 5", "行政处罚 6"}));
  CHECK(has_other({"处理决定数量", "网上办理", "行政许可", "5"}));
  CHECK(has_other({"上年处理决定数量", "处理决定数量", "行政许可", "5"}));
}

TEST_CASE("line headers: one of another time is none of the form") {
  const auto has_other = [](const std::string& headers) {
    const Lines one(
        {headers, "1.行政规范性文件 1 2 3", "2.行政许可决定 4 5 9"});
    return LineHeaders(one.cut, one.form, one.sense)
        .has_other_column(one.form.rows[0]);
  };
  CHECK_FALSE(has_other("本年新收 上年结转 数量合计"));
  CHECK_FALSE(has_other("本年新收 上年结余 数量合计"));  // a misprint
  CHECK(has_other("去年 上年结转 数量合计"));
  CHECK(has_other("2023年新收 上年结转 数量合计"));
  CHECK_FALSE(has_other("2024年新收 上年结转 数量合计"));
}

TEST_CASE("line headers: those that stand again in another order") {
  const Lines one({"事项 本年新收 上年结转 数量合计", "1.行政规范性文件 1 2 3",
                   "上年结转 本年新收 数量合计", "2.行政许可决定 5 4 9"});
  CHECK(LineHeaders(one.cut, one.form, one.sense)
            .has_other_order(one.form.rows[0]));
}

}  // namespace
}  // namespace gov_report
