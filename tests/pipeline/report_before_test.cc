// The report of the year before, from a published file or a sealed one.

#include "pipeline/report_before.h"

#include <doctest/doctest.h>

#include "base/temporary_folder.h"
#include "import/read_page.h"
#include "support/real_law.h"

namespace gov_report {
namespace {

const std::string kPage =
    "<h1>青石乡人民政府2023年政府信息公开工作年度报告</h1>"
    "<h2>一、总体情况</h2><h3>（一）主动公开</h3><p>工作平稳。</p>"
    "<h2>三、收到和处理政府信息公开申请情况</h2><table>"
    "<tr><td>一、本年新收政府信息公开申请数量<td>3<td>/<td><td>0<td>0<td>0"
    "<td>3</table>";

/// What is said is put into `rules`, with variants.
std::optional<ReportBefore> read(const std::string& name,
                                 const std::string& bytes, std::string& rules) {
  TemporaryFolder folder;
  put_file(folder / name, bytes);
  return read_report_before(
      (folder / name).string(), real_law(), [&](const Finding& finding) {
        rules += finding.rule + "/" + finding.variant + " ";
      });
}

TEST_CASE("report before: figures, cells without one, and words") {
  std::string rules;
  const auto before = read("a.html", kPage, rules);
  REQUIRE(before);
  CHECK(rules == "");
  CHECK(before->figures.format == "cn-2021");
  CHECK(before->figures.year == 2023);
  CHECK(before->figures.agency == "青石乡人民政府");
  CHECK(before->figures.number("applications.new.natural_person") ==
        Decimal(3));
  CHECK(before->figures.number("applications.new.public_welfare") ==
        Decimal(0));
  // A mark and a blank are no figures; a row that is not there is nothing.
  CHECK(before->figures.without_number ==
        std::set<std::string, std::less<>>{"applications.new.business",
                                           "applications.new.research"});
  CHECK_FALSE(before->figures.number("applications.carried_over.total"));
  // Headings are the same every year.
  CHECK(before->texts.at("overview").text == "工作平稳。\n");
}

TEST_CASE("report before: a sealed file has figures and no words") {
  std::string rules;
  const auto before =
      read("2023.json",
           "{\"schema\": \"gov-report/report/1\", \"format\": \"cn-2021\", "
           "\"year\": 2023, \"agency\": \"青石乡\", "
           "\"cells\": {\"applications.new.total\": 12}}",
           rules);
  REQUIRE(before);
  CHECK(before->figures.number("applications.new.total") == Decimal(12));
  CHECK(before->texts.empty());
  CHECK_FALSE(read("2023.json", "{", rules));
  CHECK(rules != "");
}

TEST_CASE("report before: what is no report is said") {
  std::string rules;
  CHECK_FALSE(read("a.html", "<p>通知</p>", rules));
  CHECK(rules == "report-unreadable/no-report ");
  rules.clear();
  CHECK_FALSE(read_report_before(
      "no/such.html", real_law(),
      [&](const Finding& finding) { rules += finding.rule; }));
  CHECK(rules != "");
}

}  // namespace
}  // namespace gov_report
