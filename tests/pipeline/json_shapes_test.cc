// What the program writes as JSON against schemas/json/, by a validator of
// the few keywords that stand there.

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/temporary_folder.h"
#include "cli/command_case.h"
#include "paths.h"

namespace gov_report {
namespace {

using Json = nlohmann::json;

bool has_type(const Json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  return type == "null" && value.is_null();
}

/// `root` holds what a "$ref" points at.
void validate(const Json& root, const Json& schema, const Json& value,
              const std::string& at, std::vector<std::string>& faults) {
  if (schema.contains("$ref")) {
    const std::string target = schema["$ref"];
    validate(root, root.at(Json::json_pointer(target.substr(1))), value, at,
             faults);
    return;
  }
  const auto fault = [&](const std::string& what) {
    faults.push_back(at + ": " + what);
  };
  if (schema.contains("const") && value != schema["const"]) fault("const");
  if (schema.contains("enum") &&
      std::find(schema["enum"].begin(), schema["enum"].end(), value) ==
          schema["enum"].end()) {
    fault("enum");
  }
  if (schema.contains("type")) {
    const Json& type = schema["type"];
    bool any = false;
    for (const Json& one : type.is_array() ? type : Json::array({type})) {
      any = any || has_type(value, one.get<std::string>());
    }
    if (!any) fault("type");
  }
  if (schema.contains("minimum") && value < schema["minimum"]) fault("minimum");
  if (schema.contains("minLength") &&
      value.get<std::string>().size() != schema["minLength"]) {
    fault("length");
  }
  if (value.is_array() && schema.contains("items")) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      validate(root, schema["items"], value[i], at + "/" + std::to_string(i),
               faults);
    }
  }
  if (!value.is_object()) return;
  for (const Json& name : schema.value("required", Json::array())) {
    if (!value.contains(name.get<std::string>())) fault("no " + name.dump());
  }
  const Json properties = schema.value("properties", Json::object());
  const Json others = schema.value("additionalProperties", Json(true));
  for (const auto& [name, part] : value.items()) {
    const std::string place = at + "/" + name;
    if (properties.contains(name)) {
      validate(root, properties[name], part, place, faults);
    } else if (others.is_object()) {
      validate(root, others, part, place, faults);
    } else if (others == false) {
      fault("unknown " + name);
    }
  }
}

std::string faults_of(const std::string& schema, const std::string& text) {
  const auto path =
      std::filesystem::path(SOURCE_ROOT) / "schemas/json" / schema;
  std::vector<std::string> faults;
  const Json root = Json::parse(file_text(path));
  validate(root, root, Json::parse(text), "", faults);
  std::string all;
  for (const std::string& fault : faults) all += fault + "\n";
  return all;
}

std::string printed(const std::string& command, const std::string& setup = "") {
  CommandCase one;
  one.from = {"tests/cli/base"};
  one.setup = setup;
  one.command = command;
  return run_command_case(one).out;
}

TEST_SUITE_BEGIN("cli");

TEST_CASE("json: the validator finds faults") {
  CHECK(faults_of("check.schema.json", "{}") != "");
  CHECK(faults_of("rules.schema.json",
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
    CHECK(faults_of("check.schema.json", text) == "");
  }
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

TEST_CASE("json: report, manifest and rules have their shapes") {
  const std::string build =
      "gov-report build 2024 --to json,md >/dev/null 2>&1;";
  const std::string report = printed(build + "cat out/2024/report.json");
  CHECK(faults_of("report.schema.json", report) == "");
  CHECK(Json::parse(report)["cells"].size() == 200);
  CHECK(Json::parse(report)["cells"]["disclosures.fees.amount"] == 25.1);
  CHECK(faults_of("manifest.schema.json",
                  printed(build + "cat out/2024/manifest.json")) == "");
  CHECK(faults_of("rules.schema.json",
                  printed("gov-report rules --format json")) == "");
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
      CHECK(faults_of("trace.schema.json", text) == "");
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

TEST_SUITE_END();

}  // namespace
}  // namespace gov_report
