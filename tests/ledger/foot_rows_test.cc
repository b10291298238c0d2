// Rows under the records: totals, signatures, numbers without a record.

#include <doctest/doctest.h>

#include <string>

#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

/// The findings about one row, "rule/variant" each, with blanks between.
std::string findings_of(const std::string& row) {
  static const Schema kSchema = real_schema(2024);
  const FindingList findings = read_csv(
      ledger_of(kSchema, "applications"),
      "序号,编号,收到日期,申请人类型,办理结果,办结日期,备注\n" + row + "\n",
      [](Record&, const RecordReader&) {});
  std::string all;
  for (const Finding& finding : findings.all()) {
    if (finding.place.at.line != 2) continue;
    all += (all.empty() ? "" : " ") + finding.rule;
    if (!finding.variant.empty()) all += "/" + finding.variant;
  }
  return all;
}

TEST_CASE("foot rows: a total, a signature, a number alone are told once") {
  struct Case {
    const char* row;
    const char* variant;
  };
  for (const Case& one : {
           Case{"合计,,,,12,,", "total"},
           Case{",合计,,,12,,", "total"},
           Case{"合　计：,,3,9,,,", "total"},
           Case{",,总计,,,,", "total"},
           Case{"Total,,,,12,,", "total"},
           Case{"填表人：张三,,,审核人：李四,,,", "signature"},
           Case{"填表人,张三,,审核人,李四,,", "signature"},
           Case{",制表日期：2025-01-03,,,,,", "signature"},
           Case{",制表日期：,2025-01-03,,,,", "signature"},
           Case{",注：以上均为本机关办理,,,,,", "signature"},
           Case{"45,,,,,,", "no-field"},
       }) {
    CAPTURE(one.row);
    CHECK(findings_of(one.row) ==
          std::string("row-not-a-record/") + one.variant);
  }
}

TEST_CASE("foot rows: a record stays one, whatever words are in it") {
  CHECK(findings_of("1,2024-001,2024-03-01,自然人,予以公开,2024-03-20,合计")
            .empty());
  CHECK(
      findings_of("合计,合计,2024-03-01,自然人,予以公开,2024-03-20,").empty());
  CHECK(findings_of("合计,,2024-03-01,自然人,予以公开,2024-03-20,") ==
        "required-field-empty/empty");
  CHECK(findings_of("合计,合计,2024-03-01,自然人,天书,2024-03-20,") ==
        "unknown-result");
  CHECK(findings_of("备注,2024-001,2024-03-01,自然人,予以公开,明天,") ==
        "bad-date");
  CHECK(findings_of("1,2024-001,,自然人,予以公开,2024-03-20,审核人：李四") ==
        "receipt-date-missing/empty");
  CHECK(findings_of("1,2024-001,,自然人,予以公开,2024-03-20,") ==
        "receipt-date-missing/empty");
}

TEST_CASE("foot rows: a row without anything is no row") {
  CHECK(findings_of(",,,,,,").empty());
  CHECK(findings_of(" , ,,,,,").empty());
  CHECK(findings_of(",　,,,,,") == "row-not-a-record/blank");
}

}  // namespace
}  // namespace gov_report
