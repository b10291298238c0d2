#include "tally/flows.h"

#include <doctest/doctest.h>

#include "ledger/ledger_fixture.h"
#include "tally/ledger_tally.h"

namespace gov_report {
namespace {

LedgerIndex index_of(const Schema& schema, std::string_view id) {
  LedgerIndex index = 0;
  while (schema.ledgers[index].id != id) ++index;
  return index;
}

/// "cell +amount" of every contribution of every row, "earlier" before it for
/// flows of the years before.
std::string contributions_of(int year, const std::string& ledger,
                             const std::string& csv) {
  const Schema schema = real_schema(year);
  const LedgerIndex index = index_of(schema, ledger);
  const LedgerTally tally(schema.report, index, make_report_year(year, "某局"));
  std::string text;
  std::vector<Contribution> found;
  read_csv(schema.ledgers[index], csv,
           [&](const Record& record, const RecordReader&) {
             tally.contributions(record, found);
             for (const Contribution& one : found) {
               if (schema.report.cells[one.cell].kind != CellKind::printed) {
                 continue;
               }
               text += (one.before_year ? "earlier " : "") +
                       schema.report.cells[one.cell].id + " " +
                       one.amount.text() + "\n";
             }
           });
  return text;
}

TEST_CASE("flows: a record says which cells it adds to, and how much") {
  const std::string head = "类别,事项,日期,数量,金额\n";
  struct Case {
    std::string row;
    std::string adds;
  };
  const std::vector<Case> cases = {
      {"行政事业性收费,收费,2024-03-01,,12345.67",
       "disclosures.fees.amount 1.234567\n"},
      {"行政许可,处理决定,2024-03-01,12,",
       "disclosures.licences.decisions 12\n"},
      {"行政许可,处理决定,2023-12-31,12,", ""},
      {"规章,废止,2023-12-31,2,",
       "earlier disclosures.regulations.in_force -2\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.row);
    CHECK(contributions_of(2024, "disclosures", head + one.row + "\n") ==
          one.adds);
  }
  const std::string both =
      contributions_of(2024, "disclosures", head + "规章,废止,2024-12-31,,\n");
  CHECK(both.find("disclosures.regulations.repealed 1\n") != std::string::npos);
  CHECK(both.find("disclosures.regulations.in_force -1\n") !=
        std::string::npos);
  CHECK(both.size() == 35 + 36);
}

TEST_CASE("flows: what of a stock is part of the figure") {
  CellSource source;
  const auto shown = [&](bool known) {
    const FigureParts parts = parts_of(source, known);
    return std::string(parts.opening ? "o" : "-") + (parts.year ? "y" : "-") +
           (parts.earlier ? "e" : "-");
  };
  CHECK(shown(false) == "-y-");
  source.stock.emplace();
  using Prints = Stock::Prints;
  source.stock->prints = Prints::closing;
  CHECK(shown(true) == "oy-");
  CHECK(shown(false) == "-ye");
  source.stock->prints = Prints::opening;
  CHECK(shown(true) == "o--");
  CHECK(shown(false) == "--e");
  source.stock->prints = Prints::change;
  CHECK(shown(true) == "-y-");
  CHECK(shown(false) == "-y-");
}

TEST_CASE("flows: which value keeps a record from being counted") {
  const Schema schema = real_schema(2024);
  const CellSource& granted =
      *schema.report
           .cells[*schema.report.cell("applications.granted.natural_person")]
           .source;
  struct Case {
    std::string row;
    std::string field;  ///< empty: counted, or none of it
  };
  const std::vector<Case> cases = {
      {"2024-01-05,自然人,予以公开,2024-02-01", ""},
      {"2024-01-05,自然人,予以公开,2024-02-30", "decided"},
      {"2024-01-05,自然人,予以公开,", "decided"},
      {"2024-01-05,自然人,,2024-02-01", "result"},
      {"2024-01-05,,予以公开,2024-02-01", "applicant_type"},
      {"2024-01-05,火星人,予以公开,2024-02-01", "applicant_type"},
      {"2024-01-05,企业,予以公开,2024-02-30", ""},    // a business
      {"2024-01-05,自然人,部分公开,2024-02-30", ""},  // another result
      {"2024-01-05,自然人,,", ""},                    // open
      {"2024-13-05,自然人,予以公开,2025-02-01", ""},  // another year
  };
  for (const Case& one : cases) {
    CAPTURE(one.row);
    std::string field;
    read_csv(ledger_of(schema, "applications"),
             "编号,收到日期,申请人类型,办理结果,办结日期\n1," + one.row + "\n",
             [&](const Record& record, const RecordReader&) {
               const auto found = undecided_field(
                   granted.where, record, make_report_year(2024, "某局"));
               if (found) field = record.format->fields[*found].id;
             });
    CHECK(field == one.field);
  }
}

}  // namespace
}  // namespace gov_report
