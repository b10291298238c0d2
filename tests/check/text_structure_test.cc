// Title, sections, announcement and numbering, in tables of wrong and right.

#include "base/text.h"
#include "check/text_support.h"

namespace gov_report {
namespace {

const std::string kBody = "云川县白石镇人民政府";
const std::string kTail = "政府信息公开工作年度报告";

void put_title(TextSample& sample, const std::string& text) {
  sample.title(text);
}

TEST_CASE("title-wrong: titles as they are found, and as they should be") {
  TextSample sample;
  const std::vector<std::string> wrong = {
      kBody + "2024年度" + kTail,
      kBody + "2023年" + kTail,
      kBody + "2025年" + kTail,
      kBody + kTail,
      kBody + "2024年政府信息公开年度报告",
      kBody + "2024年政府信息公开工作报告",
      kBody + "2024年信息公开工作年度报告",
      kBody + "2024年政务公开工作年度报告",
      kBody + "2024年政府信息公开工作年报",
      kBody + "2024年政府信息公开工作年度报告（草稿）",
      "2024年" + kTail,
      "2024年度" + kBody + kTail,
      kBody + "关于2024年政府信息公开工作的年度报告",
      kBody + "2024年政府信息公开工作总结",
      kBody + "24年" + kTail,
      kBody + "二〇二四年" + kTail,
      kBody + "2024" + kTail,
      kBody + "2024年度2024年" + kTail,
      kBody + "2023年度2024年" + kTail,
      "关于" + kBody + "2024年政府信息公开工作年度报告的公示",
      "2023年" + kBody + kTail,
      kBody + "2024年政府信息公开工作年度报告报告",
      ""};
  const std::vector<std::string> right = {
      kBody + "2024年" + kTail,
      "2024年" + kBody + kTail,
      kBody + " 2024 年" + kTail,
      kBody + "２０２４年" + kTail,
      kBody + "\n2024年" + kTail,
      kBody + "　2024年　" + kTail,
      "白石镇2024年" + kTail,
      "云川县财政局2024年" + kTail,
      "2024年云川县财政局" + kTail,
      "云川县人民政府办公室2024年" + kTail,
      "2024年云川县人民政府办公室" + kTail,
      "云川市2024年" + kTail,
      "2024年云川市" + kTail,
      "第7街道办事处2024年" + kTail,
      "云川县110指挥中心2024年" + kTail,
      "中共云川县委编办（云川县机构编制委员会办公室）2024年" + kTail,
      "云川县年鉴编纂办公室2024年" + kTail,
      "云川县公开资源交易中心2024年" + kTail,
      "云川县白石镇人民政府 2024年政府信息公开 工作年度报告",
      "云川县第一中学2024年" + kTail};
  check_variants(sample, "title-wrong", wrong, right, put_title);
}

TEST_CASE("title-wrong: what is marked, and 2019 as a year of trial") {
  TextSample sample;
  sample.title(kBody + "2023年" + kTail);
  CHECK(sample.found("title-wrong") == "year 1:11+4");
  sample.title(kBody + "2024年度" + kTail);
  CHECK(sample.found("title-wrong") == "default 1:1+28");
  CHECK(sample.findings().front().severity == std::nullopt);

  TextSample trial("cn-2019", 2019);
  trial.title(kBody + "2018年" + kTail);
  REQUIRE(trial.found("title-wrong") == "year 1:11+4");
  CHECK(trial.findings().front().severity == Severity::warning);
  TextSample second("cn-2019", 2020);
  second.title(kBody + "2018年" + kTail);
  CHECK(second.findings().front().severity == std::nullopt);
}

TEST_CASE("a title that cannot be seen is no finding, and is said") {
  TextSample sample;
  sample.report.title.reset();
  CHECK(sample.found("title-wrong") == "");
  CHECK(sample.coverage.rules_not_run().at("title-wrong").key == "no-title");
}

TEST_CASE("body-name-differs: the body, its short names, and others") {
  TextSample sample;
  sample.facts.short_names = {"白石镇", "白石镇人民政府"};
  const auto put = [](TextSample& one, const std::string& name) {
    one.title(name + "2024年" + kTail);
  };
  const std::vector<std::string> wrong = {"云川县青石镇人民政府",
                                          "云川县白石乡人民政府",
                                          "云川县人民政府",
                                          "云川县白石镇",
                                          "云川市白石镇人民政府",
                                          "白石镇政府",
                                          "云川县黑石镇人民政府",
                                          "云川县白石镇人民政府办",
                                          "云川县财政局",
                                          "白石乡",
                                          "石白镇",
                                          "白石",
                                          "云川县白石镇人民",
                                          "河川县白石镇人民政府",
                                          "云川县白石镇党委",
                                          "本镇",
                                          "某镇人民政府",
                                          "云川县白石镇人民政俯",
                                          "云川县 青石镇",
                                          "某某镇人民政府",
                                          "白石镇人大"};
  std::vector<std::string> right = {kBody, "白石镇", "白石镇人民政府",
                                    "云川县 白石镇人民政府",
                                    "云川县白石镇　人民政府"};
  // The name before the year or after it, and with blanks at any place.
  for (const std::string blank : {" ", "　", "\u00A0"}) {
    for (const std::string name :
         {"云川县", "云川县白石", "云川县白石镇", "云川县白石镇人民", "云"}) {
      right.push_back(name + blank + kBody.substr(name.size()));
    }
  }
  check_variants(sample, "body-name-differs", wrong, right, put);
  sample.title("2024年白石镇" + kTail);
  CHECK(sample.found("body-name-differs") == "");
  sample.title("2024年黑石镇" + kTail);
  CHECK(sample.found("body-name-differs") == "default 1:6+3");
}

/// Sections by a line each; "-" leaves the rest of the sample alone.
void put_sections(TextSample& sample, const std::string& headings) {
  const auto clean = sample.report.sections;
  sample.report.sections.clear();
  std::size_t from = 0;
  while (from < headings.size()) {
    const std::size_t to = std::min(headings.find('\n', from), headings.size());
    ReportSection section;
    section.heading = headings.substr(from, to - from);
    section.id = recognised_section(section.heading, sample.format());
    section.place.file = "report.html";
    section.place.at = {sample.report.sections.size() + 1, 1};
    for (const ReportSection& known : clean) {
      if (known.id == section.id) section.blocks = known.blocks;
    }
    sample.report.sections.push_back(std::move(section));
    from = to + 1;
  }
}

std::vector<std::string> headings_of(const ReportFormat& format) {
  std::vector<std::string> headings;
  for (const SectionFormat& section : format.sections) {
    headings.push_back(section.heading);
  }
  return headings;
}

std::string lines_of(const std::vector<std::string>& headings) {
  std::string lines;
  for (const std::string& heading : headings) lines += heading + "\n";
  return lines;
}

/// Headings that print the same, or that the notices have.
std::vector<std::string> right_headings(const ReportFormat& format) {
  const auto headings = headings_of(format);
  std::vector<std::string> right;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    for (const std::string& other : format.sections[i].accepted) {
      auto changed = headings;
      changed[i] = other;
      right.push_back(lines_of(changed));
    }
    for (const char* blank : {" ", "　"}) {
      auto changed = headings;
      changed[i].insert(6, blank);
      right.push_back(lines_of(changed));
    }
    auto changed = headings;
    changed[i] += " ";
    right.push_back(lines_of(changed));
  }
  right.push_back(lines_of(headings));
  return right;
}

TEST_CASE("section-missing: one, or several, of the six") {
  TextSample sample;
  const auto headings = headings_of(sample.format());
  std::vector<std::string> wrong;
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t k = i; k < 6; ++k) {
      auto some = headings;
      some.erase(some.begin() + static_cast<long>(k));
      if (k != i) some.erase(some.begin() + static_cast<long>(i));
      wrong.push_back(lines_of(some));
    }
  }
  check_variants(sample, "section-missing", wrong,
                 right_headings(sample.format()), put_sections);
}

TEST_CASE("section-missing: does not run on a workbook of tables alone") {
  TextSample sample;
  put_sections(sample, lines_of({headings_of(sample.format())[1]}));
  CHECK(sample.found("section-missing") != "");
  sample.facts.tables_only = true;
  CHECK(sample.found("section-missing") == "");
  CHECK(sample.coverage.rules_not_run().at("section-missing").key ==
        "tables-only");
}

TEST_CASE("section-order-wrong: two exchanged, or one twice") {
  TextSample sample;
  const auto headings = headings_of(sample.format());
  std::vector<std::string> wrong;
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t k = i + 1; k < 6; ++k) {
      auto some = headings;
      std::swap(some[i], some[k]);
      wrong.push_back(lines_of(some));
    }
    auto twice = headings;
    twice.insert(twice.begin() + static_cast<long>(i), headings[i]);
    wrong.push_back(lines_of(twice));
  }
  check_variants(sample, "section-order-wrong", wrong,
                 right_headings(sample.format()), put_sections);
  put_sections(sample, wrong.front());
  CHECK(sample.found("section-order-wrong") == "default 2:1+1");
}

TEST_CASE("section-heading-differs: typing errors are still recognised") {
  TextSample sample;
  const auto headings = headings_of(sample.format());
  const auto with = [&](std::size_t i, const std::string& heading) {
    auto some = headings;
    some[i] = heading;
    return lines_of(some);
  };
  const std::vector<std::string> wrong = {
      with(0, "一、总体概况"),
      with(0, "一.总体情况"),
      with(0, "总体情况"),
      with(0, "二、总体情况"),
      with(1, "二、主动公开政府信息"),
      with(1, "二、主动公开政府信息情况说明"),
      with(1, "二、主动公开政务信息情况"),
      with(1, "二、行政机关主动公开政府信息"),
      with(1, "主动公开政府信息情况"),
      with(2, "三、收到和处理政府信息公开情况"),
      with(2, "三、收到和办理政府信息公开申请情况"),
      with(2, "三、收到处理政府信息公开申请情况"),
      with(2, "二、收到和处理政府信息公开申请情况"),
      with(3, "四、政府信息公开行政复议行政诉讼情况"),
      with(3, "四、政府信息公开行政复议、行政讼诉情况"),
      with(3, "四、因政府信息公开工作被申请行政复议、行政诉讼情况"),
      with(4, "五、存在的主要问题及改进措施"),
      with(4, "五、存在主要问题及改进情况"),
      with(4, "五、存在的问题及改进情况"),
      with(4, "五、政府信息公开工作存在的主要问题及改进"),
      with(5, "六、其它需要报告的事项"),
      with(5, "六、其他需要报告事项"),
      with(5, "五、其他需要报告的事项")};
  check_variants(sample, "section-heading-differs", wrong,
                 right_headings(sample.format()), put_sections);
}

TEST_CASE("section-list-differs: the announcement and the sections") {
  TextSample sample;
  const auto put = [](TextSample& one, const std::string& text) {
    one.preamble({text});
  };
  const std::string names =
      "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息"
      "公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事"
      "项";
  const std::string five =
      "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
      "存在的主要问题及改进情况、其他需要报告的事项";
  const std::vector<std::string> wrong = {
      "本报告由七部分组成。",
      "本报告由八个部分组成。",
      "本年度报告共5部分。",
      "本年报由十大部分组成。",
      "全文包括七个部分。",
      "本报告由五部分组成，包括" + five + "。",
      "本报告由" + five + "六部分组成。",
      "本报告由" + names + "七部分组成。",
      "本报告由" + names + "、收费及减免情况等七个部分组成。",
      "本报告共分８部分。",
      "报告分为九个部分。",
      "年度报告由三个部分构成。",
      "本报告共有 5 个部分。",
      "本年报由总体情况、主动公开政府信息情况、其他需要报告的事项六部分组成。",
      "本报告由六部分组成：总体情况、收到和处理政府信息公开申请情况、行政复议和"
      "诉讼情况、存在的主要问题、其他事项。",
      "本报告由六部分组成，即概述、主动公开情况、依申请情况、复议诉讼情况、其他"
      "事项。",
      "报告包括概述、主动公开、依申请公开、复议诉讼、问题和改进六个部分。",
      "本报告由四部分组成。",
      "全文共二部分。",
      "本报告由 七 个部分组成。",
      "本报告包括主动公开、依申请公开、复议诉讼、问题、其他事项共六部分。"};
  const std::vector<std::string> right = {
      "本报告由六部分组成。",
      "本报告由六个部分组成。",
      "本报告由6部分组成。",
      "本报告由６个部分组成。",
      "本年报共六大部分。",
      "全文包括六个部分。",
      "本报告由" + names + "六部分组成。",
      "本报告由六部分组成：" + names + "。",
      "本报告由六部分组成，即概述、主动公开情况、依申请公开情况、复议诉讼情况、"
      "存在问题和改进、其他事项。",
      "本报告按照条例编制。",
      "村务公开栏分为三个部分。",
      "宣传册由四部分组成。",
      "本镇把工作分成两个部分。",
      "大部分事项已经公开。",
      "本报告的一部分内容在网站公布。",
      "部分单位没有报告。",
      "本报告所列数据来自各部门。",
      "报告由党政办公室编制。",
      "本报告分六个部分。",
      "本报告由总体情况等六部分组成。",
      "六部分内容如下。"};
  check_variants(sample, "section-list-differs", wrong, right, put);
  sample.preamble({"本报告由七部分组成。"});
  CHECK(sample.found("section-list-differs") == "default 1:5+1");
}

TEST_CASE("obsolete-section: fees and waivers, as a section or a heading") {
  TextSample sample;
  const auto put = [](TextSample& one, const std::string& heading) {
    one.text("other", "### " + heading + "\n\n没有其他事项。\n");
  };
  const std::vector<std::string> wrong = {
      "收费及减免情况",
      "五、收费及减免情况",
      "四、收费和减免情况",
      "（一）收费及减免情况",
      "1.收费及减免情况",
      "收费和减免的情况",
      "政府信息公开的收费及减免情况",
      "政府信息公开收费及减免情况",
      "三、政府信息公开的收费及减免情况",
      "收费情况及减免情况",
      "五、收费 及 减免情况",
      "收费以及减免情况",
      "收费、减免情况",
      "（二）政府信息公开收费和减免情况",
      "七、收费及减免情况",
      "收费及其减免情况",
      "五、政府信息公开的收费情况及减免情况",
      "收费及减免情况说明",
      "八、收费及减免情况。",
      "2、收费及减免情况"};
  const std::vector<std::string> right = {"信息处理费情况",
                                          "收取信息处理费情况",
                                          "行政事业性收费情况",
                                          "收费公示情况",
                                          "其他事项",
                                          "主动公开行政事业性收费",
                                          "涉企收费清单公开",
                                          "收费标准公开",
                                          "减免税公开情况",
                                          "监督保障",
                                          "（一）收费公开",
                                          "政府信息公开情况",
                                          "不予收费情况说明",
                                          "学校收费公示",
                                          "收费目录清单公开及减免政策解读",
                                          "减免情况公示",
                                          "惠民收费政策",
                                          "公开停车收费",
                                          "信息处理费收取及管理",
                                          "取消收费项目公开"};
  check_variants(sample, "obsolete-section", wrong, right, put);
  ReportSection section;
  section.heading = "七、收费及减免情况";
  sample.report.sections.push_back(section);
  CHECK(sample.found("obsolete-section") == "default");
}

TEST_CASE("sub-numbering-broken: lists of headings and of paragraphs") {
  TextSample sample;
  const auto put = [](TextSample& one, const std::string& numbers) {
    std::string text;
    for (std::size_t at = 0; at < numbers.size();) {
      if (numbers[at] == '#') {
        text += "### ";
        ++at;
      }
      if (numbers[at] == '.') {
        text += "中间的一段话\n\n";
        ++at;
        continue;
      }
      std::size_t next = at;
      next_code_point(numbers, next);
      const std::string number = numbers.substr(at, next - at);
      text += "（" + number + "）第" + number + "项内容\n\n";
      at = next;
    }
    one.text("other", text);
  };
  const std::vector<std::string> wrong = {
      "二",       "二三",       "一三",       "一二四",     "一二二",
      "三二一",   "一二三五六", "五",         "一.三",      "一二三一二四",
      "#二",      "#一#三",     "#一#二#四",  "#一一三#二", "#一二三",
      "一二一三", "十",         "一二三四六", "#一#一",     "一一",
      "#三#四",   "一二三三",   ".二",        "#一一二#三"};
  const std::vector<std::string> right = {"",
                                          ".",
                                          "一",
                                          "一二",
                                          "一二三",
                                          "一二三四五",
                                          "一二三四五六七八九十",
                                          "一二一二",
                                          "一二三一二三",
                                          "一.二",
                                          "一.二.三",
                                          "#一",
                                          "#一#二",
                                          "#一#二#三",
                                          "#一一二#二",
                                          "#一一二#二一二",
                                          "一二.一二",
                                          "#一.#二.",
                                          ".#一#二.",
                                          "一二三一二",
                                          "#一一二三#二一二三",
                                          "..",
                                          "一二三四.一二"};
  check_variants(sample, "sub-numbering-broken", wrong, right, put);
  sample.text("other", "### （一）甲\n\n乙\n\n### （三）丙\n");
  CHECK(sample.found("sub-numbering-broken") == "gap 5:5+3");
}

}  // namespace
}  // namespace gov_report
