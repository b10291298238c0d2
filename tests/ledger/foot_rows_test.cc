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
           Case{"制表：张三,,,审核：李四,,,", "signature"},
           Case{",填报人（签字）：,,,,,", "signature"},
           Case{"单位（盖章）,,,2025年1月5日,,,", "signature"},
           Case{",以下空白,,,,,", "signature"},
           Case{",共1件,,,,,", "total"},
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
  CHECK(findings_of("合计,2024-001,2024-03-01,自然人,予以公开,2024-03-20,")
            .empty());
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

/// The same for any ledger, and how many records it counts.
struct Told {
  std::string findings;
  int records = 0;
  std::string value;  ///< as the last finding says it
};

Told told_of(const std::string& ledger, const std::string& header,
             const std::string& row) {
  static const Schema kSchema = real_schema(2024);
  Told told;
  const FindingList findings =
      read_csv(ledger_of(kSchema, ledger), header + "\n" + row + "\n",
               [&](Record& record, const RecordReader&) {
                 told.records += record.has_errors ? 0 : 1;
               });
  for (const Finding& finding : findings.all()) {
    if (finding.place.at.line != 2) continue;
    told.findings += (told.findings.empty() ? "" : " ") + finding.rule;
    if (!finding.variant.empty()) told.findings += "/" + finding.variant;
    for (const auto& argument : finding.arguments) {
      if (argument.name == "value") told.value = argument.value.zh;
    }
  }
  return told;
}

TEST_CASE("foot rows: a day does not make a record of a total") {
  const std::string header = "编号,受理日期,结果,审结日期";
  for (const char* row : {"合计,2024-12-31,,", " 合计,2024-12-31,,",
                          "　总　计,2024-12-31,,", "TOTAL,2024-12-31,,"}) {
    CAPTURE(row);
    const Told told = told_of("reviews", header, row);
    CHECK(told.findings == "row-not-a-record/total");
    CHECK(told.records == 0);
  }
  const Told signature =
      told_of("reviews", header, "填表人：张三,2024-12-31,,");
  CHECK(signature.findings == "row-not-a-record/signature");
  CHECK(signature.records == 0);
}

TEST_CASE("foot rows: a record with the name of a total is told and counted") {
  const Told told =
      told_of("applications", "编号,收到日期,申请人类型,办理结果,办结日期",
              "合计,2024-03-01,自然人,予以公开,2024-03-20");
  CHECK(told.findings == "row-not-a-record/foot-name");
  CHECK(told.records == 1);
}

TEST_CASE("foot rows: what has its classes is a record, whatever its name") {
  const std::string header = "标题,类别,事项,日期,数量";
  const auto told = [&](const std::string& row) {
    return told_of("disclosures", header, row).findings;
  };
  CHECK(
      told(
          "说明：关于规范性文件管理的通知,规范性文件,制发,2024-05-20,一件半") ==
      "bad-count");
  CHECK(told("负责人,规范性文件,制发,2024-05-200,1").starts_with("bad-date"));
  CHECK(told("合计数,规范性文件,制发,2O24-05-20,1").starts_with("bad-date"));
  CHECK(told("合计,,,,3") == "row-not-a-record/total");
}

TEST_CASE("foot rows: of a row without a record five cells are named") {
  const auto value = [](const std::string& row) {
    return told_of("reviews", "序号,编号,受理日期,结果,审结日期,a,b,c,d,e", row)
        .value;
  };
  CHECK(value("3,,,,,张三") == "3, 张三");
  CHECK(value("3,,,,,1,2,4,5,6") == "3, 1, 2, 4, 5");
}

TEST_CASE("foot rows: a row without anything is no row") {
  CHECK(findings_of(",,,,,,").empty());
  CHECK(findings_of(" , ,,,,,").empty());
  CHECK(findings_of(",　,,,,,") == "row-not-a-record/blank");
}

}  // namespace
}  // namespace gov_report
