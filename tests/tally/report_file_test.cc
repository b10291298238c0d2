#include "tally/report_file.h"

#include <doctest/doctest.h>

#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

std::optional<SealedReport> sealed(const std::string& text, int year,
                                   std::string& findings) {
  YamlError error;
  const auto root = parse_yaml(text, error);
  REQUIRE(root.has_value());
  FindingList list;
  auto report = read_sealed_report(*root, year, "s.json", list.sink());
  findings = short_text(list);
  return report;
}

TEST_CASE("report file: what is written is read back, exactly") {
  const Schema schema = real_schema(2024);
  Table table = make_table(schema.report, 2024, "某“局”\\");
  Decimal number;
  for (Cell& cell : table.cells) {
    cell.state = CellState::number;
    cell.number = number;
    number += Decimal::parse("1.000001").value();
  }
  std::string findings;
  const auto report = sealed(write_report_file(table), 2024, findings);
  REQUIRE(report.has_value());
  CHECK(findings == "");
  CHECK(report->format == "cn-2021");
  CHECK(report->agency == "某“局”\\");
  CHECK(report->figures.size() == 200);
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const CellFormat& cell = schema.report.cells[i];
    if (cell.kind != CellKind::printed) continue;
    CHECK_MESSAGE(report->number(cell.id) == table.cells[i].number, cell.id);
  }
}

TEST_CASE(
    "report file: text stays text, a blank is null, neither is a number") {
  const Schema schema = real_schema(2024);
  Table table = make_table(schema.report, 2024, "某局");
  Cell& cell =
      table.cells[schema.report.cell("disputes.reviews.upheld").value()];
  cell.state = CellState::text;
  cell.text = "3件";
  const std::string text = write_report_file(table);
  CHECK(text.find("\"disputes.reviews.upheld\": \"3件\"") != std::string::npos);
  CHECK(text.find("\"disputes.reviews.other\": null") != std::string::npos);
  std::string findings;
  const auto report = sealed(text, 2024, findings);
  REQUIRE(report.has_value());
  CHECK_FALSE(report->number("disputes.reviews.upheld").has_value());
  CHECK_FALSE(report->number("disputes.reviews.other").has_value());
}

TEST_CASE("report file: the total of a row group is added up") {
  std::string findings;
  const auto report = sealed(
      "{\"schema\": \"gov-report/report/1\", \"format\": \"cn-2021\", "
      "\"year\": "
      "2023, \"agency\": \"a\", \"cells\": {\"x.g.a.total\": 2, "
      "\"x.g.b.total\": "
      "3.5, \"x.g.a.c\": 9, \"x.gg.a.total\": 100}}",
      2023, findings);
  REQUIRE(report.has_value());
  CHECK(report->number("x.g.total") == Decimal::parse("5.5"));
  CHECK(report->number("x.g.a.total") == Decimal(2));
  CHECK_FALSE(report->number("x.h.total").has_value());
}

TEST_CASE("report file: another kind, another year, a figure that is none") {
  const auto finding = [](const std::string& text) {
    std::string findings;
    CHECK_FALSE(sealed(text, 2023, findings).has_value());
    return findings;
  };
  CHECK(finding("{\"schema\": \"other/1\", \"cells\": {}}") ==
        "sealed-invalid/shape 1:1\n");
  CHECK(finding("{\"schema\": \"gov-report/report/1\"}") ==
        "sealed-invalid/shape 1:1\n");
  CHECK(finding("{\"schema\": \"gov-report/report/1\", \"year\": 2022, "
                "\"cells\": {}}") == "sealed-invalid/year 1:1\n");
  CHECK(finding("{\"schema\": \"gov-report/report/1\", \"year\": 2023,\n"
                "\"cells\": {\"a.b\": 1e3}}") ==
        "sealed-invalid/figure 2:18\n");
}

}  // namespace
}  // namespace gov_report
