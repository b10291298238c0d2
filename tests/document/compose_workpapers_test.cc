#include "document/compose_workpapers.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

/// A year of records of one ledger, and the plan made of it.
struct Planned {
  Schema schema;
  Table table;
  std::map<LedgerIndex, std::vector<bool>> columns;
  std::map<CellIndex, std::pair<Decimal, std::string>> openings;

  explicit Planned(int year)
      : schema(real_schema(year)),
        table(make_table(schema.report, year, "某局")) {
    for (Cell& cell : table.cells) cell.state = CellState::number;
  }

  LedgerIndex add_ledger(const std::string& id,
                         const std::vector<std::string>& fields) {
    LedgerIndex index = 0;
    while (schema.ledgers[index].id != id) ++index;
    auto& there = columns[index];
    for (const FieldFormat& field : schema.ledgers[index].fields) {
      there.push_back(std::ranges::find(fields, field.id) != fields.end());
    }
    return index;
  }

  WorkpaperComposer composer() const {
    WorkpaperOptions options;
    options.heading = [](std::string_view key, const std::string& field) {
      return std::string(key) + ":" + field;
    };
    return {{table, schema.ledgers, columns, openings,
             make_report_year(table.year, "某局")},
            options};
  }
};

std::string names_of(const LedgerSheet& sheet) {
  std::string names;
  for (const LedgerColumn& column : sheet.columns) {
    names += (names.empty() ? "" : " ") + column.name;
  }
  return names;
}

const WorkpaperFigure& figure(const Workpapers& plan, const std::string& id) {
  for (const WorkpaperFigure& one : plan.figures) {
    if (one.id == id) return one;
  }
  throw std::out_of_range(id);
}

TEST_CASE("workpapers: private columns stay out, needed ones come in") {
  Planned planned(2024);
  planned.add_ledger("applications",
                     {"id", "received", "applicant_type", "applicant",
                      "subject", "result", "handled_by", "note"});
  CHECK(names_of(planned.composer().plan().ledgers[0]) ==
        "applications_row applications_place applications_id "
        "applications_received applications_applicant_type "
        "applications_result applications_decided "
        "applications_applicant_type_id applications_result_id "
        "applications_counted");
}

TEST_CASE("workpapers: each way of an or is a term of its own") {
  Planned planned(2024);
  planned.add_ledger("applications", {"id"});
  const WorkpaperComposer composer = planned.composer();
  const Workpapers& plan = composer.plan();
  CHECK(figure(plan, "applications.new.business").formula->terms.size() == 1);
  const auto& open =
      figure(plan, "applications.carried_over.business").formula->terms;
  REQUIRE(open.size() == 2);
  CHECK(open[0].criteria[1].test == Criterion::Test::empty);
  CHECK(open[1].criteria[1].test == Criterion::Test::from_start);
  // A sum has no formula of records.
  CHECK_FALSE(figure(plan, "applications.new.total").formula);
  CHECK_FALSE(figure(plan, "applications.resolved.business").formula);
}

TEST_CASE("workpapers: kinds of other handling count in one row until 2020") {
  Planned planned(2020);
  planned.add_ledger("applications", {"id"});
  const WorkpaperComposer composer = planned.composer();
  std::string values;
  for (const RecordTerm& term :
       figure(composer.plan(), "applications.other_handling.business")
           .formula->terms) {
    for (const Criterion& criterion : term.criteria) {
      if (criterion.value.starts_with("other_handling")) {
        values += criterion.value + " ";
      }
    }
  }
  CHECK(values ==
        "other_handling other_handling.no_correction "
        "other_handling.unpaid_fee other_handling.other ");
}

TEST_CASE("workpapers: a stock starts from what stands somewhere, or from 0") {
  const std::string id = "disclosures.regulations.in_force";
  Planned planned(2024);
  planned.add_ledger("disclosures", {});
  {
    const WorkpaperComposer composer = planned.composer();
    const auto& formula = *figure(composer.plan(), id).formula;
    CHECK(formula.inputs.empty());
    CHECK(formula.terms.size() == 4);  // plus and minus, of both times
  }
  planned.openings[*planned.schema.report.cell(id)] = {7, "sealed/2023.json:9"};
  const WorkpaperComposer composer = planned.composer();
  const auto& formula = *figure(composer.plan(), id).formula;
  CHECK(formula.terms.size() == 2);
  REQUIRE(formula.inputs.size() == 1);
  const InputFigure& input = composer.plan().inputs[formula.inputs[0]];
  CHECK(input.value == Decimal(7));
  CHECK(input.source == "sealed/2023.json:9");
}

TEST_CASE("workpapers: a typed figure is an input, a missing one has nothing") {
  Planned planned(2024);
  const CellIndex typed = *planned.schema.report.cell("disputes.reviews.other");
  planned.table.cells[typed].place = {"counts/2024.yaml", {3, 1}, 1, {}, {}};
  planned.table.cells[typed].number = 4;
  const CellIndex blank =
      *planned.schema.report.cell("disputes.reviews.upheld");
  planned.table.cells[blank].state = CellState::blank;
  planned.add_ledger("reviews", {"id"});
  const WorkpaperComposer composer = planned.composer();
  const Workpapers& plan = composer.plan();
  CHECK(figure(plan, "disputes.reviews.other").formula->terms.empty());
  CHECK(plan.inputs[figure(plan, "disputes.reviews.other").formula->inputs[0]]
            .value == Decimal(4));
  CHECK_FALSE(figure(plan, "disputes.reviews.upheld").formula);
}

TEST_CASE("workpapers: a record becomes a row of typed values") {
  Planned planned(2024);
  const LedgerIndex ledger = planned.add_ledger(
      "reviews", {"id", "accepted", "outcome", "concluded", "original_actor"});
  const WorkpaperComposer composer = planned.composer();
  std::string rows;
  read_csv(planned.schema.ledgers[ledger],
           "编号,受理日期,结果,审结日期,原行为主体\n"
           "复1,2024-02-01,结果维持,2024-03-01,本机关\n"
           "复2,2024-02-30,没有的,,某县政府\n",
           [&](const Record& record, const RecordReader&) {
             const LedgerRow row = composer.row(ledger, record, "a.csv", "复");
             rows += row.source;
             for (const SheetValue& value : row.values) {
               if (const auto* date = std::get_if<Date>(&value)) {
                 rows += "|" + iso_text(*date);
               } else if (const auto* number = std::get_if<Decimal>(&value)) {
                 rows += "|#" + number->text();
               } else if (const auto* text = std::get_if<std::string>(&value)) {
                 rows += "|" + *text;
               } else {
                 rows += "|";
               }
             }
             for (const auto& counted : row.counted) {
               rows += "|" + composer.plan().figures[counted.figure].id;
             }
             rows += "\n";
           });
  CHECK(rows ==
        "a.csv:2|复1|2024-02-01|结果维持|2024-03-01|本机关|#1|upheld"
        "|disputes.reviews.upheld\n"
        "a.csv:3|复2|2024-02-30|没有的||某县政府|#0|\n");
}

}  // namespace
}  // namespace gov_report
