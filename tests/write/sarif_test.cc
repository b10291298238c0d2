// Shapes: tests/pipeline/json_shapes_test.cc, against the official schema.

#include "write/sarif.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace gov_report {
namespace {

using Json = nlohmann::json;

Diagnostic diagnostic(std::string rule, Severity severity) {
  Diagnostic one;
  one.rule = std::move(rule);
  one.severity = severity;
  one.headline = "头一行";
  return one;
}

Json run_of(const CheckReport& report) {
  return Json::parse(
      check_sarif(report, {"1.2.3", "zh-CN", "核对"}))["runs"][0];
}

TEST_CASE("SARIF: paths become URIs") {
  CHECK(percent_encoded("ledgers/a-b_c.~1.csv") == "ledgers/a-b_c.~1.csv");
  CHECK(percent_encoded("申请 1.csv") == "%E7%94%B3%E8%AF%B7%201.csv");
  CHECK(percent_encoded("a%b#c?d:e") == "a%25b%23c%3Fd%3Ae");
}

TEST_CASE("SARIF: the three severities are its levels") {
  CheckReport report;
  report.findings = {diagnostic("a", Severity::error),
                     diagnostic("b", Severity::warning),
                     diagnostic("c", Severity::info)};
  report.rules = {{"a", Severity::error, "checks", "why", "fix", "§1"},
                  {"b", Severity::warning, "", "", "", ""},
                  {"c", Severity::info, "", "", "", ""}};
  const Json run = run_of(report);
  CHECK(run["results"][0]["level"] == "error");
  CHECK(run["results"][1]["level"] == "warning");
  CHECK(run["results"][2]["level"] == "note");
  const Json& rules = run["tool"]["driver"]["rules"];
  CHECK(rules[2]["defaultConfiguration"]["level"] == "note");
  CHECK(rules[0]["shortDescription"]["text"] == "checks");
  CHECK(rules[0]["fullDescription"]["text"] == "why");
  CHECK(rules[0]["help"]["text"] == "fix\n§1");
  CHECK_FALSE(run["results"][0].contains("locations"));
}

TEST_CASE("SARIF: a value of a spreadsheet, a cell, and what belongs to it") {
  CheckReport report;
  Diagnostic one = diagnostic("a", Severity::error);
  one.place = {"ledgers/申请.xlsx", {4, 3}, 5, "", "C4"};
  one.cell = "applications.new.total";
  one.expected = "3";
  Diagnostic related = diagnostic("b", Severity::error);
  related.place = {"counts/2024.yaml", {7, 0}, 1, "", ""};
  one.candidates = {related};
  one.consequences = {diagnostic("c", Severity::error)};
  report.findings = {one};
  const Json result = run_of(report)["results"][0];
  CHECK(result["message"]["text"] == "头一行\nexpected: 3");
  const Json& place = result["locations"][0];
  CHECK(place["physicalLocation"]["artifactLocation"]["uri"] ==
        "ledgers/%E7%94%B3%E8%AF%B7.xlsx");
  CHECK(place["physicalLocation"]["region"] ==
        Json::parse(R"({"startLine": 4, "startColumn": 3, "endColumn": 8})"));
  CHECK(place["logicalLocations"][0]["fullyQualifiedName"] ==
        "applications.new.total");
  CHECK(place["logicalLocations"][1]["fullyQualifiedName"] == "C4");
  REQUIRE(result["relatedLocations"].size() == 2);
  CHECK(result["relatedLocations"][0]["message"]["text"] == "b: 头一行");
  CHECK(result["relatedLocations"][0]["physicalLocation"]["region"] ==
        Json::parse(R"({"startLine": 7})"));
  CHECK(result["relatedLocations"][1]["message"]["text"] == "c: 头一行");
}

TEST_CASE("SARIF: what is left out is said") {
  CheckReport report;
  report.findings = {diagnostic("a", Severity::error)};
  report.more = {{1, "a", "312 more"}};
  const Json notes =
      run_of(report)["invocations"][0]["toolExecutionNotifications"];
  REQUIRE(notes.size() == 1);
  CHECK(notes[0]["message"]["text"] == "312 more");
  CHECK(notes[0]["associatedRule"]["id"] == "a");
}

}  // namespace
}  // namespace gov_report
