// Long and odd texts: findings are limited, and nothing is out of range.

#include "check/text_support.h"

namespace gov_report {
namespace {

std::string filled(const std::string& piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

constexpr std::size_t kBytes = 15'000;

TEST_CASE("long texts: one line of anything") {
  TextSample sample;
  sample.facts.neighbours = {"青石镇", "石"};
  sample.facts.applicants = {"王小明", "工工", "李强"};
  const std::vector<std::string> pieces = {"工",
                                           "工作作",
                                           "公公开开",
                                           "2023年",
                                           "2023年、",
                                           "《2023年",
                                           "《2023年》",
                                           "\"",
                                           "（",
                                           "【】",
                                           "××",
                                           "XX",
                                           "____",
                                           "请填写",
                                           "由六部分",
                                           "报告由五部分",
                                           "492号令",
                                           "2024年1月1日至12月30日",
                                           "统计期限2024年1月2日至",
                                           "青石镇",
                                           "联合青石镇",
                                           "13812345678，",
                                           "11010519491231002X，",
                                           "1381234567",
                                           "王小明",
                                           "李强，",
                                           "没有",
                                           "没有责任",
                                           "考核",
                                           "考核。",
                                           "评议满意",
                                           "未",
                                           "问题",
                                           "不足，",
                                           "认识不到位",
                                           "认识不到位，",
                                           "确保",
                                           "确保到位",
                                           "进一步",
                                           "，",
                                           "。",
                                           "。，；：！",
                                           "　",
                                           " ",
                                           "a",
                                           "0",
                                           "1.",
                                           "①",
                                           "（一）",
                                           "一、总体情况",
                                           "主动公开政府信息情况",
                                           "\xF0\xA0\x80\x80",
                                           "é",
                                           "開",
                                           "\u200B"};
  for (const std::string& piece : pieces) {
    CAPTURE(piece);
    for (const char* section : {"overview", "problems", "other"}) {
      sample.section(section).blocks.clear();
      sample.add(section, filled(piece, kBytes));
    }
    sample.facts.before["problems"] = {"last.md", filled(piece, kBytes)};
    sample.preamble({filled(piece, kBytes)});
    sample.title(filled(piece, kBytes));
    std::map<std::string, std::size_t> counts;
    for (const Finding& finding : sample.findings()) ++counts[finding.rule];
    for (const auto& [rule, count] : counts) {
      CAPTURE(rule);
      CHECK(count <= kTextFindings + 1);
    }
  }
}

TEST_CASE("long texts: many short lines") {
  TextSample sample;
  for (const char* section : {"overview", "problems", "other"}) {
    sample.section(section).blocks.clear();
    for (int i = 0; i < 2'000; ++i) {
      sample.add(section, "（二）第" + std::to_string(i % 100) +
                              "段，2023年工工作，XX，公开公开公开公开公开公开"
                              "公开公开公开公开公开公开公开公开公开公开");
    }
  }
  std::size_t more = 0;
  for (const Finding& finding : sample.findings()) {
    more += finding.variant == "more" ? 1 : 0;
  }
  CHECK(more >= 4);
}

TEST_CASE("a rule says how many places are not listed") {
  TextSample sample;
  for (std::size_t i = 0; i < kTextFindings + 7; ++i) {
    sample.add("other", "公开信息XX条。");
  }
  std::string last;
  for (const Finding& finding : sample.findings()) {
    if (finding.rule == "template-text-left" && finding.variant == "more") {
      last = finding.arguments.front().value.en;
    }
  }
  CHECK(last == "7");
}

TEST_CASE("empty and odd texts have a sensible result") {
  TextSample sample;
  const auto overview = [&](const std::string& text) {
    sample.section("overview").blocks.clear();
    sample.add("overview", text);
    return sample.found("overview-empty");
  };
  CHECK(overview("") == "default");
  CHECK(overview("。。。，，，！！！") == "default");
  CHECK(overview("\u3000\u00A0 ") == "default");
  // A section that is there and has nothing in it.
  sample.section("overview").blocks.clear();
  CHECK(sample.found("overview-empty") == "default");
  // No section at all.
  sample.report.sections.clear();
  CHECK(sample.found("overview-empty") == "");
  CHECK(sample.coverage.rules_not_run().at("overview-empty").key == "no-text");
  CHECK(sample.found("section-missing").starts_with("default, default"));
}

TEST_CASE("texts in traditional characters: their words are left alone") {
  TextSample sample;
  const std::string text =
      "本鎮按照條例要求推進政府資訊公開，圍繞惠農補貼和住房安全開展工作，群眾"
      "常問的事項列成清單，發佈前進行審查，門戶網站開設專欄，組織學習會議兩次"
      "。";
  for (const char* section : {"overview", "problems", "other"}) {
    sample.text(section, text + text.substr(0, 30) + section);
  }
  CHECK(sample.findings().empty());
  CHECK(sample.coverage.rules_not_run().at("overview-topic-missing").key ==
        "traditional");
  CHECK(sample.coverage.rules_run().contains("personal-data-in-report"));
  // A name or two in them does not make a text traditional.
  sample = TextSample();
  sample.add("other", "與會單位名單附後。");
  sample.found("typing-slip");
  CHECK(sample.coverage.rules_run().contains("typing-slip"));
}

TEST_CASE("figures that the program prints are not taken for slips") {
  TextSample sample;
  ReportBlock block;
  block.file = "other.md";
  block.runs.push_back({"邮寄费", false, {1, 1}, {}, 0});
  block.runs.push_back({"13812345678", false, {1, 4}, "a.b", 7});
  block.runs.push_back({"元。", false, {1, 11}, {}, 0});
  sample.section("other").blocks = {block};
  CHECK(sample.found("personal-data-in-report") == "");
  block.runs[1].cell.clear();
  sample.section("other").blocks = {block};
  CHECK(sample.found("personal-data-in-report") == "mobile 1:4+7");
  // Characters that only meet because a figure between them is not known.
  block.runs = {{"许可", false, {1, 1}, {}, 0},
                {"可以", false, {1, 20}, {}, 0}};
  sample.section("other").blocks = {block};
  CHECK(sample.found("typing-slip") == "");
  block.runs[1].at = {1, 3};
  sample.section("other").blocks = {block};
  CHECK(sample.found("typing-slip") == "default 1:2+2");
}

}  // namespace
}  // namespace gov_report
