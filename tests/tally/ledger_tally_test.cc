#include "tally/ledger_tally.h"

#include <doctest/doctest.h>

#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

/// The table of a year from the CSV of one ledger.
Table tallied(const Schema& schema, int year, std::string_view ledger,
              const std::string& csv, const OpeningStock& opening = {}) {
  LedgerIndex index = 0;
  while (schema.ledgers[index].id != ledger) ++index;
  LedgerTally tally(schema.report, index, make_report_year(year, "某局"));
  read_csv(schema.ledgers[index], csv,
           [&](Record& record, const RecordReader&) { tally.add(record); });
  Table table = make_table(schema.report, year, "某局");
  tally.fill(
      table, opening ? opening : [](CellIndex) -> std::optional<Decimal> {
        return std::nullopt;
      });
  fill_sums(table);
  return table;
}

std::string figure(const Table& table, std::string_view id) {
  const auto number = table.number(id);
  return number ? number->text() : "none";
}

TEST_CASE("tally: a case is counted where its dates say") {
  struct Case {
    std::string row;    ///< received, result, decided
    std::string cells;  ///< of the year 2024
  };
  const std::vector<Case> cases = {
      {"2024-01-01,自然人,予以公开,2024-12-31", "new granted"},
      {"2024-12-31,自然人,予以公开,2025-01-01", "new carried_forward"},
      {"2024-12-31,自然人,,", "new carried_forward"},
      {"2023-12-31,自然人,予以公开,2024-01-01", "carried_over granted"},
      {"2023-12-31,自然人,,", "carried_over carried_forward"},
      {"2023-12-31,自然人,予以公开,2023-12-31", ""},
      {"2022-01-01,自然人,予以公开,2025-01-01", "carried_over carried_forward"},
      {"2025-01-01,自然人,,", ""},
  };
  const Schema schema = real_schema(2024);
  for (const Case& one : cases) {
    CAPTURE(one.row);
    const Table table = tallied(
        schema, 2024, "applications",
        "编号,收到日期,申请人类型,办理结果,办结日期\n1," + one.row + "\n");
    std::string cells;
    for (const std::string row :
         {"new", "carried_over", "granted", "carried_forward"}) {
      const std::string own =
          figure(table, "applications." + row + ".natural_person");
      CHECK(own == figure(table, "applications." + row + ".total"));
      if (own == "1") cells += (cells.empty() ? "" : " ") + row;
    }
    CHECK(cells == one.cells);
  }
}

TEST_CASE("tally: 其他处理 in the form of 2019 takes all of its kinds") {
  const std::string csv =
      "编号,收到日期,申请人类型,办理结果,办结日期\n"
      "1,2020-03-01,自然人,逾期不补正,2020-03-20\n"
      "2,2020-03-01,自然人,其他处理,2020-03-20\n"
      "3,2020-03-01,自然人,申请人撤回,2020-03-20\n";
  const Table table = tallied(real_schema(2020), 2020, "applications", csv);
  // The table refers to the schema, which is gone: only its cells are read.
  CHECK(table.cells.size() > 161);
  const Schema schema = real_schema(2020);
  const Table again = tallied(schema, 2020, "applications", csv);
  CHECK(figure(again, "applications.other_handling.natural_person") == "3");
  CHECK(figure(again, "applications.resolved.total") == "3");
}

TEST_CASE("tally: cases of other bodies are not ours") {
  const Schema schema = real_schema(2024);
  const Table table = tallied(schema, 2024, "reviews",
                              "编号,受理日期,结果,审结日期,原行为主体\n"
                              "1,2024-03-01,维持,2024-04-20,\n"
                              "2,2024-03-01,维持,2024-04-20,某　局\n"
                              "3,2024-03-01,维持,2024-04-20,另一局\n"
                              "4,2024-12-01,,,某局\n"
                              "5,2023-03-01,撤销,2023-04-20,某局\n");
  CHECK(figure(table, "disputes.reviews.upheld") == "2");
  CHECK(figure(table, "disputes.reviews.pending") == "1");
  CHECK(figure(table, "disputes.reviews.corrected") == "0");
}

TEST_CASE("tally: stocks are the opening stock plus the flows of the year") {
  const std::string csv =
      "类别,事项,日期,数量\n"
      "规范性文件,制发,2023-05-01,5\n"
      "规范性文件,废止,2023-06-01,1\n"
      "规范性文件,制发,2024-05-01,3\n"
      "规范性文件,废止,2024-06-01,2\n"
      "规范性文件,制发,2025-01-02,9\n";
  const Schema schema = real_schema(2024);
  const Table from_zero = tallied(schema, 2024, "disclosures", csv);
  CHECK(figure(from_zero, "disclosures.normative_documents.issued") == "3");
  CHECK(figure(from_zero, "disclosures.normative_documents.repealed") == "2");
  CHECK(figure(from_zero, "disclosures.normative_documents.in_force") == "5");
  const Table known = tallied(schema, 2024, "disclosures", csv,
                              [](CellIndex) { return Decimal(40); });
  CHECK(figure(known, "disclosures.normative_documents.in_force") == "41");
}

TEST_CASE("tally: money in 元 is printed in 万元, exactly") {
  struct Case {
    std::string yuan;
    std::string cell;
  };
  const std::vector<Case> cases = {
      {"75394432.52", "7539.443252"}, {"251000", "25.1"}, {"1", "0.0001"},
      {"0.000001", "0.0000000001"},   {"0", "0"},
  };
  const Schema schema = real_schema(2024);
  for (const Case& one : cases) {
    CAPTURE(one.yuan);
    const Table table = tallied(schema, 2024, "disclosures",
                                "类别,事项,日期,金额\n行政事业性收费,收费,"
                                "2024-05-01," +
                                    one.yuan + "\n");
    CHECK(figure(table, "disclosures.fees.amount") == one.cell);
  }
  std::string many = "类别,事项,日期,金额\n";
  for (int i = 0; i < 1000; ++i) {
    many += "行政事业性收费,收费,2024-05-01,0.1\n";
  }
  CHECK(figure(tallied(schema, 2024, "disclosures", many),
               "disclosures.fees.amount") == "0.01");
}

TEST_CASE("table: a sum with an open part stays open") {
  const Schema schema = real_schema(2024);
  Table table = make_table(schema.report, 2024, "某局");
  for (const std::string id : {"upheld", "corrected", "other"}) {
    Cell& cell =
        table.cells[schema.report.cell("disputes.reviews." + id).value()];
    cell.state = CellState::number;
    cell.number = 2;
  }
  fill_sums(table);
  CHECK(figure(table, "disputes.reviews.total") == "none");
  Cell& last =
      table.cells[schema.report.cell("disputes.reviews.pending").value()];
  last.state = CellState::number;
  fill_sums(table);
  CHECK(figure(table, "disputes.reviews.total") == "6");
}

}  // namespace
}  // namespace gov_report
