// Batches of published reports.

#include "pipeline/audit.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "base/temporary_folder.h"
#include "schema/load_rules.h"

namespace gov_report {
namespace {

TEST_CASE("audit: looking for copies is a part of the work with its own name") {
  TemporaryFolder folder;
  std::string words;
  for (int i = 0; i < 60; ++i) words += "机构改革后职责交接";
  AuditRequest request;
  for (const std::string body : {"青石乡", "白水乡"}) {
    request.files.push_back((folder / (body + ".html")).string());
    std::ofstream(request.files.back())
        << "<h1>" << body << "人民政府2024年政府信息公开工作年度报告</h1>"
        << "<h2>一、总体情况</h2><p>" << words << "</p>"
        << "<h2>五、存在的主要问题及改进情况</h2><p>" << words << "</p>";
  }
  Progress progress;
  request.progress = &progress;
  const auto rules =
      load_rule_catalogue(DataFiles(), [](const Finding&) {}).value();
  audit_reports(request, DataFiles(), rules);
  CHECK(progress.pieces_in_all == 4);  // two sections of each
  CHECK(progress.pieces == 4);
  CHECK((progress.part == Progress::Part::copies));
}

TEST_CASE("audit: a copy of a report without a name is told by its file") {
  TemporaryFolder folder;
  AuditRequest request;
  std::string words;
  for (int i = 0; i < 60; ++i) words += "第" + std::to_string(i) + "项工作，";
  for (const std::string body : {"青石乡人民政府", ""}) {
    request.files.push_back((folder / (body + "a.html")).string());
    std::ofstream(request.files.back())
        << "<h1>" << body << "2024年政府信息公开工作年度报告</h1>"
        << "<h2>一、总体情况</h2><p>" << words << "</p>"
        << "<h2>五、存在的主要问题及改进情况</h2><p>" << words << "</p>";
  }
  const auto rules =
      load_rule_catalogue(DataFiles(), [](const Finding&) {}).value();
  const AuditResult result = audit_reports(request, DataFiles(), rules);
  const auto copy = [&](std::size_t report) {
    for (const Finding& one : result.reports.at(report).findings.all()) {
      if (one.rule != "copied-from-other-body") continue;
      if (one.variant == "default" || one.variant.empty()) continue;
      return rules.describe(one, Language::zh).headline;
    }
    return std::string();
  };
  CHECK(copy(0).find("与另一份报告相同（" + request.files[1]) !=
        std::string::npos);
  CHECK(copy(1).find("与青石乡人民政府的报告相同（" + request.files[0]) !=
        std::string::npos);
}

/// What reports say before a bar in front of section one, and behind it in
/// that, each under the name of a body; whom each names that it should not.
std::vector<std::string> foreign_names(
    const std::vector<std::pair<std::string, std::string>>& reports) {
  TemporaryFolder folder;
  AuditRequest request;
  for (const auto& [body, text] : reports) {
    request.files.push_back((folder / (body + ".html")).string());
    std::ofstream(request.files.back())
        << "<h1>" << body << "2024年政府信息公开工作年度报告</h1>"
        << text.substr(0, text.find('|')) << "<h2>一、总体情况</h2><p>"
        << text.substr(text.find('|') + 1) << "</p>"
        << "<h2>五、存在的主要问题及改进情况</h2><p>有待加强。</p>";
  }
  const auto rules =
      load_rule_catalogue(DataFiles(), [](const Finding&) {}).value();
  const AuditResult result = audit_reports(request, DataFiles(), rules);
  std::vector<std::string> found;
  for (const AuditedReport& report : result.reports) {
    std::string names;
    for (const Finding& one : report.findings.all()) {
      if (one.rule != "foreign-name-in-text") continue;
      names += rules.describe(one, Language::zh).headline;
    }
    found.push_back(std::move(names));
  }
  return found;
}

TEST_CASE("audit: a report that names another body of the batch is told") {
  const auto found = foreign_names(
      {{"青石乡人民政府", "|咨询请到白水乡人民政府办公室。"},
       {"白水乡人民政府", "|白水乡人民政府、青石乡人民政府联合开展检查。"},
       {"云川县水利局", "|向云川县司法局学习。云川县司法局办公室负责。"},
       {"云川县司法局", "|云川县司法局执法大队由青石乡人民政府移送。"},
       {"云川县青石乡人民政府", "|青石乡人民政府公开。"},
       {"赤石乡政府", "|公开。"},
       {"赤石乡人民政府",
        "赤石乡政府公开。<p>请与白水乡人民政府联系。</p>|公开信息。"}});
  CHECK(found.at(0) == "正文中有其他单位的名称：白水乡人民政府");
  CHECK(found.at(1) == "");  // a partner
  CHECK(found.at(2) == "正文中有其他单位的名称：云川县司法局");
  CHECK(found.at(3) == "");  // of another kind
  CHECK(found.at(4) == "");  // its own name without the county
  CHECK(found.at(6) == "正文中有其他单位的名称：白水乡人民政府");
}

}  // namespace
}  // namespace gov_report
