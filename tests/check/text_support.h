// text_support.h - reports in a few lines, for the tests of the rules over
// texts.

#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "check/text_rules.h"
#include "narrative/narrative_support.h"

namespace gov_report {

/// A report without a fault, to put one in.
class TextSample {
 public:
  explicit TextSample(const std::string& form = "cn-2021", int year = 2024)
      : schema_(schema_of(form)) {
    facts.year = year;
    facts.agency = "云川县白石镇人民政府";
    facts.kind = "township";
    facts.level = "township";
    title(facts.agency + std::to_string(year) + "年政府信息公开工作年度报告");
    const std::string from = std::to_string(year) + "年1月1日";
    preamble({"本报告的统计期限为" + from + "至12月31日。"});
    for (const SectionFormat& format : schema_.report.sections) {
      ReportSection section;
      section.id = format.id;
      section.heading = format.heading;
      section.place.file = file_of(format.id);
      report.sections.push_back(std::move(section));
    }
    text("overview", kOverview);
    text("problems", kProblems);
    text("other", "没有其他需要报告的事项。");
  }

  void title(const std::string& words) {
    report.title = block(words, "gov-report.yaml");
  }

  void preamble(const std::vector<std::string>& paragraphs) {
    report.preamble.clear();
    for (const std::string& words : paragraphs) {
      report.preamble.push_back(block(words, "preamble"));
    }
  }

  ReportSection& section(std::string_view id) {
    return *std::ranges::find(report.sections, id, &ReportSection::id);
  }

  /// The text of a section, as its narrative file has it.
  void text(std::string_view id, std::string_view markdown) {
    const Table table = make_table(schema_.report, facts.year, facts.agency);
    const FindingSink sink = [](const Finding& finding) {
      FAIL(finding.rule << " " << finding.variant);
    };
    auto& blocks = section(id).blocks;
    blocks.clear();
    add_blocks(resolve(parse_narrative(markdown, file_of(id), sink),
                       {&table, nullptr}, sink),
               blocks);
  }

  /// A paragraph more, at the end.
  void add(std::string_view id, const std::string& words) {
    section(id).blocks.push_back(block(words, file_of(id)));
  }

  std::vector<Finding> findings() {
    std::vector<Finding> all;
    coverage = Coverage();
    check_text(report, schema_.report, schema_.texts, facts, coverage,
               [&](Finding finding) { all.push_back(std::move(finding)); });
    return all;
  }

  /// Findings of one rule, also folded ones: "variant line:column+width", or
  /// the variant alone where there is no place.
  std::string found(std::string_view rule) {
    std::string out;
    collect(findings(), rule, out);
    return out;
  }

  const ReportFormat& format() const { return schema_.report; }
  const TextFormat& words() const { return schema_.texts; }

  static constexpr std::string_view kOverview =
      "本镇按照《中华人民共和国政府信息公开条例》的要求，围绕惠农补贴和住房安全"
      "推进政府信息公开，把群众最常问的二十个事项列成清单。\n\n"
      "### （一）主动公开\n\n公布惠农补贴名单四次，村务每季度公布一次。\n\n"
      "### （二）依申请公开\n\n安排一名干部登记和答复，答复前与申请人沟通。\n\n"
      "### "
      "（三）政府信息管理\n\n公文起草时确定公开属性，发布前进行保密审查。\n\n"
      "### "
      "（四）政府信息公开平台建设\n\n县政府门户网站开设乡镇专栏，更换村级公开"
      "栏十二块。\n\n"
      "### （五）监督保障\n\n工作考核结果为优秀三个站所、良好五个站所；社会评议"
      "发出测评表六十份，满意五十七份；没有需要责任追究的情形。\n";
  static constexpr std::string_view kProblems =
      "主要问题：一是三个站所提供的补贴名单比规定时间晚一周左右；二是危房改造"
      "文件直接张贴全文，年纪大的群众看不明白。\n\n"
      "改进措施：由党政办公室制作全年日历，提前三天提醒站所；住房、低保、医保"
      "三类文件一律附上一页问答，由驻村干部在村民会议上讲解。\n";

  ReportText report;
  TextFacts facts;
  Coverage coverage;

 private:
  static std::string file_of(std::string_view id) {
    return std::string(id) + ".md";
  }

  static ReportBlock block(const std::string& words, const std::string& file) {
    ReportBlock made;
    made.file = file;
    made.runs.push_back({words, false, {1, 1}, {}, 0});
    return made;
  }

  static void collect(const std::vector<Finding>& findings,
                      std::string_view rule, std::string& out) {
    for (const Finding& finding : findings) {
      if (finding.rule == rule) {
        if (!out.empty()) out += ", ";
        out += finding.variant.empty() ? "default" : finding.variant;
        if (finding.place.at.line > 0) {
          out += " " + std::to_string(finding.place.at.line) + ":" +
                 std::to_string(finding.place.at.column) + "+" +
                 std::to_string(finding.place.width);
        }
      }
      collect(finding.consequences, rule, out);
    }
  }

  Schema schema_;
};

/// Each of `wrong` breaks the rule and each of `right` does not, when `put`
/// has put it into the sample.
template <typename Put>
void check_variants(TextSample& sample, const std::string& rule,
                    const std::vector<std::string>& wrong,
                    const std::vector<std::string>& right, Put put) {
  CHECK(wrong.size() >= 20);
  CHECK(right.size() >= 20);
  const ReportText clean = sample.report;
  const TextFacts facts = sample.facts;
  for (const std::string& text : wrong) {
    sample.report = clean;
    sample.facts = facts;
    put(sample, text);
    const bool found = !sample.found(rule).empty();
    CHECK_MESSAGE(found, rule, " misses: ", text);
  }
  for (const std::string& text : right) {
    sample.report = clean;
    sample.facts = facts;
    put(sample, text);
    CHECK_MESSAGE(sample.found(rule) == "", rule, " is wrong about: ", text);
  }
  sample.report = clean;
  sample.facts = facts;
}

}  // namespace gov_report
