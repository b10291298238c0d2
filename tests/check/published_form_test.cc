// What is said of the form of a published report.

#include "check/published_form.h"

#include <doctest/doctest.h>

#include <map>

#include "import/read_page.h"
#include "pipeline/published_law.h"
#include "schema/load_rules.h"

namespace gov_report {
namespace {

TEST_CASE("published form: the limit that ended the reading is named") {
  const auto rules =
      load_rule_catalogue(DataFiles(), [](const Finding&) {}).value();
  const auto law =
      PublishedLaw::load(DataFiles(), rules, [](const Finding&) {}).value();
  auto page = published_page(
      "<p>青石乡人民政府2024年政府信息公开工作年度报告"
      "</p><h2>一、总体情况</h2><p>文字。",
      "page.html", law.pages(), [](const Finding&) {});
  auto report = read_report(std::move(page.value()), law.words()).value();
  const auto notes = [&](ReadLimit limit) {
    report.cut = limit;
    std::string all;
    Coverage coverage;
    check_published_form(report, law.words().forms, coverage,
                         [&](const Finding& finding) {
                           if (finding.rule != "table-shape-wrong") return;
                           all += rules.describe(finding, Language::en).note;
                         });
    return all;
  };
  const std::map<ReadLimit, std::string> named = {
      {ReadLimit::grid_size, "4000 rows and 400 columns"},
      {ReadLimit::grid_cells, "200000 cells"},
      {ReadLimit::sheet_text, "16 MiB"},
      {ReadLimit::html_depth, "400 elements"},
      {ReadLimit::no_address, "which row and column"}};
  for (const auto& [limit, words] : named) {
    CAPTURE(words);
    const std::string note = notes(limit);
    CHECK(note.find(words) != std::string::npos);
  }
  CHECK(notes(ReadLimit::none) == "");
}

}  // namespace
}  // namespace gov_report
