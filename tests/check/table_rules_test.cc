#include "check/table_rules.h"

#include <doctest/doctest.h>

#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

/// A table of zeros to change.
struct Figures {
  explicit Figures(int year) : schema(real_schema(year)) {
    table = make_table(schema.report, year, "某局");
    for (Cell& cell : table.cells) cell.state = CellState::number;
    for (Origin& origin : table.origins) origin = Origin::counts;
  }
  Cell& cell(std::string_view id) {
    return table.cells[schema.report.cell(id).value()];
  }
  Figures& set(std::string_view id, std::string_view number) {
    cell(id).number = Decimal::parse(number).value();
    return *this;
  }
  Figures& last_year(std::string id, std::string_view number) {
    if (!last) last = SealedReport();
    last->figures[std::move(id)] = Decimal::parse(number).value();
    return *this;
  }
  /// The rules broken, with cells and severities that are not the rule's.
  std::string broken(const Body& body = {"department", "county", {}}) {
    FindingList findings;
    check_cells(table, coverage, findings.sink());
    check_constraints(table, last ? &*last : nullptr, body, coverage,
                      findings.sink());
    std::string text;
    for (const Finding& finding : findings.all()) {
      text += finding.rule + " " + finding.cell + "\n";
    }
    return text;
  }

  Schema schema;
  Table table;
  std::optional<SealedReport> last;
  Coverage coverage;
};

TEST_CASE("constraints: zeros break nothing") {
  CHECK(Figures(2024).broken() == "");
  CHECK(Figures(2019).broken() == "");
}

TEST_CASE("constraints: one wrong figure breaks the equations it stands in") {
  CHECK(Figures(2024).set("applications.new.business", "1").broken() ==
        "row-total-mismatch applications.new.total\n"
        "balance-broken applications.new.business\n");
  CHECK(Figures(2024).set("disputes.reviews.pending", "1").broken() ==
        "dispute-total-mismatch disputes.reviews.total\n");
}

TEST_CASE("constraints: a cell that is no number stops its equations only") {
  Figures figures(2024);
  figures.cell("disputes.reviews.total").state = CellState::not_applicable;
  CHECK(figures.broken() == "not-a-count disputes.reviews.total\n");
}

TEST_CASE("constraints: a total open because of a part is not told again") {
  Figures figures(2024);
  figures.cell("disputes.reviews.upheld").state = CellState::blank;
  figures.cell("disputes.reviews.total").state = CellState::missing;
  CHECK(figures.broken() == "blank-cell disputes.reviews.upheld\n");
}

TEST_CASE("constraints: fees within the rounding of the figure in 万元") {
  struct Case {
    std::string yuan;
    std::string wan;
    bool breaks;
  };
  for (const Case& one : std::vector<Case>{{"350", "0.03", false},
                                           {"351", "0.03", true},
                                           {"5000", "0", false},
                                           {"5001", "0", true},
                                           {"700", "0.07", false},
                                           {"700.5", "0.07", false}}) {
    CAPTURE(one.yuan);
    CHECK((Figures(2024)
               .set("processing_fees.received", one.yuan)
               .set("disclosures.fees.amount", one.wan)
               .broken() != "") == one.breaks);
  }
}

TEST_CASE("constraints: a figure that last year's form lacks is no zero") {
  Figures figures(2022);
  figures.last_year("applications.new.total", "0");
  for (const char* row : {"regulations", "normative_documents"}) {
    figures.last->not_comparable.emplace(
        "disclosures." + std::string(row) + ".in_force", "another form");
  }
  CHECK(figures.broken() == "");
  const auto reasons = figures.coverage.rules_not_run();
  for (const char* rule :
       {"in-force-does-not-roll-forward", "repealed-exceeds-stock"}) {
    CAPTURE(rule);
    REQUIRE(reasons.contains(rule));
    CHECK(reasons.at(rule).key == "not-comparable");
    CHECK(reasons.at(rule).arguments.at(1).value == Text("another form"));
  }
}

TEST_CASE("constraints: last year in another form is compared where it can") {
  Figures figures(2021);
  figures.last_year("applications.carried_forward.total", "2");
  figures.last_year("disclosures.normative_documents.public_total", "9");
  CHECK(figures.broken() ==
        "carry-over-differs-from-last-year applications.carried_over.total\n");
}

TEST_CASE(
    "constraints: what concerns other bodies, levels and years is quiet") {
  Figures rules(2024);
  rules.set("disclosures.regulations.issued", "1")
      .set("disclosures.regulations.in_force", "1");
  CHECK(rules.broken() ==
        "regulations-by-unauthorised-body disclosures.regulations.issued\n"
        "regulations-by-unauthorised-body disclosures.regulations.in_force\n");
  CHECK(rules.broken({"government", "prefecture", {"may_make_regulations"}}) ==
        "");
  Figures fees(2024);
  fees.set("disclosures.fees.amount", "10000");
  CHECK(fees.broken() == "fee-amount-unit-suspect disclosures.fees.amount\n");
  CHECK(fees.broken({"government", "province", {}}) == "");
  CHECK(Figures(2024).set("disclosures.fees.amount", "9999.999999").broken() ==
        "");
  Figures suits(2023);
  suits.set("disputes.lawsuits_direct.upheld", "1")
      .set("disputes.lawsuits_direct.total", "1")
      .set("applications.new.natural_person", "1")
      .set("applications.new.total", "1")
      .set("applications.carried_forward.natural_person", "1")
      .set("applications.carried_forward.total", "1");
  CHECK(suits.broken() == "");
}

TEST_CASE("constraints: a fee far from last year's says so, with both") {
  const auto said = [](const char* last, const char* now) {
    Figures fees(2024);
    fees.set("disclosures.fees.amount", now);
    fees.last_year("disclosures.fees.amount", last);
    FindingList findings;
    check_constraints(fees.table, &*fees.last, {"department", "county", {}},
                      fees.coverage, findings.sink());
    std::string text;
    for (const Finding& finding : findings.all()) {
      if (finding.rule != "fee-amount-unit-suspect") continue;
      text += finding.variant + ":";
      for (const Argument& one : finding.arguments) {
        const bool shown = one.name == "left_value" || one.name == "last_value";
        if (shown) text += " " + one.value.en;
        if (one.name == "compared" && !one.value.en.empty()) {
          CHECK(one.value.en.starts_with("2023 "));
          CHECK(one.value.en.ends_with(" " + std::string(last)));
        }
      }
      text += "\n";
    }
    return text;
  };
  CHECK(said("1", "100") == "");
  CHECK(said("1", "101") == "last-year: 101 1\n");
  CHECK(said("200", "1.9") == "last-year: 1.9 200\n");
  CHECK(said("200", "10000") == ": 10000 \n");
}

TEST_CASE("constraints: rows that were not counted do not break the balance") {
  Figures figures(2024);
  figures.set("applications.new.business", "1")
      .set("applications.new.total", "1");
  CHECK(figures.broken() ==
        "balance-broken applications.new.business\n"
        "balance-broken applications.new.total\n");
  for (Origin& origin : figures.table.origins) origin = Origin::faulty_records;
  CHECK(figures.broken() == "");
}

TEST_CASE("cells: each unit has its own rule") {
  Figures figures(2019);
  figures.set("disclosures.licences.change", "-0.5");
  figures.set("disclosures.licences.previous", "-1");
  figures.set("disclosures.procurement.amount", "-1");
  const std::string broken = figures.broken();
  CHECK(broken.find("not-a-signed-count disclosures.licences.change") !=
        std::string::npos);
  CHECK(broken.find("not-a-count disclosures.licences.previous") !=
        std::string::npos);
  CHECK(broken.find("not-an-amount disclosures.procurement.amount") !=
        std::string::npos);
}

}  // namespace
}  // namespace gov_report
