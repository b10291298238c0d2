// Failed equations of whole tables: which findings are left, what is offered,
// and what follows.

#include "check/explain_totals.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "ledger/ledger_fixture.h"
#include "support/dice.h"
#include "support/figures.h"
#include "support/seeded_errors.h"

namespace gov_report {
namespace {

const Schema& law() {
  static const Schema schema = real_schema(2023);
  return schema;
}

const RuleCatalogue& catalogue() {
  static const RuleCatalogue rules = real_rules();
  return rules;
}

/// A table typed in, at first all zeros or a real case.
struct Typed {
  Typed() {
    table = make_table(schema.report, 2023, "某局");
    for (Origin& origin : table.origins) origin = Origin::counts;
    for (CellIndex i = 0; i < table.cells.size(); ++i) {
      if (schema.report.cells[i].kind == CellKind::printed) {
        table.cells[i] = cell_from_text("0", {});
      }
    }
  }
  Typed& set(std::string_view id, std::string_view text) {
    table.cells[schema.report.cell(id).value()] = cell_from_text(text, {});
    return *this;
  }
  Typed& load(std::string_view name) {
    for (const auto& [id, text] : test::load_case(name)) set(id, text);
    return *this;
  }
  /// Leaves all totals out, as the parts are enough.
  Typed& without_totals() {
    for (CellIndex i = 0; i < table.cells.size(); ++i) {
      if (!schema.report.cells[i].parts.empty()) table.cells[i] = Cell();
    }
    return *this;
  }
  Typed& last_year(std::string id, std::string_view number) {
    if (!last) last = SealedReport();
    last->figures[std::move(id)] = Decimal::parse(number).value();
    return *this;
  }

  std::vector<Finding> explained() {
    fill_sums(table);
    FindingList cells;
    FindingList equations;
    const SealedReport* report = last ? &*last : nullptr;
    const Body body{"government", "prefecture", {"may_make_regulations"}};
    check_cells(table, coverage, cells.sink());
    const auto judgements =
        check_constraints(table, report, body, coverage, equations.sink());
    explain_blanks(table, report, judgements, rules, cells);
    explain_totals(table, report, judgements, rules, equations);
    for (Finding& finding : equations.all()) cells.add(std::move(finding));
    return std::move(cells.all());
  }

  /// A line for each finding, "? " candidates and "> " consequences under it.
  std::string text() {
    std::string out;
    for (const Finding& finding : explained()) {
      out += finding.rule + " " + finding.cell + "\n";
      for (const Finding& one : finding.candidates) {
        out += "? " + one.variant;
        for (const char* name : {"id", "from", "to", "other_id", "other_from",
                                 "other_to", "changes", "count"}) {
          for (const Argument& argument : one.arguments) {
            if (argument.name == name) out += " " + argument.value.en;
          }
        }
        out += "\n";
      }
      for (const Finding& one : finding.consequences) {
        out += "> " + one.rule + " " + one.cell + "\n";
      }
    }
    return out;
  }

  const RuleCatalogue& rules = catalogue();
  const Schema& schema = law();
  Table table;
  std::optional<SealedReport> last;
  Coverage coverage;
};

TEST_CASE("explained: a wrong part is one finding with one suggestion") {
  // Case 01 has 1288 there.
  CHECK(Typed()
            .load("01")
            .set("applications.granted.natural_person", "1828")
            .text() ==
        "row-total-mismatch applications.granted.total\n"
        "? candidate-swapped-digits applications.granted.natural_person 1828 "
        "1288\n"
        "> resolved-total-mismatch applications.resolved.natural_person\n");
}

TEST_CASE("explained: a wrong total fails with what is built on it") {
  CHECK(Typed().load("01").set("applications.new.total", "3109").text() ==
        "row-total-mismatch applications.new.total\n"
        "? candidate-mistyped-digit applications.new.total 3109 3119\n"
        "> balance-broken applications.new.total\n");
}

TEST_CASE("explained: two mistakes are two findings") {
  CHECK(Typed()
            .load("01")
            .set("applications.new.business", "35")
            .set("applications.granted.legal_service", "5")
            .text() ==
        "row-total-mismatch applications.new.total\n"
        "? candidate-swapped-digits applications.new.business 35 53\n"
        "> balance-broken applications.new.business\n"
        "row-total-mismatch applications.granted.total\n"
        "? candidate-missing-digit applications.granted.legal_service 5 50\n"
        "> resolved-total-mismatch applications.resolved.legal_service\n");
}

TEST_CASE("explained: two neighbours exchanged are one mistake") {
  // granted: 21 of businesses, 0 of research institutions.
  const std::string text = Typed()
                               .load("01")
                               .set("applications.granted.business", "0")
                               .set("applications.granted.research", "21")
                               .text();
  CHECK(text.find("? candidate-exchanged applications.granted.business 0 21 "
                  "applications.granted.research 21 0\n") != std::string::npos);
  CHECK(text.find("resolved-total-mismatch") == 0);
  CHECK(text.find("> resolved-total-mismatch "
                  "applications.resolved.research\n") != std::string::npos);
}

TEST_CASE("explained: three mistakes and more are told apart") {
  CHECK(Typed()
            .load("01")
            .set("applications.new.business", "35")
            .set("applications.granted.legal_service", "5")
            .set("applications.carried_over.total", "43")
            .set("disputes.reviews.total", "3500")
            .text() ==
        "row-total-mismatch applications.new.total\n"
        "? candidate-swapped-digits applications.new.business 35 53\n"
        "> balance-broken applications.new.business\n"
        "row-total-mismatch applications.carried_over.total\n"
        "? candidate-swapped-digits applications.carried_over.total 43 34\n"
        "> balance-broken applications.new.total\n"
        "row-total-mismatch applications.granted.total\n"
        "? candidate-missing-digit applications.granted.legal_service 5 50\n"
        "> resolved-total-mismatch applications.resolved.legal_service\n"
        // The parts add up to 351. 64 would have to be 3213, 72 3221 …
        "dispute-total-mismatch disputes.reviews.total\n"
        "? candidate-wrong-sum disputes.reviews.total 3500 351\n"
        "? candidate-change disputes.reviews.upheld 72 3221\n"
        "? candidate-change disputes.reviews.corrected 64 3213\n"
        "? candidate-change disputes.reviews.other 178 3327\n"
        "? candidate-change disputes.reviews.pending 37 3186\n");
}

TEST_CASE("explained: a total that was left out is no candidate") {
  // 3 received and 2 resolved: one figure of the column is wrong.
  CHECK(Typed()
            .set("applications.new.business", "3")
            .set("applications.granted.business", "2")
            .without_totals()
            .set("applications.carried_forward.business", "21")
            .text() ==
        "balance-broken applications.new.business\n"
        "? candidate-missing-digit applications.new.business 3 23\n"
        "? candidate-extra-digit applications.carried_forward.business 21 1\n"
        "? candidate-left-at-zero applications.carried_over.business 0 20\n"
        "> balance-broken applications.new.total\n");
}

TEST_CASE("explained: figures counted from records are not changed") {
  Typed typed;
  typed.set("disputes.reviews.upheld", "1");
  for (Cell& cell : typed.table.cells) cell.text.clear();
  CHECK(typed.text() == "dispute-total-mismatch disputes.reviews.total\n");
}

TEST_CASE("explained: last year's report decides where it can") {
  // Both a part and the total of this row are in equations with last year's.
  Typed typed;
  typed.set("disclosures.normative_documents.issued", "4")
      .set("disclosures.normative_documents.repealed", "1")
      .set("disclosures.normative_documents.in_force", "81")
      .last_year("disclosures.normative_documents.in_force", "15");
  CHECK(typed.text() ==
        "in-force-does-not-roll-forward "
        "disclosures.normative_documents.in_force\n"
        "? candidate-swapped-digits disclosures.normative_documents.in_force "
        "81 18\n"
        "? candidate-change disclosures.normative_documents.issued 4 67\n");
}

TEST_CASE("explained: a warning that goes with the mistake follows from it") {
  Typed typed;
  typed.load("04b");
  for (const auto& [id, text] : test::load_case("04a")) {
    typed.last_year(id, text);
  }
  typed.set("applications.new.total", "45");
  const std::string after = typed.text();
  CHECK(after.find("\nfigure-jumped applications.new.total\n") ==
        std::string::npos);
  CHECK(after.find("> figure-jumped applications.new.total\n") !=
        std::string::npos);
}

TEST_CASE("explained: a blank cell is offered the value that follows") {
  CHECK(Typed()
            .load("01")
            .set("applications.granted.natural_person", "")
            .text() ==
        "blank-cell applications.granted.natural_person\n"
        "? candidate-blank applications.granted.natural_person 1288\n");
  CHECK(Typed()
            .set("disputes.reviews.upheld", "/")
            .set("disputes.reviews.other", "2件")
            .text() ==
        "not-a-count disputes.reviews.upheld\n"
        "? candidate-blank disputes.reviews.upheld 0\n"
        "not-a-count disputes.reviews.other\n"
        "? candidate-blank disputes.reviews.other 0\n");
}

TEST_CASE("explained: blanks that two equations disagree on stay open") {
  CHECK(Typed()
            .load("01")
            .set("applications.granted.natural_person", "")
            .set("applications.granted.business", "22")
            .text() ==
        "blank-cell applications.granted.natural_person\n"
        "resolved-total-mismatch applications.resolved.business\n"
        "? candidate-mistyped-digit applications.granted.business 22 21\n");
}

TEST_CASE("explained: hostile figures end in findings, not in trouble") {
  Typed wrong;
  for (CellIndex i = 0; i < wrong.table.cells.size(); ++i) {
    const std::string number = std::to_string((i * 7919) % 1009);
    wrong.table.cells[i] = cell_from_text(number, {});
  }
  CHECK(wrong.explained().size() > 3);
  Typed large;
  for (Cell& cell : large.table.cells) {
    cell = cell_from_text("999999999999", {});
  }
  CHECK(large.explained().size() > 3);
  Typed endless;
  for (Cell& cell : endless.table.cells) {
    cell = cell_from_text("123456789012345678", {});
  }
  CHECK(endless.explained().size() > 3);
  Typed blank;
  for (Cell& cell : blank.table.cells) cell = cell_from_text("", {});
  for (const Finding& finding : blank.explained()) {
    CHECK(finding.candidates.empty());
  }
}

/// Findings, and those that stand under them.
std::size_t count_all(const std::vector<Finding>& findings) {
  std::size_t count = findings.size();
  for (const Finding& one : findings) count += count_all(one.consequences);
  return count;
}

TEST_CASE("explained: no broken equation gets lost, whatever leads it") {
  test::Dice dice(20190115);
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    Typed wrong;
    wrong.load("01");
    for (int slips = dice.between(1, 6); slips > 0; --slips) {
      const int last = static_cast<int>(wrong.table.cells.size()) - 1;
      Cell& cell =
          wrong.table.cells[static_cast<std::size_t>(dice.between(0, last))];
      cell = cell_from_text(std::to_string(dice.between(0, 99)), {});
    }
    fill_sums(wrong.table);
    FindingList equations;
    const Body body{"government", "prefecture", {"may_make_regulations"}};
    const auto judgements = check_constraints(wrong.table, nullptr, body,
                                              wrong.coverage, equations.sink());
    const std::size_t broken = equations.all().size();
    explain_totals(wrong.table, nullptr, judgements, wrong.rules, equations);
    CHECK(count_all(equations.all()) == broken);
    for (const Finding& one : equations.all()) CHECK(!one.rule.empty());
  }
}

TEST_CASE("explained: the worst finding of a group leads it") {
  // Every slip of some cells of a real case: errors stay on top, none is lost.
  const auto figures = test::load_case("12");
  const Typed right = Typed().load("12");
  std::size_t seen = 0;
  for (const auto& error : test::seeded_errors(figures, "cn-2021")) {
    if (++seen % 7 != 0) continue;
    Typed typed = right;
    typed.set(error.cell, error.wrong);
    FindingList plain;
    check_cells(typed.table, typed.coverage, plain.sink());
    check_constraints(typed.table, nullptr,
                      {"government", "", {"may_make_regulations"}},
                      typed.coverage, plain.sink());
    std::size_t all = 0;
    bool has_error = false;
    for (const Finding& finding : typed.explained()) {
      all += 1 + finding.consequences.size();
      has_error = has_error || !finding.severity.has_value();
    }
    CAPTURE(error.cell);
    CAPTURE(error.wrong);
    CHECK(all == plain.all().size());
    CHECK(has_error == !plain.all().empty());
  }
}

}  // namespace
}  // namespace gov_report
