#include <doctest/doctest.h>

#include <algorithm>

#include "ledger/ledger_fixture.h"
#include "ledger/matches.h"

namespace gov_report {
namespace {

const std::string kHeader = "编号,收到日期,申请人类型,办理结果,办结日期\n";

const Schema& schema() {
  static const Schema kSchema = real_schema(2024);
  return kSchema;
}

const LedgerFormat& applications() {
  return ledger_of(schema(), "applications");
}

/// What the first row has in a field: the id of a class value, a date, the
/// number, or the kind of nothing.
std::string value_of(const std::string& csv, std::string_view field,
                     const LedgerFormat& format) {
  std::string text = "no row";
  read_csv(format, csv, [&](Record& record, const RecordReader&) {
    const FieldIndex index = format.field(field).value();
    const Value& value = record.values[index];
    switch (value.kind) {
      case Value::Kind::empty:
        text = "empty";
        break;
      case Value::Kind::bad:
        text = "bad";
        break;
      case Value::Kind::text:
        text = std::string(value.text);
        break;
      case Value::Kind::date:
        text = iso_text(value.date);
        break;
      case Value::Kind::count:
      case Value::Kind::amount:
        text = value.amount.text();
        break;
      case Value::Kind::choice:
        text = format.fields[index].values[value.choice].id;
        break;
    }
  });
  return text;
}

std::string result_of(const std::string& written) {
  return value_of(
      kHeader + "1,2024-03-01,自然人,\"" + written + "\",2024-03-20\n",
      "result", applications());
}

TEST_CASE("records: a date is read in all forms people write") {
  struct Case {
    std::string written;
    std::string read;
  };
  const std::vector<Case> cases = {
      {"2024-03-01", "2024-03-01"},
      {"2024/3/1", "2024-03-01"},
      {"2024.3.1", "2024-03-01"},
      {"2024年3月1日", "2024-03-01"},
      {"20240301", "2024-03-01"},
      {"２０２４－０３－０１", "2024-03-01"},
      {" 2024-03-01 ", "2024-03-01"},
      {"2024-02-29", "2024-02-29"},
      {"2023-02-29", "bad"},
      {"2024-02-30", "bad"},
      {"2024-13-01", "bad"},
      {"1/3/2024", "bad"},
      {"24-3-1", "bad"},
      {"2024-3", "bad"},
      {"45352", "bad"},
      {"三月一日", "bad"},
      {"", "bad"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.written);
    const std::string csv = kHeader + "1," + one.written + ",自然人,,\n";
    const std::string read = value_of(csv, "received", applications());
    CHECK((read == "empty" ? "bad" : read) == one.read);
  }
}

TEST_CASE("records: a result goes by label, number, alias and id") {
  for (const std::string written : {"（一）予以公开", "予以公开",
                                    "(一)予以公开", "granted", " 予以 公开 "}) {
    CHECK_MESSAGE(result_of(written) == "granted", written);
  }
  CHECK(result_of("（三）不予公开 1.属于国家秘密") == "denied.state_secret");
  CHECK(result_of("不予公开１．属于国家秘密") == "denied.state_secret");
  CHECK(result_of("本机关不掌握相关政府信息") == "unavailable.not_held");
  CHECK(result_of("逾期不补正") == "other_handling.no_correction");
  CHECK(result_of("申请人撤回") == "other_handling.other");
  CHECK(result_of("已经答复") == "bad");
  CHECK(result_of("") == "empty");
}

TEST_CASE("records: several values in one cell break their own rule") {
  const auto rule_of = [](const std::string& written) {
    return short_text(read_csv(
        applications(),
        kHeader + "1,2024-03-01,自然人,\"" + written + "\",2024-03-20\n"));
  };
  for (const std::string written :
       {"予以公开、部分公开", "予以公开，部分公开", "予以公开;部分公开",
        "予以公开/部分公开", "予以公开＋部分公开", "予以公开\n部分公开",
        "予以公开、部分公开、"}) {
    CHECK_MESSAGE(rule_of(written) == "more-than-one-result 2:18\n", written);
  }
  // Not all of them are values, or it is the same one twice.
  CHECK(rule_of("予以公开、电话答复") == "unknown-result 2:18\n");
  CHECK(rule_of("予以公开、予以公开") == "unknown-result 2:18\n");
  CHECK(rule_of("、") == "unknown-result 2:18\n");
  // A value that has such a mark in its name is itself.
  CHECK(rule_of("申请人逾期未按收费通知要求缴纳费用、"
                "行政机关不再处理其政府信息公开申请") == "");
}

TEST_CASE("records: a bad or missing heading is told with the nearest one") {
  struct Case {
    std::string header;
    std::string findings;
  };
  const std::vector<Case> cases = {
      {kHeader, ""},
      {"id,received,applicant_type,result,decided\n", ""},
      {"编 号,收到时间,申请人类别,办理结果,答复日期,经办人,自己加的列\n", ""},
      {"编号,收到日期,申请人类形,办理结果,办结日期\n",
       "missing-column/nearest 1:9\n"},
      {"编号,收到日期,申请人类型,办理结果\n", "missing-column 1:1\n"},
      {"编号,收到日期,申请人类型,办理结果,办结日期,收件日期\n",
       "duplicate-column 1:25\n"},
      {"甲,乙,丙\n", "missing-column/no-heading 1:1\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.header);
    CHECK(short_text(read_csv(applications(), one.header)) == one.findings);
  }
}

TEST_CASE("records: counts and amounts are exact, or bad") {
  struct Case {
    std::string field;
    std::string written;
    std::string read;
  };
  const std::vector<Case> cases = {
      {"quantity", "", "1"},
      {"quantity", "0", "0"},
      {"quantity", "１２", "12"},
      {"quantity", "010", "10"},
      {"quantity", "3件", "3"},
      {"quantity", "1.5", "bad"},
      {"quantity", "-1", "bad"},
      {"quantity", "0x10", "bad"},
      {"quantity", "1e3", "bad"},
      {"amount", "", "empty"},
      {"amount", "36.50", "36.5"},
      {"amount", "0.000001", "0.000001"},
      {"amount", "0.0000001", "bad"},
      {"amount", "75394432.52", "75394432.52"},
      {"amount", "1,234", "1234"},
      {"amount", "25万", "bad"},
      {"amount", "99999999999999999999", "bad"},
  };
  const LedgerFormat& format = ledger_of(schema(), "disclosures");
  for (const Case& one : cases) {
    CAPTURE(one.written);
    const bool count = one.field == "quantity";
    const std::string csv =
        "类别,事项,日期,数量,金额\n行政许可,处理决定,"
        "2024-05-06," +
        (count ? one.written : std::string()) + ",\"" +
        (count ? std::string() : one.written) + "\"\n";
    CHECK(value_of(csv, one.field, format) == one.read);
  }
}

TEST_CASE("records: a condition never holds for what was not understood") {
  const ReportYear year = make_report_year(2024, "某 局");
  struct Case {
    Condition::Test test;
    std::string decided;
    bool holds;
  };
  using Test = Condition::Test;
  const std::vector<Case> cases = {
      {Test::in_year, "2024-01-01", true},
      {Test::in_year, "2024-12-31", true},
      {Test::in_year, "2023-12-31", false},
      {Test::in_year, "", false},
      {Test::before_year, "2023-12-31", true},
      {Test::before_year, "2024-01-01", false},
      {Test::by_year_end, "2024-12-31", true},
      {Test::by_year_end, "2025-01-01", false},
      {Test::open_at_start, "", true},
      {Test::open_at_start, "2024-01-01", true},
      {Test::open_at_start, "2023-12-31", false},
      {Test::open_at_end, "", true},
      {Test::open_at_end, "2025-01-01", true},
      {Test::open_at_end, "2024-12-31", false},
      {Test::open_at_end, "31.12.2025", false},
      {Test::empty, "31.12.2025", false},
      {Test::filled, "31.12.2025", false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.decided);
    const Condition condition{
        applications().field("decided").value(), one.test, {}};
    read_csv(applications(),
             kHeader + "1,2023-03-01,自然人,予以公开," + one.decided + "\n",
             [&](Record& record, const RecordReader&) {
               CHECK(holds(condition, record, year) == one.holds);
             });
  }
}

TEST_CASE("records: a number that stands twice names the first place") {
  const FindingList findings =
      read_csv(applications(), kHeader +
                                   "1,2024-03-01,自然人,,\n"
                                   "2,2024-03-01,自然人,,\n"
                                   "1,2024-03-01,自然人,,\n");
  REQUIRE(short_text(findings) == "duplicate-number 4:1\n");
  const auto& arguments = findings.all()[0].arguments;
  CHECK(std::ranges::any_of(arguments, [](const Argument& argument) {
    return argument.name == "first" && argument.value.zh == "a.csv:2";
  }));
}

TEST_CASE("headings: a group over name and type has both") {
  const Schema schema = real_schema(2024);
  const LedgerFormat& format = ledger_of(schema, "applications");
  const HeadingWords words(format);
  for (const char* group :
       {"\u7533\u8BF7\u4EBA\u60C5\u51B5", "\u7533\u8BF7\u4EBA\u4FE1\u606F",
        "\u7533\u8BF7\u4EBA\u57FA\u672C\u60C5\u51B5"}) {
    CAPTURE(group);
    CHECK(words.find(std::string(group) + "\u59D3\u540D") ==
          format.field("applicant"));
    CHECK(words.find(std::string(group) + "\u7C7B\u578B") ==
          format.field("applicant_type"));
  }
}

}  // namespace
}  // namespace gov_report
