#include "schema/rule_causes.h"

#include <doctest/doctest.h>

#include "schema/load_rules.h"
#include "schema/schema.h"
#include "source/yaml.h"

namespace gov_report {
namespace {

/// "variant value" of what is wrong with rules a, b and c that follow from
/// these.
std::string faults(const std::string& a, const std::string& b,
                   const std::string& c) {
  const auto rule = [](const std::string& id, const std::string& causes) {
    const std::string text = "{zh: 甲, en: x}";
    return "  - {id: " + id +
           ", severity: error, scope: ledger, citation: x, " +
           "follows_from: [" + causes + "], checks: " + text +
           ", why: " + text + ", example: " + text + ", fix: " + text +
           ", messages: {default: {headline: " + text + "}}}\n";
  };
  YamlError broken;
  const auto root = parse_yaml(
      "rules:\n" + rule("a", a) + rule("b", b) + rule("c", c), broken);
  REQUIRE(root.has_value());
  std::string text;
  SchemaErrors errors("rules.yaml", [&](const Finding& finding) {
    text += std::to_string(finding.place.at.line) + " " + finding.variant;
    for (const Argument& argument : finding.arguments) {
      if (argument.name == "value") text += " " + argument.value.en;
    }
    text += "\n";
  });
  load_rules(*root, errors);
  return text;
}

TEST_CASE("rule causes: a rule there is not, and rules that go round") {
  CHECK(faults("", "a", "a, b") == "");
  CHECK(faults("x", "", "") == "2 dangling a: x\n");
  CHECK(faults("a", "", "") == "2 bad-value a\n");
  CHECK(faults("b", "c", "a") ==
        "2 bad-value a\n3 bad-value b\n4 bad-value c\n");
  CHECK(faults("b, x", "a", "") ==
        "2 dangling a: x\n2 bad-value a\n3 bad-value b\n");
}

TEST_CASE("rule causes: those of the catalogue are about one thing") {
  const auto rules =
      load_rule_catalogue(DataFiles(), [](const Finding&) {}).value();
  CHECK(rules.find("figure-not-known")->follows_from.front() ==
        "no-data-for-table");
  CHECK(rules.find("cell-differs-from-ledger")->follows_from ==
        std::vector<std::string>{"table-from-two-sources"});
}

}  // namespace
}  // namespace gov_report
