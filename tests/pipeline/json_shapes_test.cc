// What the program writes as JSON against its schemas, by python3-jsonschema.

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "base/child_process.h"
#include "base/temporary_folder.h"
#include "cli/command_case.h"
#include "paths.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// What python3-jsonschema finds wrong with `text`, one fault a line.
std::string faults_of(const fs::path& schema, const std::string& text) {
  const fs::path root = SOURCE_ROOT;
  const ProcessResult run = run_process(
      {"/usr/bin/python3", (root / "tests/tools/validate_json.py").string(),
       (root / schema).string()},
      text, {});
  if (run.exit_code != 0) throw std::runtime_error(run.errors);
  return run.output;
}

const fs::path kAudit = "schemas/json/audit.schema.json";
const fs::path kCheck = "schemas/json/check.schema.json";
const fs::path kReport = "schemas/json/report.schema.json";
const fs::path kManifest = "schemas/json/manifest.schema.json";
const fs::path kSealed = "schemas/json/sealed.schema.json";
const fs::path kDiff = "schemas/json/diff.schema.json";
const fs::path kVerify = "schemas/json/verify.schema.json";
const fs::path kTrace = "schemas/json/trace.schema.json";
const fs::path kRules = "schemas/json/rules.schema.json";
const fs::path kWaivers = "schemas/json/waivers.schema.json";
const fs::path kSarif = "tests/data/sarif/sarif-schema-2.1.0.json";

std::string printed(const std::string& command, const std::string& setup = "") {
  CommandCase one;
  one.from = {"tests/cli/base"};
  one.setup = setup;
  one.command = command;
  return run_command_case(one).out;
}

TEST_SUITE_BEGIN("cli");

TEST_CASE("json: the validator finds faults") {
  CHECK(faults_of(kCheck, "{}") != "");
  CHECK(faults_of(kSarif, "{}") != "");
  CHECK(faults_of(kRules,
                  R"({"schema": "gov-report/rules/2", "rules": [{}]})") != "");
}

TEST_CASE("json: a check of every kind of finding has its shape") {
  const std::string break_rows =
      "echo '2024-009,2024-02-30,,,' >> ledgers/applications.csv\n"
      "echo '2024-010,2024-03-01,自然人,,2024-03-02' >> "
      "ledgers/applications.csv\n";
  for (const std::string& setup :
       {std::string(), break_rows, std::string("rm sealed/2023.json\n"),
        std::string("echo x > ledgers/applications.csv\n")}) {
    const std::string text =
        printed("gov-report check 2024 --format json", setup);
    CHECK(faults_of(kCheck, text) == "");
    CHECK(faults_of(kSarif, printed("gov-report check 2024 --format sarif",
                                    setup)) == "");
  }
}

TEST_CASE("json: the totals are exact where findings are left out") {
  const std::string wrong_rows =
      "for i in $(seq 1 30); do echo \"2024-1$i,2024-02-30,自然人,,\" >> "
      "ledgers/applications.csv; done\n";
  const std::string text =
      printed("gov-report check 2024 --format json --limit 7", wrong_rows);
  CHECK(faults_of(kCheck, text) == "");
  const Json check = Json::parse(text);
  CHECK(check["findings"].size() == 7);
  REQUIRE(check["totals"].size() == 1);
  CHECK(check["totals"][0] == Json::parse(R"({"rule": "bad-date",
      "severity": "error", "count": 30, "shown": 7})"));
  // The base has five lines before those that are wrong.
  for (std::size_t i = 0; i < 7; ++i) {
    CHECK(check["findings"][i]["line"] == 6 + i);
  }
}

TEST_CASE("sarif: a result has its rule, level, region and logical location") {
  const std::string text =
      printed("gov-report check 2024 --format sarif",
              "echo '2024-010,2024-03-01,自然人,,2024-03-02' >> "
              "ledgers/applications.csv\n"
              "mkdir counts\n"
              "printf 'bananas: 3\\n' > counts/2024.yaml\n");
  CHECK(faults_of(kSarif, text) == "");
  const Json log = Json::parse(text);
  CHECK(log["version"] == "2.1.0");
  const Json& run = log["runs"][0];
  const Json& driver = run["tool"]["driver"];
  CHECK(driver["name"] == "gov-report");
  CHECK(driver["version"].get<std::string>() != "");
  CHECK(run["columnKind"] == "unicodeCodePoints");
  CHECK(run["invocations"][0]["exitCode"] == 1);
  CHECK(run["invocations"][0]["executionSuccessful"] == true);
  bool seen = false;
  for (const Json& result : run["results"]) {
    const Json& rule = driver["rules"][result["ruleIndex"].get<std::size_t>()];
    CHECK(rule["id"] == result["ruleId"]);
    CHECK(rule.contains("shortDescription"));
    CHECK(rule.contains("help"));
    if (result["ruleId"] != "result-and-closing-date-disagree") continue;
    seen = true;
    CHECK(result["level"] == "error");
    const Json& place = result["locations"][0]["physicalLocation"];
    CHECK(place["artifactLocation"]["uri"] == "ledgers/applications.csv");
    CHECK(place["artifactLocation"]["uriBaseId"] == "WORKSPACE");
    // Before the date stand 24 characters; the empty result is one wide.
    CHECK(place["region"] == Json::parse(R"({"startLine": 6, "startColumn": 25,
                          "endColumn": 26})"));
  }
  CHECK(seen);
}

TEST_CASE("sarif: nothing of the machine is in it, and the bytes repeat") {
  const std::string setup = "rm sealed/2023.json\n";
  const std::string once =
      printed("gov-report check 2024 --format sarif", setup);
  CHECK(once == printed("gov-report check 2024 --format sarif", setup));
  CHECK(once.find("/tmp") == std::string::npos);
  CHECK(once.find("file:") == std::string::npos);
  CHECK(
      Json::parse(once)["runs"][0]["originalUriBaseIds"]["WORKSPACE"].contains(
          "uri") == false);
}

TEST_CASE("sarif: a run that had to stop says so") {
  const std::string text =
      printed("gov-report check 2024 --format sarif", "rm gov-report.yaml\n");
  CHECK(faults_of(kSarif, text) == "");
  const Json invocation = Json::parse(text)["runs"][0]["invocations"][0];
  CHECK(invocation["executionSuccessful"] == false);
  CHECK(invocation["exitCode"] == 2);
}

TEST_CASE("json: a finding names its place, both sides and the way out") {
  const Json check =
      Json::parse(printed("gov-report check 2024 --format json",
                          "echo '2024-010,2024-03-01,自然人,,2024-03-02' >> "
                          "ledgers/applications.csv\n"));
  CHECK(check["schema"] == "gov-report/check/1");
  CHECK(check["year"] == 2024);
  CHECK(check["format"] == "cn-2021");
  CHECK(check["verdict"] == "fail");
  REQUIRE(check["findings"].size() == 1);
  const Json& finding = check["findings"][0];
  CHECK(finding["rule"] == "result-and-closing-date-disagree");
  CHECK(finding["severity"] == "error");
  CHECK(finding["file"] == "ledgers/applications.csv");
  CHECK(finding["line"] == 6);
  CHECK(finding["column"] == 25);
  CHECK(finding["message"] == "已填办结日期，但没有办理结果");
  CHECK(finding["expected"] == "办理结果与办结日期同时填写");
  CHECK(finding["reported"] == "办结日期：2024-03-02");
  CHECK_FALSE(finding.contains("cell"));
  CHECK(check["coverage"]["cells_checked"] == 200);
  CHECK(check["coverage"]["records_checked"] == 10);
}

TEST_CASE("json: a run that had to stop says fail and has no format") {
  const Json check = Json::parse(
      printed("gov-report check 2024 --format json", "rm gov-report.yaml\n"));
  CHECK(check["verdict"] == "fail");
  CHECK_FALSE(check.contains("format"));
  CHECK(check["findings"][0]["rule"] == "config-missing");
}

/// A public waiver of last year's difference, and one inside.
CommandCase waived_case(const std::string& command) {
  CommandCase one;
  one.from = {"tests/cli/base",
              "tests/rules/carry-over-differs-from-last-year/workspace"};
  const std::string rest =
      ", year: 2024, reason: 移交。, person: 李明, date: 2025-01-10";
  const std::string rule =
      "- {rule: carry-over-differs-from-last-year, cell: "
      "applications.carried_over.";
  one.files = {{"waivers.yaml", rule + "total" + rest + ", public: true}\n" +
                                    rule + "natural_person" + rest +
                                    ", until: 2025-06-30}\n"}};
  one.command = command;
  return one;
}

TEST_CASE("json: waived findings stand apart, with their waivers") {
  const std::string text =
      run_command_case(waived_case("gov-report check 2024 --format json")).out;
  CHECK(faults_of(kCheck, text) == "");
  const Json check = Json::parse(text);
  CHECK(check["verdict"] == "pass");
  CHECK(check["findings"].empty());
  REQUIRE(check["waived"].size() == 2);
  const Json& waived = check["waived"][0];
  CHECK(waived["finding"]["rule"] == "carry-over-differs-from-last-year");
  CHECK(waived["finding"]["severity"] == "error");
  CHECK(waived["finding"]["cell"] == "applications.carried_over.total");
  CHECK(waived["waiver"] == Json({{"line", 1},
                                  {"reason", "移交。"},
                                  {"person", "李明"},
                                  {"date", "2025-01-10"},
                                  {"public", true}}));
  CHECK(check["waived"][1]["waiver"]["until"] == "2025-06-30");
}

TEST_CASE("sarif: waived findings are suppressed, with the reason") {
  const std::string text =
      run_command_case(waived_case("gov-report check 2024 --format sarif")).out;
  CHECK(faults_of(kSarif, text) == "");
  const Json results = Json::parse(text)["runs"][0]["results"];
  REQUIRE(results.size() == 2);
  CHECK(results[0]["suppressions"] == Json({{{"kind", "external"},
                                             {"status", "accepted"},
                                             {"justification", "移交。"}}}));
}

TEST_CASE("json: the reason of a public waiver is a note of the report") {
  const CommandResult built = run_command_case(
      waived_case("gov-report build 2024 --to json >/dev/null 2>&1; cat "
                  "out/2024/report.json"));
  CHECK(faults_of(kReport, built.out) == "");
  const Json report = Json::parse(built.out);
  REQUIRE(report["notes"].size() == 1);
  CHECK(report["notes"][0]["cell"] == "applications.carried_over.total");
  CHECK(report["notes"][0]["text"] ==
        "“二、上年结转政府信息公开申请数量·总计”：移交。");
  CHECK(report["cells"]["applications.carried_over.total"] == 0);
}

TEST_CASE("json: waivers.yaml has a shape for editors") {
  const Json good = {{{"rule", "reply-late"},
                      {"record", "2024-003"},
                      {"year", 2024},
                      {"reason", "系统故障"},
                      {"person", "李明"},
                      {"date", "2025-01-10"}}};
  CHECK(faults_of(kWaivers, good.dump()) == "");
  for (const auto& [key, value] :
       {std::pair("persn", "x"), std::pair("cell", "applications.new.total"),
        std::pair("public", "yes")}) {
    Json bad = good;
    bad[0][key] = value;
    CHECK(faults_of(kWaivers, bad.dump()) != "");
  }
  Json bad = good;
  bad[0].erase("date");
  CHECK(faults_of(kWaivers, bad.dump()) != "");
}

TEST_CASE("json: report, manifest and rules have their shapes") {
  const std::string build =
      "gov-report build 2024 --to json,md >/dev/null 2>&1;";
  const std::string report = printed(build + "cat out/2024/report.json");
  CHECK(faults_of(kReport, report) == "");
  CHECK(Json::parse(report)["cells"].size() == 200);
  CHECK(Json::parse(report)["cells"]["disclosures.fees.amount"] == 25.1);
  CHECK(faults_of(kManifest, printed(build + "cat out/2024/manifest.json")) ==
        "");
  CHECK(faults_of(kRules, printed("gov-report rules --format json")) == "");
}

TEST_CASE("json: traces of every kind have their shape") {
  const std::string break_rows =
      "echo '2024-009,2024-02-30,,,' >> ledgers/applications.csv\n"
      "echo '2024-010,2024-03-01,自然人,,2024-03-02' >> "
      "ledgers/applications.csv\n";
  const std::string unread = "rm ledgers/reviews.csv\n";
  int shapes = 0;
  for (const std::string& setup : {std::string(), break_rows, unread}) {
    for (const std::string cell :
         {"applications.resolved.total", "disputes.reviews.total",
          "disclosures.normative_documents.in_force",
          "last.applications.granted.total", "channels.post"}) {
      CAPTURE(setup);
      CAPTURE(cell);
      const std::string text =
          printed("gov-report trace 2024 " + cell + " --format json", setup);
      CHECK(faults_of(kTrace, text) == "");
      const Json trace = Json::parse(text);
      if (trace["value"].is_null()) continue;
      long long sum = 0;
      for (const Json& entry : trace["entries"]) {
        sum += entry["adds"].get<long long>();
      }
      CHECK(trace["value"] == sum);
      ++shapes;
    }
  }
  CHECK(shapes == 11);
}

TEST_CASE("json: audited reports have their shape, joined ones too") {
  const std::string build =
      "gov-report build 2024 --to html,md >/dev/null 2>&1; cd out/2024;"
      "sed 's|<td>3</td>|<td></td>|' report.md > blank.md;"
      "sed 's|<td>3</td>|<td>4 5</td>|' report.md > odd.md;"
      "sed 's/2024年/2023年/g' report.html > before.html;"
      "echo 404 Not Found > none.html;";
  const std::string text =
      printed(build +
              "gov-report audit report.html blank.md odd.md before.html "
              "none.html --format json");
  CHECK(faults_of(kAudit, text) == "");
  const Json audit = Json::parse(text);
  REQUIRE(audit.size() == 5);
  CHECK(audit[0]["against"] == "before.html");
  CHECK(audit[1]["against"] == "before.html");
  CHECK_FALSE(audit[3].contains("against"));
  CHECK(audit[0]["cells"].size() == 200);
  CHECK(audit[1]["cells"]["applications.new.total"].is_null());
  CHECK(audit[4]["verdict"] == "unreadable");
  CHECK(audit[4]["agency"].is_null());
}

TEST_CASE("json: a sealed year, two years and the answers about a folder") {
  CommandCase one;
  one.from = {"tests/rules/base-closed"};
  const auto printed_by = [&](const std::string& command) {
    one.command = command;
    return run_command_case(one).out;
  };
  const std::string seal = printed_by(
      "gov-report build 2023 --to json >/dev/null 2>&1;"
      "gov-report close 2023 >/dev/null 2>&1; cat sealed/2023.json");
  CHECK(faults_of(kSealed, seal) == "");
  CHECK(Json::parse(seal)["cases"]["applications"].size() == 2);
  const std::string diff =
      printed_by("gov-report diff 2023 2024 --format json 2>/dev/null");
  CHECK(faults_of(kDiff, diff) == "");
  CHECK(Json::parse(diff)["cells"].size() == 200);
  CHECK(Json::parse(diff)["cells"]["disclosures.fees.amount"]["from"] == 24.6);
  const std::string verify = printed_by(
      "gov-report build 2024 --to json,md >/dev/null 2>&1;"
      "touch out/2024/notes.txt; gov-report verify out/2024 --format json");
  CHECK(faults_of(kVerify, verify) == "");
  CHECK(Json::parse(verify)["answers"][0]["answer"] == "no");
  CHECK(Json::parse(verify)["answers"][1]["answer"] == "yes");
  CHECK(faults_of(kVerify,
                  printed_by("gov-report verify nowhere --format json")) == "");
}

TEST_SUITE_END();

}  // namespace
}  // namespace gov_report
