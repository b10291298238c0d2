// Statements of the text as witnesses for the figures of a broken equation.

#include "check/suspected_figures.h"

#include <doctest/doctest.h>

#include "check/explain_totals.h"
#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

/// Applications of one body, all from natural persons but a few: 34 received,
/// 3 carried over, 34 resolved (13 granted, 21 refused), 3 carried forward.
struct Typed {
  Typed() {
    table = make_table(schema.report, 2024, "某局");
    for (Origin& origin : table.origins) origin = Origin::counts;
    for (CellIndex i = 0; i < table.cells.size(); ++i) {
      if (schema.report.cells[i].kind == CellKind::printed) {
        table.cells[i] = cell_from_text("0", {});
      }
    }
    row("new", "26", "8", "34");
    row("carried_over", "3", "0", "3");
    row("granted", "13", "0", "13");
    row("denied.state_secret", "13", "8", "21");
    row("resolved", "26", "8", "34");
    row("carried_forward", "3", "0", "3");
  }
  void row(const std::string& id, const std::string& persons,
           const std::string& businesses, const std::string& total) {
    set("applications." + id + ".natural_person", persons);
    set("applications." + id + ".business", businesses);
    set("applications." + id + ".total", total);
  }
  void set(const std::string& id, const std::string& text) {
    table.cells[schema.report.cell(id).value()] = cell_from_text(text, {});
  }
  std::vector<Finding> broken() {
    fill_sums(table);
    FindingList equations;
    const auto judgements =
        check_constraints(table, nullptr, {"department", "county", {}},
                          coverage, equations.sink());
    explain_totals(table, nullptr, judgements, rules, equations);
    return std::move(equations.all());
  }

  const Schema schema = real_schema(2024);
  const RuleCatalogue rules = real_rules();
  Table table;
  Coverage coverage;
};

/// A statement that gives `written` for the sum of `terms`.
bool take(SuspectedFigures& suspected, const Table& table,
          const std::vector<std::string>& terms, int written) {
  Decimal value;
  for (const std::string& id : terms) value += *table.number(id);
  Finding statement;
  statement.rule = "said";
  return suspected.take(
      {terms}, value, [&](Decimal other) { return other == Decimal(written); },
      statement);
}

TEST_CASE("suspected figures: a text that is right follows from the total") {
  Typed typed;
  typed.set("applications.new.total", "43");
  auto findings = typed.broken();
  REQUIRE(findings.size() == 1);
  REQUIRE(findings[0].rule == "row-total-mismatch");
  SuspectedFigures suspected(typed.table, findings);
  CHECK(take(suspected, typed.table, {"applications.new.total"}, 34));
  suspected.put_in_order();
  CHECK(findings[0].consequences.back().rule == "said");
}

TEST_CASE("suspected figures: a text that no change confirms stays") {
  Typed typed;
  typed.set("applications.new.total", "43");
  auto findings = typed.broken();
  SuspectedFigures suspected(typed.table, findings);
  CHECK_FALSE(take(suspected, typed.table, {"applications.new.total"}, 35));
  // Another figure, which nothing casts doubt on.
  CHECK_FALSE(take(suspected, typed.table, {"applications.granted.total"}, 4));
}

TEST_CASE("suspected figures: a group's sum is seen through its parts") {
  Typed typed;
  typed.set("applications.denied.state_secret.total", "12");
  auto findings = typed.broken();
  REQUIRE_FALSE(findings.empty());
  SuspectedFigures suspected(typed.table, findings);
  CHECK(take(suspected, typed.table, {"applications.denied.total"}, 21));
}

TEST_CASE("suspected figures: what the text confirms is offered first") {
  Typed typed;
  typed.set("disputes.reviews.upheld", "3");
  typed.set("disputes.reviews.corrected", "1");
  typed.set("disputes.reviews.total", "5");
  auto findings = typed.broken();
  REQUIRE(findings.size() == 1);
  auto& candidates = findings[0].candidates;
  REQUIRE(candidates.size() > 2);
  CHECK(candidates.front().cell == "disputes.reviews.total");
  const std::size_t all = candidates.size();
  SuspectedFigures suspected(typed.table, findings);
  CHECK(take(suspected, typed.table, {"disputes.reviews.corrected"}, 2));
  suspected.put_in_order();
  CHECK(candidates.size() == all);
  CHECK(candidates[0].cell == "disputes.reviews.corrected");
  CHECK(candidates[1].cell == "disputes.reviews.total");
}

}  // namespace
}  // namespace gov_report
