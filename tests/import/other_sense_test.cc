// Labels and headers that speak of something else than those of the form.

#include "import/other_sense.h"

#include <doctest/doctest.h>

#include <optional>
#include <set>
#include <string>

#include "support/real_law.h"

namespace gov_report {
namespace {

bool is_other(std::string_view printed, std::string_view of_form,
              int year = 2024) {
  return OtherSense(real_law().pages().other_sense, year)
      .is_in(printed, of_form);
}

TEST_CASE("other sense: another time, unless the form's own speak of it") {
  CHECK(is_other("上年处理决定数量", "本年处理决定数量"));
  CHECK(is_other("一、累计新收申请数量", "一、本年新收申请数量"));
  CHECK_FALSE(is_other("二、上年结传申请数量", "二、上年结转申请数量"));
  CHECK_FALSE(is_other("本年处理决定数", "本年处理决定数量"));
  CHECK_FALSE(is_other("当前年度处理决定数量", "本年处理决定数量"));
  CHECK_FALSE(is_other("注:上年结转数与上年报告一致", "本年处理决定数量"));
}

TEST_CASE("other sense: a year before that of the report") {
  CHECK(is_other("行政许可(2023年)", "行政许可"));
  CHECK(is_other("行政许可(2023)", "行政许可"));
  CHECK(is_other("行政许可(23年)", "行政许可"));
  CHECK(is_other("2024年和2023年", "行政许可"));
  CHECK(is_other("2023-2024年行政许可", "行政许可"));
  CHECK(is_other("二〇二三年行政许可", "行政许可"));
  CHECK_FALSE(is_other("行政许可(2024年)", "行政许可"));
  CHECK_FALSE(is_other("行政许可(2025年)", "行政许可"));
  // In a date, or of a law.
  CHECK_FALSE(is_other("填表日期:2023年1月15日", "行政许可"));
  CHECK_FALSE(is_other("条例(2019年修订)第二十条第(五)项", "行政许可"));
  // Where the form speaks of the year before.
  CHECK_FALSE(is_other("二、2023年结转申请数量", "二、上年结转申请数量"));
  CHECK_FALSE(is_other("行政许可(2023年)", "行政许可", 0));
}

TEST_CASE("other sense: units of money, by the power of ten") {
  using Units = std::set<std::optional<int>>;
  const auto money = [](std::string_view words) {
    Units powers;
    const OtherSense sense(real_law().pages().other_sense, 2024);
    for (const auto& [unit, power] : sense.money_in(words)) {
      powers.insert(power);
    }
    return powers;
  };
  for (const std::string_view yuan :
       {"(单位:元)", "单位:元", "/元", ":元", "[元]", "(以元计)", "(人民币元)",
        "(元", "单位:件、元", "单位:件元", "(¥)", "(rmb)", "单位:rmb"}) {
    CAPTURE(yuan);
    CHECK(money(std::string("本年收费金额") + std::string(yuan)) == Units{0});
  }
  CHECK(money("采购总金额(千元)") == Units{3});
  CHECK(money("采购总金额(单位:万元)") == Units{4});
  CHECK(money("采购总金额(万)") == Units{4});
  CHECK(money("采购总金额,人民币万元") == Units{4});
  CHECK(money("采购总金额(百万元)") == Units{6});
  CHECK(money("采购总金额(亿)") == Units{8});
  CHECK(money("采购总金额(美元)") == Units{std::nullopt});
  CHECK(money("单位:万元(元)") == Units{0, 4});
  CHECK(money("收费金额").empty());
  CHECK(money("单元、公元2024年、多元化解").empty());
  CHECK(money("百万件申请").empty());
  for (const std::string_view words :
       {"填报单位:禾丰县元山镇人民政府", "填报单位:元宝镇人民政府",
        "元月1日至12月31日", "收费金额保留到元", "行政事业性收费(含100元以下)",
        "收费(工本费5元/本)"}) {
    CAPTURE(words);
    CHECK(money(words).empty());
  }
  CHECK(money("收费金额(以万元为单位,元以下四舍五入)") == Units{4});
  CHECK(money("单位:件,元") == Units{0});
  CHECK(money("收费金额元") == Units{0});
}

TEST_CASE("other sense: a part of the year, or other bodies") {
  for (const std::string_view words :
       {"全市", "全县", "12月", "12月份", "上半年", "累计", "1-6月", "7—12月",
        "第三季度", "三月", "2024年12月新", "1月1日至6月30日", "本月"}) {
    CAPTURE(words);
    CHECK(is_other(std::string(words) + "行政许可", "行政许可"));
  }
  for (const std::string_view words :
       {"1-12月", "1月至12月", "2024年1月1日至12月31日", "截至12月底",
        "填报日期2024年12月", "二〇二五年一月", "安全市场"}) {
    CAPTURE(words);
    CHECK_FALSE(is_other(words, "行政许可"));
  }
  CHECK(is_other("二、累计上年结转申请数量", "二、上年结转申请数量"));
}

TEST_CASE("other sense: a caption says of what a table is") {
  const auto is_other_caption = [](std::string_view line) {
    return OtherSense(real_law().pages().other_sense, 2024)
        .is_in_caption(line, {});
  };
  for (const char* line :
       {"上年", "全县", "上半年", "2023年", "2023年度主动公开政府信息情况",
        "2024年上半年政府信息公开申请收到和处理情况表",
        "2024年第一季度政府信息公开申请情况统计表(单位:件)",
        "1-6月政府信息公开申请情况", "2024年7—12月收到申请情况如下:",
        "政府信息公开申请统计表(2024年1月1日至6月30日)",
        "2024年一至六月政府信息公开工作数据",
        "下半年主动公开政府信息情况统计表单位:件"}) {
    CAPTURE(line);
    CHECK(is_other_caption(line));
  }
  for (const char* line :
       {"2024年全市主动公开政府信息情况如下表:", "全市政府信息公开工作统计表",
        "(本年度累计)", "截至2024年底累计数", "(含上年结转)",
        "主动公开政府信息及同比情况", "其中上半年收到政府信息公开申请3件",
        "我局上半年开展了一次政务公开培训", "2024年1-12月政府信息公开情况表",
        "2024年一至十二月政府信息公开情况统计表",
        "2024年1月1日至12月31日政府信息公开情况表",
        "政府信息公开申请情况表(截至2024年12月)"}) {
    CAPTURE(line);
    CHECK_FALSE(is_other_caption(line));
  }
}

TEST_CASE("other sense: a header that counts something else") {
  const auto differs = [](std::string_view printed, std::string_view of_form) {
    return OtherSense(real_law().pages().other_sense, 2024)
        .has_other_subject(printed, of_form);
  };
  CHECK(differs("本年申请数量", "本年处理决定数量"));
  CHECK(differs("本年受理数量", "本年处理决定数量"));
  CHECK(differs("本年备案件数", "本年制发件数"));
  CHECK_FALSE(differs("处理决定数", "本年处理决定数量"));
  CHECK_FALSE(differs("本年处里决定数量", "本年处理决定数量"));
  CHECK_FALSE(differs("件(次)", "本年处理决定数量"));
  CHECK_FALSE(differs("本年新", "本年新制作数量"));
  // Other words alone may be the body's own for the same.
  CHECK_FALSE(differs("个人", "自然人"));
}

}  // namespace
}  // namespace gov_report
