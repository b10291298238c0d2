#include "check/follow_ons.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

Rule rule_of(std::string id, Severity severity,
             std::vector<std::string> follows_from = {}) {
  Rule rule;
  rule.id = std::move(id);
  rule.severities = {{{}, 0, 9999, severity}};
  rule.follows_from = std::move(follows_from);
  return rule;
}

/// b follows from a, c from b, d from z and a.
RuleCatalogue rules() {
  RuleCatalogue catalogue;
  catalogue.add(rule_of("a", Severity::warning), [] { return RuleWords(); });
  catalogue.add(rule_of("b", Severity::error, {"a"}),
                [] { return RuleWords(); });
  catalogue.add(rule_of("c", Severity::error, {"b"}),
                [] { return RuleWords(); });
  catalogue.add(rule_of("d", Severity::info, {"z", "a"}),
                [] { return RuleWords(); });
  catalogue.add(rule_of("z", Severity::error), [] { return RuleWords(); });
  return catalogue;
}

Finding at_line(std::string rule, std::uint64_t line,
                std::string file = "l.csv") {
  Finding finding;
  finding.rule = std::move(rule);
  finding.place.file = std::move(file);
  finding.place.at = {line, 1};
  return finding;
}

Finding at_cell(std::string rule, std::string cell) {
  Finding finding;
  finding.rule = std::move(rule);
  finding.cell = std::move(cell);
  return finding;
}

/// "a(b c) d"
std::string shape(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text += (text.empty() ? "" : " ") + finding.rule;
    if (!finding.consequences.empty()) {
      text += "(" + shape(finding.consequences) + ")";
    }
  }
  return text;
}

std::string folded(std::vector<Finding> findings,
                   const UnfilledTables& unfilled = {}) {
  fold_follow_ons(findings, rules(), unfilled);
  return shape(findings);
}

TEST_CASE("follow-ons: what follows stands under the finding of its record") {
  CHECK(folded({at_line("a", 3), at_line("b", 3)}) == "a(b)");
  CHECK(folded({at_line("b", 3), at_line("a", 3)}) == "a(b)");
  CHECK(folded({at_line("a", 3), at_line("b", 4)}) == "a b");
  CHECK(folded({at_line("a", 3), at_line("b", 3, "other.csv")}) == "a b");
  CHECK(folded({at_line("b", 3)}) == "b");
  // No line is no record.
  CHECK(folded({at_line("a", 0), at_line("b", 0)}) == "a b");
}

TEST_CASE("follow-ons: or of its cell") {
  CHECK(folded({at_cell("a", "t.r.c"), at_cell("b", "t.r.c")}) == "a(b)");
  CHECK(folded({at_cell("a", "t.r.c"), at_cell("b", "t.r.d")}) == "a b");
}

TEST_CASE("follow-ons: or of its table as a whole") {
  Finding table = at_cell("a", "");
  table.table = "t";
  CHECK(folded({table, at_cell("b", "t.r.c"), at_cell("b", "u.r.c")}) ==
        "a(b) b");
  // A ledger's file stands for the table that it should have filled.
  UnfilledTables unfilled;
  unfilled.of_file["l.csv"] = {"t"};
  unfilled.of_figure["memo.x"] = "t";
  CHECK(folded({at_line("a", 1), at_cell("b", "t.r.c")}, unfilled) == "a(b)");
  CHECK(folded({at_line("a", 1), at_cell("b", "memo.x")}, unfilled) == "a(b)");
  CHECK(folded({at_line("a", 1), at_cell("b", "memo.y")}, unfilled) == "a b");
  CHECK(folded({at_line("a", 1), at_cell("b", "t.r.c")}) == "a b");
}

TEST_CASE("follow-ons: of several causes the first, of the first rule named") {
  CHECK(folded({at_line("a", 3), at_line("a", 3), at_line("b", 3)}) ==
        "a(b) a");
  CHECK(folded({at_line("a", 3), at_line("z", 3), at_line("d", 3)}) ==
        "a z(d)");
}

TEST_CASE("follow-ons: what follows from a consequence stands beside it") {
  CHECK(folded({at_line("a", 3), at_line("b", 3), at_line("c", 3)}) ==
        "a(b c)");
  CHECK(folded({at_line("c", 3), at_line("b", 3), at_line("a", 3)}) ==
        "a(c b)");
}

TEST_CASE("follow-ons: a consequence counts only if it is worse") {
  Finding warning = at_line("a", 3);
  warning.consequences = {at_line("b", 3), at_line("d", 3)};
  std::string counted;
  for_each_folded(warning, rules(), [&](const Finding& one, bool counts) {
    if (counts) counted += one.rule;
  });
  CHECK(counted == "ab");  // the error too, the note not
  Finding error = at_line("z", 3);
  error.consequences = {at_line("a", 3), at_line("b", 3)};
  counted.clear();
  for_each_folded(error, rules(), [&](const Finding& one, bool counts) {
    if (counts) counted += one.rule;
  });
  CHECK(counted == "z");
}

}  // namespace
}  // namespace gov_report
