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

}  // namespace
}  // namespace gov_report
