#include "check/waivers.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

const std::string kText = "narrative/2024/other.md";

/// Errors: gap and sum; gap may be waived.
RuleCatalogue rules() {
  RuleCatalogue catalogue;
  const auto add = [&](const char* id, Severity severity,
                       std::optional<bool> waivable) {
    Rule rule;
    rule.id = id;
    rule.severities = {SeverityCase{{}, 0, 9999, severity}};
    rule.waivable = waivable;
    catalogue.add(std::move(rule), [] { return RuleWords(); });
  };
  add("gap", Severity::error, true);
  add("sum", Severity::error, std::nullopt);
  add("late", Severity::warning, std::nullopt);
  add("fixed", Severity::warning, false);
  Rule old;
  old.id = "old";
  old.status = Rule::Status::retired;
  old.replaced_by = "late";
  catalogue.add(old, [] { return RuleWords(); });
  old.id = "older";
  old.replaced_by = "";
  catalogue.add(old, [] { return RuleWords(); });
  Rule stops;
  stops.id = "broken";
  stops.severities = {SeverityCase{{}, 0, 9999, Severity::warning}};
  stops.stops = true;
  catalogue.add(std::move(stops), [] { return RuleWords(); });
  return catalogue;
}

Finding finding(const std::string& rule, const std::string& cell,
                const std::string& record = {}, const std::string& file = {}) {
  Finding made;
  made.rule = rule;
  made.cell = cell;
  made.record = record;
  made.place.file = file;
  return made;
}

Waiver waiver(std::uint64_t line, const std::string& rule,
              const std::string& cell = {}, const std::string& record = {}) {
  Waiver made;
  made.rule = rule;
  made.cell = cell;
  made.record = record;
  made.place = Place{"waivers.yaml", {line, 3}, 1, {}, {}};
  return made;
}

Waiver until(Waiver made, int year, int month, int day) {
  made.until = make_date(year, month, day);
  return made;
}

/// "rule cell record", "rule/variant :line" for those about waivers.
std::string text_of(const Finding& one) {
  std::string text = one.rule;
  if (!one.variant.empty()) text += "/" + one.variant;
  for (const std::string& part : {one.cell, one.record}) {
    if (!part.empty()) text += " " + part;
  }
  if (one.place.at.line > 0) text += " :" + std::to_string(one.place.at.line);
  for (const Finding& inner : one.consequences) {
    text += " (" + text_of(inner) + ")";
  }
  return text;
}

/// What is left, and what is waived after a bar.
std::string outcome(const std::vector<Waiver>& waivers,
                    std::vector<Finding> list) {
  const RuleCatalogue catalogue = rules();
  Waiving waiving(
      catalogue,
      {"cn-2021", 2024, make_date(2025, 1, 31).value(), {{kText, "other"}}},
      waivers);
  std::string text;
  const FindingSink left = [&](const Finding& one) {
    text += text_of(one) + ", ";
  };
  for (Finding& one : list) waiving.pass(std::move(one), left);
  waiving.finish({"unseen"}, left);
  text += "|";
  for (const WaivedFinding& one : waiving.take()) {
    text += " " + text_of(one.finding) + " by " +
            std::to_string(one.waiver.place.at.line);
  }
  return text;
}

TEST_SUITE_BEGIN("check");

TEST_CASE("waivers: a figure is waived, its neighbour is not") {
  CHECK(outcome({waiver(1, "late", "a.b")},
                {finding("late", "a.b"), finding("late", "a.c"),
                 finding("gap", "a.b")}) ==
        "late a.c, gap a.b, | late a.b by 1");
}

TEST_CASE("waivers: every finding of the rule at the figure is covered") {
  CHECK(outcome({waiver(1, "late", "a.b")},
                {finding("late", "a.b"), finding("late", "a.b", "", "x")}) ==
        "| late a.b by 1 late a.b by 1");
}

TEST_CASE("waivers: a record is known by its number, however it is written") {
  CHECK(outcome({waiver(1, "late", "", "２０２４－０１")},
                {finding("late", "", "2024-01"), finding("late", "", "2024-1"),
                 finding("late", "", "")}) ==
        "late 2024-1, late, | late 2024-01 by 1");
}

TEST_CASE("waivers: a file narrows a record") {
  Waiver one = waiver(1, "late", "", "7");
  one.file = "ledgers/reviews.csv";
  CHECK(outcome({one}, {finding("late", "", "7", "ledgers/reviews.csv"),
                        finding("late", "", "7", "ledgers/lawsuits.csv")}) ==
        "late 7, | late 7 by 1");
}

TEST_CASE("waivers: a rule alone covers no figure, record or section") {
  CHECK(outcome({waiver(1, "late")},
                {finding("late", "a.b"), finding("late", "", "7"),
                 finding("late", "", "", kText), finding("late", ""),
                 finding("late", "", "", "sealed/2023.json")}) ==
        "late a.b, late 7, late, | late by 1 late by 1");
}

TEST_CASE("waivers: one for a retired rule is told, with what took its place") {
  CHECK(outcome({waiver(1, "old"), waiver(2, "older")}, {}) ==
        "waiver-unused/replaced :1, waiver-unused/retired :2, |");
}

TEST_CASE("waivers: a section is the file of its text") {
  Waiver one = waiver(1, "late");
  one.section = "other";
  one.file = kText;
  CHECK(outcome({one}, {finding("late", "", "", kText),
                        finding("late", "", "", "narrative/2024/x.md")}) ==
        "late, | late by 1");
}

TEST_CASE("waivers: what is folded under a waived finding counts by itself") {
  Finding gap = finding("gap", "a.b");
  gap.consequences = {finding("late", "a.c"), finding("late", "a.d")};
  gap.consequences[1].consequences = {finding("sum", "a.e")};
  CHECK(outcome({waiver(1, "gap", "a.b")}, {gap}) ==
        "late a.c, late a.d (sum a.e), | gap a.b by 1");
  CHECK(outcome({waiver(1, "gap", "a.b"), waiver(2, "late", "a.d")}, {gap}) ==
        "late a.c, sum a.e, | gap a.b by 1 late a.d by 2");
}

TEST_CASE("waivers: a folded finding may be waived, the one above it stays") {
  Finding sum = finding("sum", "a.b");
  sum.consequences = {finding("late", "a.c")};
  CHECK(outcome({waiver(1, "late", "a.c")}, {sum}) ==
        "sum a.b, | late a.c by 1");
}

TEST_CASE("waivers: an error counts unless its rule is marked") {
  CHECK(outcome({waiver(1, "sum", "a.b")}, {finding("sum", "a.b")}) ==
        "sum a.b, waiver-invalid/not-waivable :1, |");
  // A constraint may be milder than its rule, or stricter.
  Finding mild = finding("sum", "a.b");
  mild.severity = Severity::warning;
  CHECK(outcome({waiver(1, "sum", "a.b")}, {mild}) == "| sum a.b by 1");
  Finding strict = finding("late", "a.b");
  strict.severity = Severity::error;
  CHECK(outcome({waiver(1, "late", "a.b")}, {strict}) ==
        "late a.b, waiver-invalid/not-waivable :1, |");
}

TEST_CASE("waivers: some warnings cannot be waived") {
  CHECK(outcome({waiver(1, "fixed", "a.b")}, {finding("fixed", "a.b")}) ==
        "fixed a.b, waiver-invalid/not-waivable :1, |");
  CHECK(outcome({waiver(1, "broken")}, {finding("broken", "")}) ==
        "broken, waiver-invalid/not-waivable :1, |");
}

TEST_CASE("waivers: of two for one finding the second is too many") {
  CHECK(outcome({waiver(1, "late", "a.b"), waiver(5, "late", "a.b")},
                {finding("late", "a.b")}) ==
        "waiver-invalid/twice :5, | late a.b by 1");
}

TEST_CASE("waivers: a finding that turns up twice is waived once") {
  CHECK(outcome({waiver(1, "late", "a.b")},
                {finding("late", "a.b"), finding("late", "a.b")}) ==
        "| late a.b by 1");
}

TEST_CASE("waivers: what is waived stands in the order of the waivers") {
  CHECK(outcome({waiver(1, "late", "a.b"), waiver(2, "late", "a.c")},
                {finding("late", "a.c"), finding("late", "a.b")}) ==
        "| late a.b by 1 late a.c by 2");
}

TEST_CASE("waivers: a rule may be an error in some years only") {
  RuleCatalogue catalogue;
  Rule rule;
  rule.id = "year";
  rule.severities = {SeverityCase{{}, 2024, 9999, Severity::warning},
                     SeverityCase()};
  catalogue.add(std::move(rule), [] { return RuleWords(); });
  for (const int year : {2023, 2024}) {
    Waiving waiving(catalogue, {"cn-2021", year, Date(), {}},
                    {waiver(1, "year", "a.b")});
    bool left = false;
    waiving.pass(finding("year", "a.b"), [&](Finding) { left = true; });
    CHECK(left == (year == 2023));
  }
}

TEST_CASE("waivers: one for nothing is unused, and says where the rule is") {
  CHECK(outcome({waiver(1, "late", "a.b")}, {}) == "waiver-unused :1, |");
  CHECK(outcome({waiver(1, "late", "a.b")}, {finding("late", "a.c")}) ==
        "late a.c, waiver-unused/elsewhere :1, |");
}

TEST_CASE("waivers: where a rule could not look, none of its is unused") {
  CHECK(outcome({waiver(1, "unseen", "a.b")}, {}) == "|");
}

TEST_CASE("waivers: the last day is a day of the waiver") {
  const Waiver one = waiver(1, "late", "a.b");
  const std::vector<Finding> list = {finding("late", "a.b")};
  CHECK(outcome({until(one, 2025, 1, 31)}, list) == "| late a.b by 1");
  CHECK(outcome({until(one, 2025, 1, 30)}, list) ==
        "late a.b, waiver-expired :1, |");
  CHECK(outcome({until(one, 2025, 1, 30)}, {}) == "waiver-unused :1, |");
}

TEST_CASE("waivers: an expired one that another took over from is unused") {
  CHECK(outcome({until(waiver(1, "late", "a.b"), 2025, 1, 30),
                 waiver(9, "late", "a.b")},
                {finding("late", "a.b")}) ==
        "waiver-unused :1, | late a.b by 9");
}

TEST_SUITE_END();

}  // namespace
}  // namespace gov_report
