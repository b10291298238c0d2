// One published file, judged by itself and beside the year before.

#include "pipeline/report_audit.h"

#include <doctest/doctest.h>

#include "base/temporary_folder.h"
#include "support/real_law.h"

namespace gov_report {
namespace {

const std::string kRow =
    "<h2>三、收到和处理政府信息公开申请情况</h2><table><tr><td>"
    "一、本年新收政府信息公开申请数量";

std::string titled(const std::string& title, const std::string& rest) {
  return "<h1>" + title + "政府信息公开工作年度报告</h1>\n" + rest;
}

AuditedReport audit(const std::string& page,
                    const ReportBefore* before = nullptr) {
  TemporaryFolder folder;
  put_file(folder / "a.html", page);
  ReportAudit one(real_law(), all_rules(), 100);
  one.read((folder / "a.html").string());
  one.judge_with(before);
  return one.take();
}

const Finding* finding(const AuditedReport& report, const std::string& rule) {
  for (const Finding& one : report.findings.all()) {
    if (one.rule == rule) return &one;
  }
  return nullptr;
}

TEST_CASE("report audit: a finding about a figure stands where that is") {
  const auto report =
      audit(titled("青石乡人民政府2024年",
                   kRow + "<td>3<td>九<td>0<td>0<td>0<td>0<td>4</table>"));
  const Finding* word = finding(report, "not-a-count");
  REQUIRE(word != nullptr);
  CHECK(word->cell == "applications.new.business");
  CHECK(word->place.at.line == 2);
  CHECK(word->place.excerpt.find("| 九 |") != std::string::npos);
  const auto sum =
      audit(titled("青石乡人民政府2024年",
                   kRow + "<td>3<td>2<td>0<td>0<td>0<td>0<td>4</table>"));
  const Finding* total = finding(sum, "row-total-mismatch");
  REQUIRE(total != nullptr);
  CHECK(total->place.at.line == 2);
}

TEST_CASE("report audit: a finding about words shows them, and where") {
  const auto report = audit(titled(
      "青石乡人民政府2024年",
      "<h2>一、总体情况</h2><p>前面的话很长很长很长很长很长很长很长很长很长，"
      "申请人身份证号码11010519491231002X，后面还有话。</p>"
      "<h2>五、存在的主要问题及改进情况</h2>"));
  const Finding* personal = finding(report, "personal-data-in-report");
  REQUIRE(personal != nullptr);
  CHECK(personal->place.at.line == 2);
  CHECK(personal->place.excerpt.starts_with("…"));
  CHECK(personal->place.excerpt.find("身份证") != std::string::npos);
}

TEST_CASE("report audit: without a year what needs one is not judged") {
  const auto report = audit(
      "<h1>政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>2019年"
      "做了工作。</p><h2>二、主动公开政府信息情况</h2>"
      "<h2>四、政府信息公开行政复议、行政诉讼情况</h2>");
  REQUIRE(report.report);
  CHECK(report.report->year == 0);
  CHECK(finding(report, "report-year-unknown") != nullptr);
  CHECK(finding(report, "wrong-year-in-text") == nullptr);
}

TEST_CASE("report audit: only the year before is compared with") {
  const std::string page =
      titled("青石乡人民政府2024年",
             "<h2>三、收到和处理政府信息公开申请情况</h2><table><tr><td>"
             "二、上年结转政府信息公开申请数量"
             "<td>3<td>0<td>0<td>0<td>0<td>0<td>3</table>");
  ReportBefore before;
  before.figures.format = "cn-2021";
  before.figures.year = 2023;
  before.figures.file = "b.html";
  for (const char* column :
       {"natural_person", "business", "research", "public_welfare",
        "legal_service", "other_organisation", "total"}) {
    before.figures
        .figures[std::string("applications.carried_forward.") + column] =
        Decimal(2);
  }
  const auto compared = audit(page, &before);
  CHECK(compared.against == "b.html");
  CHECK(finding(compared, "carry-over-differs-from-last-year") != nullptr);
  before.figures.year = 2022;
  const auto other = audit(page, &before);
  CHECK(other.against == "");
  CHECK(finding(other, "carry-over-differs-from-last-year") == nullptr);
  CHECK(finding(other, "against-other-year") != nullptr);
}

TEST_CASE("report audit: another body is not compared with") {
  const std::string page = titled("青石乡人民政府2024年", kRow + "</table>");
  ReportBefore before;
  before.figures.format = "cn-2021";
  before.figures.year = 2023;
  before.figures.file = "b.html";
  const auto against = [&](const std::string& agency) {
    before.figures.agency = agency;
    return audit(page, &before);
  };
  const auto other = against("云川县人民政府");
  CHECK(other.against == "");
  const Finding* one = finding(other, "against-other-year");
  REQUIRE(one != nullptr);
  CHECK(one->variant == "other-body");
  // Blanks and widths are none of a name's; without a name, nothing is known.
  for (const char* same : {"青石乡人民政府", "青石乡 人民政府\n", ""}) {
    CHECK(against(same).against == "b.html");
  }
}

TEST_CASE("report audit: rows that were not read are no verdict of their own") {
  const auto verdict = [](std::initializer_list<const char*> rules,
                          bool strict = false) {
    AuditedReport audited;
    audited.report.emplace();
    for (const char* rule : rules) {
      Finding one;
      one.rule = rule;
      audited.findings.add(std::move(one));
    }
    return verdict_key(audited.verdict(all_rules(), strict));
  };
  CHECK(verdict({}) == "pass");
  CHECK(verdict({"row-unread"}) == "incomplete");
  CHECK(verdict({"row-unread", "figure-jumped"}) == "incomplete");
  CHECK(verdict({"row-unread", "row-total-mismatch"}) == "fail");
  CHECK(verdict({"other-results-high", "row-unread"}) == "incomplete");
  CHECK(verdict({"other-results-high", "row-unread"}, true) == "fail");
  CHECK(verdict_key(AuditedReport().verdict(all_rules(), false)) ==
        "unreadable");
}

TEST_CASE("report audit: what is no report says why, by its words") {
  const auto variant = [](const std::string& page) {
    const auto report = audit(page);
    CHECK_FALSE(report.report);
    const Finding* one = finding(report, "report-unreadable");
    return one == nullptr ? "none" : one->variant;
  };
  CHECK(variant("<p>会议通知</p>") == "no-report");
  CHECK(variant("<p>用户登录</p><p>用户名：</p><p>密码：</p>") == "login");
  CHECK(variant("<p>404 页面不存在</p>") == "not-found");
}

TEST_CASE("report audit: who may make regulations is known by the name") {
  const std::string table =
      "<h2>二、主动公开政府信息情况</h2><table><tr><td>信息内容<td>"
      "本年制发件数<td>本年废止件数<td>现行有效件数"
      "<tr><td>规章<td>1<td>0<td>2</table>";
  CHECK(finding(audit(titled("青石乡人民政府2024年", table)),
                "regulations-by-unauthorised-body") != nullptr);
  CHECK(finding(audit(titled("某省人民政府2024年", table)),
                "regulations-by-unauthorised-body") == nullptr);
  CHECK(finding(audit(titled("青石科技2024年", table)),
                "regulations-by-unauthorised-body") == nullptr);
}

}  // namespace
}  // namespace gov_report
