#include "tally/counts.h"

#include <doctest/doctest.h>

#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

const ReportFormat& form() {
  static const Schema kSchema = real_schema(2024);
  return kSchema.report;
}

Counts counts_of(const std::string& yaml, std::string& findings) {
  YamlError error;
  const auto root = parse_yaml(yaml, error);
  REQUIRE(root.has_value());
  FindingList list;
  Counts counts = read_counts(*root, form(), "c.yaml", list.sink());
  findings = short_text(list);
  return counts;
}

const Cell& cell_of(const Counts& counts, std::string_view id) {
  return counts.cells.at(form().cell(id).value());
}

TEST_CASE("counts: nested and dotted ids, none, opening") {
  std::string findings;
  const Counts counts = counts_of(
      "applications: {new: {natural_person: 3, business: ２}}\n"
      "applications.granted.research: 1\n"
      "applications.denied: none\n"
      "disputes: none\n"
      "opening: {disclosures.regulations.in_force: 7}\n"
      "processing_fees: {received: 700}\n",
      findings);
  CHECK(findings == "");
  CHECK(cell_of(counts, "applications.new.natural_person").number == 3);
  CHECK(cell_of(counts, "applications.new.business").number == 2);
  CHECK(cell_of(counts, "applications.granted.research").number == 1);
  CHECK(cell_of(counts, "applications.denied.state_secret.total").number == 0);
  CHECK(cell_of(counts, "disputes.reviews.pending").number == 0);
  CHECK(cell_of(counts, "processing_fees.received").number == 700);
  CHECK(counts.opening.at(
            form().cell("disclosures.regulations.in_force").value()) == 7);
  CHECK(counts.tables.size() == 2);  // opening stocks are no table's figures
}

TEST_CASE("counts: opening stocks nested do not make a table typed in") {
  std::string findings;
  const Counts counts = counts_of(
      "opening: {disclosures: {regulations: {in_force: 7}}}\n", findings);
  CHECK(findings == "");
  CHECK(counts.tables.empty());
}

TEST_CASE("counts: a value keeps what it is and where it stands") {
  struct Case {
    std::string written;
    CellState state;
  };
  const std::vector<Case> cases = {
      {"3", CellState::number},
      {"\"3\"", CellState::number},
      {"-2", CellState::number},
      {"1.5", CellState::number},
      {"", CellState::blank},
      {"~", CellState::blank},
      {"\"\"", CellState::blank},
      {"/", CellState::not_applicable},
      {"\"-\"", CellState::not_applicable},
      {"无", CellState::not_applicable},
      {"—", CellState::not_applicable},
      {"3件", CellState::text},
      {"\"1,234\"", CellState::number},  // unit-in-cell says it
      {"\"12,34\"", CellState::text},
      {"9999999999999", CellState::text},  // no figure is that large
      {"0x10", CellState::text},
      {"22（其中修订16件）", CellState::text},
  };
  for (const Case& one : cases) {
    CAPTURE(one.written);
    std::string findings;
    const Counts counts =
        counts_of("disputes.reviews.upheld: " + one.written + "\n", findings);
    const Cell& cell = cell_of(counts, "disputes.reviews.upheld");
    CHECK(cell.state == one.state);
    CHECK(cell.place.at.line == 1);
    if (!one.written.empty()) CHECK(cell.place.at.column == 26);
  }
  std::string findings;
  const Counts counts =
      counts_of("disputes.reviews.upheld: 22（其中修订16件）\n", findings);
  CHECK(cell_of(counts, "disputes.reviews.upheld").number == 22);
}

TEST_CASE("counts: what is wrong is named with its place") {
  struct Case {
    std::string yaml;
    std::string findings;
  };
  const std::vector<Case> cases = {
      {"aplications: none\n", "unknown-key/nearest 1:1\n"},
      {"disputes:\n  reviews: {uphold: 1}\n", "unknown-key/nearest 2:13\n"},
      {"opennig:\n  disclosures.regulations.in_force: 1\n",
       "unknown-key/nearest 1:1\n"},
      {"disputes:\n  bananas: 1\n", "unknown-key 2:3\n"},
      {"disputes.reviews: 1\n", "bad-figure/group 1:19\n"},
      {"disputes:\n  reviews:\n", "bad-figure/empty 2:10\n"},
      {"disputes: [1, 2]\n", "unknown-key/no-map 1:11\n"},
      {"- disputes\n", "unknown-key/no-map 1:1\n"},
      {"disputes: none\ndisputes.reviews.upheld: 1\n",
       "figure-given-twice 2:1\n"},
      {"opening: {disclosures.regulations.in_force: x}\n", "bad-figure 1:45\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.yaml);
    std::string findings;
    counts_of(one.yaml, findings);
    CHECK(findings == one.findings);
  }
}

}  // namespace
}  // namespace gov_report
