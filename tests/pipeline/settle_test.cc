#include "pipeline/settle.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/temporary_folder.h"
#include "ledger/ledger_fixture.h"
#include "paths.h"
#include "pipeline/check.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

Rule rule_of(std::string id, Severity severity, Rule::Status status) {
  Rule rule;
  rule.id = std::move(id);
  rule.severities = {{{}, 2019, 2019, Severity::info},
                     {{"old"}, 0, 9999, Severity::warning},
                     {{}, 0, 9999, severity}};
  rule.status = status;
  return rule;
}

RuleCatalogue some_rules() {
  RuleCatalogue rules;
  for (const Rule& rule :
       {rule_of("runs", Severity::error, Rule::Status::active),
        rule_of("tried", Severity::error, Rule::Status::beta),
        rule_of("gone", Severity::error, Rule::Status::retired)}) {
    rules.add(rule, [] { return RuleWords(); });
  }
  return rules;
}

Finding finding_of(std::string rule, std::optional<Severity> severity = {}) {
  Finding finding;
  finding.rule = std::move(rule);
  finding.severity = severity;
  return finding;
}

/// "rule:severity …", what follows in brackets.
std::string text_of(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text += (text.empty() ? "" : " ") + finding.rule + ":" +
            (finding.severity ? std::string(severity_name(*finding.severity))
                              : std::string("none"));
    if (!finding.consequences.empty()) {
      text += "(" + text_of(finding.consequences) + ")";
    }
  }
  return text;
}

std::string settled(std::vector<Finding> findings, std::string_view format,
                    int year) {
  FindingList list;
  list.all() = std::move(findings);
  settle(list, some_rules(), format, year);
  const std::string text = text_of(list.all());
  settle(list, some_rules(), format, year);
  CHECK(text_of(list.all()) == text);
  return text;
}

TEST_CASE("settle: a finding has the severity of its rule in format and year") {
  CHECK(settled({finding_of("runs")}, "new", 2024) == "runs:error");
  CHECK(settled({finding_of("runs")}, "old", 2024) == "runs:warning");
  CHECK(settled({finding_of("runs")}, "old", 2019) == "runs:info");
  CHECK(settled({finding_of("runs")}, "", 2020) == "runs:error");
  CHECK(settled({finding_of("runs", Severity::info)}, "new", 2024) ==
        "runs:info");
}

TEST_CASE("settle: beta warns at most, retired is dropped") {
  CHECK(settled({finding_of("tried"), finding_of("gone"),
                 finding_of("tried", Severity::error),
                 finding_of("tried", Severity::info)},
                "new", 2024) == "tried:warning tried:warning tried:info");
}

TEST_CASE("settle: what follows from a finding is settled too") {
  Finding top = finding_of("runs");
  top.consequences = {finding_of("tried"), finding_of("gone")};
  top.consequences[0].consequences = {finding_of("runs")};
  CHECK(settled({top}, "new", 2024) == "runs:error(tried:warning(runs:error))");
}

TEST_CASE("settle: errors fail a run, warnings when strict, beta never") {
  const RuleCatalogue rules = some_rules();
  const auto fails_for = [&](const char* rule, Severity severity) {
    const Finding finding = finding_of(rule, severity);
    return std::pair(fails(finding, rules, false), fails(finding, rules, true));
  };
  CHECK(fails_for("runs", Severity::error) == std::pair(true, true));
  CHECK(fails_for("runs", Severity::warning) == std::pair(false, true));
  CHECK(fails_for("runs", Severity::info) == std::pair(false, false));
  CHECK(fails_for("tried", Severity::error) == std::pair(false, false));
  CHECK(fails_for("tried", Severity::warning) == std::pair(false, false));
}

/// The base workspace with rows in a broken order, under changed rules.
struct Changed {
  Changed() {
    fs::copy(fs::path(SOURCE_ROOT) / "tests/cli/base", folder / "office",
             fs::copy_options::recursive);
    put_file(
        folder / "office/ledgers/reviews.csv",
        "编号,受理日期,结果,审结日期\nF1,2024-03-01,结果维持,2024-02-01\n");
  }

  /// The head of `rule` gets `line`; what was there under its key goes.
  CheckReport check(const std::string& line, bool strict) {
    std::string text = DataFiles().read("schemas/rules.yaml").value();
    const std::size_t at = text.find("  - id: dates-out-of-order\n");
    const std::size_t status = text.find("    status: active\n", at);
    text.replace(status, std::string("    status: active\n").size(), line);
    put_file(folder / "data/schemas/rules.yaml", text);
    const DataFiles data(folder / "data");
    FindingList broken;
    const auto rules = load_rule_catalogue(data, broken.sink());
    REQUIRE(rules);
    const auto messages = load_messages(data, Language::en, broken.sink());
    YearRequest request;
    request.workspace = folder / "office";
    request.year = 2024;
    const CheckResult result = check_year(request, data, *rules);
    return describe(result, *rules, *messages, strict);
  }

  TemporaryFolder folder;
};

std::string severities(const CheckReport& report) {
  std::string text;
  for (const Diagnostic& one : report.findings) {
    text += one.rule + ":" + std::string(severity_name(one.severity)) + "\n";
  }
  return text;
}

TEST_CASE("settle: the status of a rule decides whether a check fails") {
  Changed office;
  const std::string rule = "dates-out-of-order";
  const CheckReport active = office.check("    status: active\n", false);
  CHECK(severities(active) == rule + ":error\n");
  CHECK_FALSE(active.pass);
  const CheckReport beta = office.check("    status: beta\n", true);
  CHECK(severities(beta) == rule + ":warning\n");
  CHECK(beta.pass);
  const CheckReport retired =
      office.check("    status: retired\n    since: 0.2.0\n", true);
  CHECK(severities(retired) == "");
  CHECK(retired.pass);
  const auto& skipped = retired.rules_not_run;
  CHECK(std::ranges::find(skipped, std::pair(rule, std::string("retired"))) !=
        skipped.end());
  CHECK(retired.rules_run + 1 == active.rules_run);
}

}  // namespace
}  // namespace gov_report
