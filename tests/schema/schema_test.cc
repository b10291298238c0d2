#include "schema/schema.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "ledger/ledger_fixture.h"
#include "schema/load_ledger.h"
#include "schema/load_report.h"

namespace gov_report {
namespace {

std::size_t printed_cells(const ReportFormat& report, std::string_view table) {
  return static_cast<std::size_t>(
      std::ranges::count_if(report.cells, [&](const CellFormat& cell) {
        return cell.kind == CellKind::printed &&
               cell.id.starts_with(std::string(table) + ".");
      }));
}

TEST_CASE("schema: the forms have the cells of the statute") {
  const ReportFormat old_form = real_schema(2019).report;
  CHECK(old_form.id == "cn-2019");
  CHECK(printed_cells(old_form, "disclosures") == 22);
  CHECK(printed_cells(old_form, "applications") == 161);
  CHECK(printed_cells(old_form, "disputes") == 15);
  const ReportFormat new_form = real_schema(2021).report;
  CHECK(new_form.id == "cn-2021");
  CHECK(printed_cells(new_form, "disclosures") == 10);
  CHECK(printed_cells(new_form, "applications") == 175);
  CHECK(printed_cells(new_form, "disputes") == 15);
  CHECK(real_schema(2020).report.id == "cn-2019");
  CHECK(real_schema(2035).report.id == "cn-2021");
}

TEST_CASE("schema: row, column and balance equations are all there") {
  const auto count = [](const ReportFormat& report, std::string_view rule) {
    return std::ranges::count(report.constraints, rule, &Constraint::rule);
  };
  for (const auto& [year, rows] : {std::pair{2019, 23}, {2021, 25}}) {
    const ReportFormat report = real_schema(year).report;
    CHECK(count(report, "row-total-mismatch") == rows);
    CHECK(count(report, "resolved-total-mismatch") == 7);
    CHECK(count(report, "balance-broken") == 7);
    CHECK(count(report, "dispute-total-mismatch") == 3);
  }
}

TEST_CASE("schema: every rule a schema names exists, every rule has words") {
  const RuleCatalogue rules = real_rules();
  std::set<std::string> seen;
  for (const Rule& rule : rules.rules()) {
    CAPTURE(rule.id);
    CHECK(seen.insert(rule.id).second);
    CHECK_FALSE(rule.citation.empty());
    const RuleWords& words = rules.words(rule);
    REQUIRE_FALSE(words.messages.empty());
    for (const auto& [variant, message] : words.messages) {
      CAPTURE(variant);
      CHECK_FALSE(message.headline.zh.empty());
      CHECK_FALSE(message.headline.en.empty());
      CHECK_FALSE(message.remedy.zh.empty());
      CHECK_FALSE(message.remedy.en.empty());
      CHECK_FALSE(message.headline.en.ends_with('.'));
      CHECK(message.headline.zh.find('\n') == std::string::npos);
    }
  }
}

/// The variant and line of the first schema-error of a small form.
std::string fault_of(const std::string& yaml) {
  std::string fault = "none";
  SchemaErrors errors("f.yaml", [&](const Finding& finding) {
    if (fault != "none") return;
    fault = finding.variant + " " + std::to_string(finding.place.at.line);
  });
  YamlError broken;
  const auto root = parse_yaml(yaml, broken);
  if (!root) return broken.variant;
  load_report_format(*root, real_schema(2021).ledgers, errors);
  return fault;
}

const std::string kForm =
    "format: made-up\n"
    "years: {from: 2030}\n"
    "label: A form\n"
    "citation: none\n"
    "legal_basis: none\n"
    "title: \"{agency}{year}\"\n"
    "sections: [{id: a, heading: A, content: table, table: t, citation: x}]\n"
    "tables:\n"
    "  - id: t\n"
    "    label: T\n"
    "    citation: x\n"
    "    label_columns: 1\n"
    "    widths: [1, 1, 1, 1]\n"
    "    blocks:\n"
    "      - columns: [{id: c, label: C}, {id: d, label: D}, {id: sum, "
    "label: S, sum: [c, d], rule: row-total-mismatch, citation: x}]\n"
    "        rows: [{id: r, label: R, ledger: reviews, where: {accepted: "
    "in_year}}]\n";

std::string changed(const std::string& from, const std::string& to) {
  std::string text = kForm;
  return text.replace(text.find(from), from.size(), to);
}

TEST_CASE("schema: a made-up form loads; its mistakes are named with a line") {
  CHECK(fault_of(kForm) == "none");
  CHECK(fault_of(kForm + "colour: red\n") == "unknown-key 17");
  CHECK(fault_of(changed("    citation: x\n", "")) == "missing-citation 9");
  CHECK(fault_of(changed("sum: [c, d]", "sum: [c, e]")) == "dangling 15");
  CHECK(fault_of(changed("sum: [c, d]", "sum: []")) == "empty-sum 15");
  CHECK(fault_of(changed("ledger: reviews", "ledger: review")) ==
        "dangling 16");
  CHECK(fault_of(changed("accepted: in_year", "acepted: in_year")) ==
        "dangling 16");
  CHECK(fault_of(changed("{id: d, label: D}", "{id: c, label: D}"))
            .starts_with("duplicate"));
  const std::string rule =
      "constraints: [{rule: balance-broken, citation: x, holds: ";
  CHECK(fault_of(kForm + rule + "t.r.c = t.r.d}]\n") == "none");
  CHECK(fault_of(kForm + rule + "t.r.c == t.r.d}]\n") == "bad-expression 17");
  CHECK(fault_of(kForm + rule + "t.r.c = t.r.x}]\n") == "dangling 17");
}

TEST_CASE("schema: an unknown year or form says so") {
  const auto finding_of = [](int year, std::string_view form) {
    FindingList findings;
    CHECK_FALSE(
        load_schema(DataFiles(), year, form, real_rules(), findings.sink())
            .has_value());
    return short_text(findings);
  };
  CHECK(finding_of(2018, "") == "unknown-year 0:0\n");
  CHECK(finding_of(2024, "cn-2022") == "unknown-form/nearest 0:0\n");
  CHECK(finding_of(2024, "iso") == "unknown-form 0:0\n");
}

TEST_CASE("rules: {name} is replaced once, what has no argument stays") {
  const std::vector<Argument> arguments = {{"a", Text("甲{b}", "A{b}")},
                                           {"b", "B"}};
  CHECK(filled_in("{a}-{b}-{c}-{", arguments, Language::zh) == "甲{b}-B-{c}-{");
  CHECK(filled_in("{a}", arguments, Language::en) == "A{b}");
  const std::vector<Argument> numbers = {{"one", "1"}, {"ten", "10"}};
  CHECK(filled_in("{one} {one|row is|rows are}, {ten} {ten|row is|rows are}",
                  numbers, Language::en) == "1 row is, 10 rows are");
  CHECK(filled_in("{no|a|b}{one|a}{ten|a}{one||s}", numbers, Language::en) ==
        "{no|a|b}aa");
}

}  // namespace
}  // namespace gov_report
