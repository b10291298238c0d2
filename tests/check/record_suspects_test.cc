#include "check/record_suspects.h"

#include <doctest/doctest.h>

#include <string>

#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

const Schema& law() {
  static const Schema schema = real_schema(2024);
  return schema;
}

/// The suspects of a cell of 2024 by variant, number and value, one a line.
std::string suspects(std::string_view cell, bool too_small,
                     const std::string& rows,
                     std::optional<FieldIndex> class_field = {}) {
  const ReportYear year = make_report_year(2024, "某局");
  const CellSource& source =
      *law().report.cells[law().report.cell(cell).value()].source;
  RecordSuspects found({source.where}, too_small, year, class_field);
  read_csv(law().ledgers[source.ledger], rows,
           [&](const Record& record, const RecordReader& reader) {
             found.check(record, reader);
           });
  std::string text;
  for (const Finding& one : found.candidates("some-rule")) {
    CHECK(one.rule == "some-rule");
    text += one.variant;
    for (const Argument& argument : one.arguments) {
      if (argument.name != "field") text += " " + argument.value.en;
    }
    if (one.place.at.line > 0) {
      text += " @" + std::to_string(one.place.at.line) + ":" +
              std::to_string(one.place.at.column);
    }
    text += "\n";
  }
  return text;
}

const std::string kHead = "编号,收到日期,申请人类型,办理结果,办结日期\n";
constexpr const char* kCarried = "applications.carried_over.natural_person";

TEST_CASE("suspects: what a figure that is too small may lack") {
  CHECK(suspects(kCarried, true,
                 kHead +
                     // Counted, so no suspect: open at New Year.
                     "2023-001,2023-12-20,自然人,予以公开,2024-01-10\n"
                     // Decided on the last day but one of the year before.
                     "2023-002,2023-12-01,自然人,予以公开,2023-12-30\n"
                     // Decided in June: nothing odd about it.
                     "2023-003,2023-06-01,自然人,予以公开,2023-06-20\n"
                     // Received on 3 January, still open.
                     "2024-001,2024-01-03,自然人,予以公开,2024-01-20\n"
                     // Its number says 2023.
                     "2023-004,2024-12-11,自然人,予以公开,2024-12-20\n"
                     // Nobody knows whose it is.
                     "2023-005,2023-12-11,自然仁,予以公开,2024-01-20\n"
                     // No date at all; one that can only be of 2024.
                     "2023-006,,自然人,予以公开,2024-01-20\n"
                     "2024-007,2024-02-30,自然人,予以公开,2024-03-20\n") ==
        "record-unreadable 2023-005 自然仁 @7:21\n"
        "record-empty 2023-006  @8:10\n"
        "record-other-year 2023-004 2024-12-11 @6:10\n"
        "record-year-turn 2023-002 2023-12-30 @3:30\n"
        "record-year-turn 2024-001 2024-01-03 @5:10\n");
}

TEST_CASE("suspects: what a figure that is too large may have too many") {
  CHECK(suspects(kCarried, false,
                 kHead +
                     // Open at New Year, far from it: nothing odd.
                     "2023-001,2023-10-20,自然人,予以公开,2024-02-10\n"
                     // Answered on the third day of the year.
                     "2023-002,2023-10-21,自然人,予以公开,2024-01-03\n"
                     // Numbered in 2024, dated 2023.
                     "2024-003,2023-10-22,自然人,予以公开,2024-02-10\n"
                     // Not counted.
                     "2024-004,2024-01-02,自然人,予以公开,2024-02-10\n") ==
        "record-other-year 2024-003 2023-10-22 @4:10\n"
        "record-year-turn 2023-002 2024-01-03 @3:30\n");
}

TEST_CASE("suspects: any record may have changed its class") {
  const auto field = ledger_of(law(), "applications").field("applicant_type");
  CHECK(suspects(kCarried, false,
                 kHead + "2023-001,2023-10-20,自然人,予以公开,2024-02-10\n",
                 field) == "record-other-class 2023-001 自然人 @2:21\n");
}

TEST_CASE("suspects: a case kept for another body") {
  CHECK(suspects("disputes.reviews.upheld", true,
                 "编号,受理日期,结果,审结日期,原行为主体\n"
                 "复1,2024-03-01,结果维持,2024-05-02,某县政府\n"
                 "复2,2024-03-01,结果维持,2024-05-02,某局\n") ==
        "record-another-body 复1 某县政府 @2:31\n");
}

TEST_CASE("suspects: five are named, the others counted") {
  std::string rows = kHead;
  for (int day = 10; day < 31; ++day) {
    rows += "2023-0" + std::to_string(day) +
            ",2023-12-01,自然人,予以公开,2023-12-" + std::to_string(day) + "\n";
  }
  // The last day of the year before is nearest: 30, 29, …
  CHECK(suspects(kCarried, true, rows) ==
        "record-year-turn 2023-030 2023-12-30 @22:30\n"
        "record-year-turn 2023-029 2023-12-29 @21:30\n"
        "record-year-turn 2023-028 2023-12-28 @20:30\n"
        "record-year-turn 2023-027 2023-12-27 @19:30\n"
        "record-year-turn 2023-026 2023-12-26 @18:30\n"
        "record-more 16\n");
}

}  // namespace
}  // namespace gov_report
