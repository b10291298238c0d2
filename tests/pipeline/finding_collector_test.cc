#include "pipeline/finding_collector.h"

#include <doctest/doctest.h>

#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

RuleCatalogue two_rules() {
  RuleCatalogue catalogue;
  Rule cause;
  cause.id = "cause";
  cause.severities = {{{}, 0, 9999, Severity::warning}};
  catalogue.add(cause, [] { return RuleWords(); });
  Rule effect;
  effect.id = "effect";
  effect.follows_from = {"cause"};
  effect.severities = {SeverityCase{}};
  catalogue.add(effect, [] { return RuleWords(); });
  return catalogue;
}

Finding at(std::string rule, std::uint64_t line, std::string file = "l.csv") {
  Finding finding;
  finding.rule = std::move(rule);
  finding.place.file = std::move(file);
  finding.place.at = {line, 1};
  finding.arguments = {{"field", "日期"}};
  return finding;
}

std::uint64_t count_of(const FindingList& list, const RuleCatalogue& rules,
                       Severity severity) {
  std::uint64_t count = 0;
  for (const RuleTotal& total : totals_of(list, rules)) {
    if (total.severity == severity) count += total.count;
  }
  return count;
}

TEST_CASE("collector: of each rule the first by file and line are kept") {
  const RuleCatalogue rules = two_rules();
  FindingCollector collector(rules, 3);
  // From the last line to the first, in two files.
  for (std::uint64_t line = 1000; line > 1; --line) {
    collector.add(at("effect", line, "b.csv"));
  }
  collector.add(at("effect", 7, "a.csv"));
  const FindingList list = collector.take({}, 2024, {});
  CHECK(short_text(list) == "effect 7:1\neffect 2:1\neffect 3:1\n");
  CHECK(count_of(list, rules, Severity::error) == 1000);
  const FindingsLeftOut& left = list.left_out().at({"effect", Severity::error});
  CHECK(left.count == 997);
  CHECK(left.file == "b.csv");
  CHECK(left.one_file);
  CHECK(left.first_line == 4);
  CHECK(left.last_line == 1000);
  CHECK(left.one_column);
  CHECK(left.column.zh == "日期");
}

TEST_CASE("collector: places that differ are not told as one") {
  const RuleCatalogue rules = two_rules();
  FindingCollector collector(rules, 1);
  for (std::uint64_t line = 2; line < 9; ++line) {
    collector.add(at("effect", line, line % 2 == 0 ? "a.csv" : "b.csv"));
  }
  Finding other = at("effect", 20);
  other.arguments = {{"field", "结果"}};
  collector.add(other);
  const FindingList list = collector.take({}, 2024, {});
  const FindingsLeftOut& left = list.left_out().at({"effect", Severity::error});
  CHECK(left.count == 7);
  CHECK_FALSE(left.one_file);
  CHECK_FALSE(left.one_column);
}

TEST_CASE("collector: a limit of 0 keeps all") {
  const RuleCatalogue rules = two_rules();
  FindingCollector collector(rules, 0);
  for (std::uint64_t line = 1; line <= 500; ++line) {
    collector.add(at("effect", line));
  }
  const FindingList list = collector.take({}, 2024, {});
  CHECK(list.all().size() == 500);
  CHECK(list.left_out().empty());
}

TEST_CASE("collector: what is said twice counts once, kept or not") {
  const RuleCatalogue rules = two_rules();
  FindingCollector collector(rules, 2);
  for (std::uint64_t line = 1; line <= 50; ++line) {
    collector.add(at("effect", line));
    collector.add(at("effect", line));
  }
  CHECK(count_of(collector.take({}, 2024, {}), rules, Severity::error) == 50);
}

TEST_CASE("collector: consequences that are left out are counted as such") {
  const RuleCatalogue rules = two_rules();
  FindingCollector collector(rules, 2);
  for (std::uint64_t line = 1; line <= 50; ++line) {
    Finding effect = at("effect", line);
    effect.severity = Severity::info;
    collector.add(effect);
    collector.add(at("cause", line));
  }
  const FindingList list = collector.take({}, 2024, {});
  CHECK(list.all().size() == 2);
  CHECK(list.all()[0].consequences.size() == 1);
  const auto totals = totals_of(list, rules);
  REQUIRE(totals.size() == 2);
  CHECK(totals[0].rule == "cause");
  CHECK(totals[0].count == 50);
  CHECK(totals[0].shown == 2);
  CHECK(totals[1].rule == "effect");
  CHECK(totals[1].count == 0);
  CHECK(totals[1].folded == 50);
}

TEST_CASE("collector: an error under a warning is still an error") {
  const RuleCatalogue rules = two_rules();
  FindingCollector collector(rules, 2);
  for (std::uint64_t line = 1; line <= 50; ++line) {
    collector.add(at("cause", line));
    collector.add(at("effect", line));
  }
  const FindingList list = collector.take({}, 2024, {});
  CHECK(count_of(list, rules, Severity::error) == 50);
  CHECK(count_of(list, rules, Severity::warning) == 50);
}

TEST_CASE("collector: cells are folded before they are cut short") {
  const RuleCatalogue rules = two_rules();
  FindingCollector collector(rules, 2);
  const auto cell = [](const char* rule, int number) {
    Finding finding;
    finding.rule = rule;
    finding.severity = Severity::error;
    finding.cell = "t.r.c" + std::to_string(number);
    return finding;
  };
  for (int i = 0; i < 50; ++i) collector.add(cell("effect", i));
  for (int i = 49; i >= 0; --i) collector.add(cell("cause", i));
  const FindingList list = collector.take({}, 2024, {});
  CHECK(list.all().size() == 2);
  const auto totals = totals_of(list, rules);
  REQUIRE(totals.size() == 2);
  CHECK(totals[0].count == 50);
  CHECK(totals[1].count == 0);
  CHECK(totals[1].folded == 50);
}

TEST_CASE("collector: records that count for one cell are limited as others") {
  const RuleCatalogue rules = two_rules();
  FindingCollector collector(rules, 3);
  for (std::uint64_t line = 1000; line > 0; --line) {
    Finding one = at("cause", line);
    one.cell = "t.r.c";
    collector.add(one);
  }
  CHECK(collector.of_figures().all().size() == 3);
  const FindingList list = collector.take({}, 2024, {});
  CHECK(short_text(list) == "cause 1:1\ncause 2:1\ncause 3:1\n");
  CHECK(count_of(list, rules, Severity::warning) == 1000);
}

TEST_CASE("collector: severities are those of the form and the year") {
  RuleCatalogue rules;
  Rule rule;
  rule.id = "by-year";
  rule.severities = {{{"cn-2019"}, 2019, 2019, Severity::warning},
                     SeverityCase{}};
  rules.add(rule, [] { return RuleWords(); });
  rule.id = "beta";
  rule.status = Rule::Status::beta;
  rules.add(rule, [] { return RuleWords(); });
  rule.id = "retired";
  rule.status = Rule::Status::retired;
  rules.add(rule, [] { return RuleWords(); });
  for (const int year : {2019, 2020}) {
    FindingCollector collector(rules, 1);
    for (std::uint64_t line = 1; line <= 9; ++line) {
      for (const char* id : {"by-year", "beta", "retired"}) {
        collector.add(at(id, line));
      }
    }
    const FindingList list = collector.take("cn-2019", year, {});
    const bool lenient = year == 2019;
    CHECK(count_of(list, rules, Severity::error) == (lenient ? 0 : 9));
    CHECK(count_of(list, rules, Severity::warning) == (lenient ? 18 : 9));
  }
}

}  // namespace
}  // namespace gov_report
