// How people write things: one table for what is read, and as what, and for
// what is refused, and as which finding.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

const Schema& schema() {
  static const Schema kSchema = real_schema(2024);
  return kSchema;
}

struct Reading {
  std::string value;     // id, date, number, text; "bad", "empty"
  std::string findings;  // "rule/variant" of each, with blanks between
};

std::string text_of(const Value& value, const FieldFormat& field) {
  switch (value.kind) {
    case Value::Kind::empty:
      return "empty";
    case Value::Kind::bad:
      return "bad";
    case Value::Kind::text:
      return std::string(value.text);
    case Value::Kind::date:
      return iso_text(value.date);
    case Value::Kind::count:
    case Value::Kind::amount:
      return value.amount.text();
    case Value::Kind::choice:
      return field.values[value.choice].id;
  }
  return {};
}

/// A CSV record with `written` in `field` and what fits in all others.
Reading read_as(const std::string& ledger, const std::string& name,
                const std::string& written) {
  const LedgerFormat& format = ledger_of(schema(), ledger);
  std::string header;
  std::string row;
  for (const FieldFormat& field : format.fields) {
    if (!field.required && field.id != name) continue;
    header += (header.empty() ? "" : ",") + field.id;
    std::string value = written;
    if (field.id != name) {
      value = field.type == FieldType::date   ? "2024-03-01"
              : field.type == FieldType::text ? "1"
                                              : field.values.front().id;
    }
    std::string quoted;
    for (const char c : value) quoted += c == '"' ? "\"\"" : std::string(1, c);
    row += (row.empty() ? "\"" : ",\"") + quoted + "\"";
  }
  Reading reading;
  const FindingList findings = read_csv(
      format, header + "\n" + row + "\n",
      [&](Record& record, const RecordReader&) {
        const FieldIndex index = format.field(name).value();
        reading.value = text_of(record.values[index], format.fields[index]);
      });
  for (const Finding& finding : findings.all()) {
    reading.findings += (reading.findings.empty() ? "" : " ") + finding.rule +
                        (finding.variant.empty() ? "" : "/" + finding.variant);
  }
  return reading;
}

struct Spelling {
  std::string written;
  std::string value;
  std::string findings = {};
};

void check(const std::string& ledger, const std::string& field,
           const std::vector<Spelling>& spellings) {
  for (const Spelling& one : spellings) {
    CAPTURE(field);
    CAPTURE(one.written);
    const Reading reading = read_as(ledger, field, one.written);
    CHECK(reading.value == one.value);
    CHECK(reading.findings == one.findings);
  }
}

TEST_CASE("spellings: dates") {
  check("applications", "received",
        {
            {"2019-01-02", "2019-01-02"},
            {"2019-1-2", "2019-01-02"},
            {"2019/1/2", "2019-01-02"},
            {"2019/01/02", "2019-01-02"},
            {"2019.1.2", "2019-01-02"},
            {"2019.01.02", "2019-01-02"},
            {"20190102", "2019-01-02"},
            {"2019年1月2日", "2019-01-02"},
            {"2019年01月02日", "2019-01-02"},
            {"2019年1月2号", "2019-01-02"},
            {"２０１９年１月２日", "2019-01-02"},
            {"２０１９－０１－０２", "2019-01-02"},
            {"２０１９／１／２", "2019-01-02"},
            {"2019. 1. 2", "2019-01-02"},
            {"2019 - 1 - 2", "2019-01-02"},
            {"2019 年 1 月 2 日", "2019-01-02"},
            {"2019年 1月 2日", "2019-01-02"},
            {"2019\u3000年1月2日", "2019-01-02"},
            {"2019年\n1月2日", "2019-01-02"},
            {"2019\u00A0年\u00A01\u00A0月\u00A02\u00A0日", "2019-01-02"},
            {"2019—01—02", "2019-01-02"},
            {"2019–01–02", "2019-01-02"},
            {"2019‐1‐2", "2019-01-02"},
            {"2019。1。2", "2019-01-02"},
            {"2019．1．2", "2019-01-02"},
            {"2019-1-2 00:00:00", "2019-01-02"},
            {"2019-01-02 0:00", "2019-01-02"},
            {"2019-01-02T00:00:00.000", "2019-01-02"},
            {"2019-01-02 09:15", "2019-01-02"},
            {"2019-01-02 23:59:59", "2019-01-02"},
            {"2019/1/2 9:05:33", "2019-01-02"},
            {"2019-01-02 09:15:33.250", "2019-01-02"},
            {"2019-01-02T09:15:33", "2019-01-02"},
            {"2019-01-02 上午", "2019-01-02"},
            {"20190102下午", "2019-01-02"},
            {"2019年1月2日上午", "2019-01-02"},
            {"2019年1月2日下午3时", "2019-01-02"},
            {"2019年1月2日 下午3:20", "2019-01-02"},
            {"2019年1月2日15时20分", "2019-01-02"},
            {"2019年1月2日15点20分06秒", "2019-01-02"},
            {"二〇一九年一月二日上午", "2019-01-02"},
            {"2019年1月2日 09:15", "2019-01-02"},
            {"２０１９－１－２　９：０５", "2019-01-02"},
            {"二〇一九年一月二日", "2019-01-02"},
            {"二○一九年一月二日", "2019-01-02"},
            {"二零一九年一月二日", "2019-01-02"},
            {"二〇一九年十二月三十一日", "2019-12-31"},
            {"二〇一九年十月十日", "2019-10-10"},
            {"二〇一九年十一月二十号", "2019-11-20"},
            {"二〇一九年三月廿一日", "2019-03-21"},
            {"二〇二〇年二月二十九日", "2020-02-29"},
            {"2019年十二月3日", "2019-12-03"},
            {" 2019-01-02 ", "2019-01-02"},
            {"\uFEFF2019-01-02\u200B", "2019-01-02"},
            {"\u200E2019-01-02\u200F", "2019-01-02"},
            {"2019\u200B-01-02", "2019-01-02", "invisible-character"},
            {"=\"2019-01-02\"", "2019-01-02", "text-as-formula"},
            {"\u200E2019\u200E/1/2", "2019-01-02", "invisible-character"},
            {"2019-01\u00AD-02", "2019-01-02", "invisible-character"},
            {"2019年\u20601月2日", "2019-01-02", "invisible-character"},
            {"2019-\x01"
             "01-02",
             "2019-01-02", "invisible-character"},
            // Refused.
            {"2019-02-30", "bad", "bad-date/not-in-calendar"},
            {"2019-13-01", "bad", "bad-date/not-in-calendar"},
            {"20190230", "bad", "bad-date/not-in-calendar"},
            {"二〇一九年二月三十日", "bad", "bad-date"},
            {"二〇一九年十三月一日", "bad", "bad-date"},
            {"二十九年一月二日", "bad", "bad-date"},
            {"二〇一九年一月", "bad", "bad-date"},
            {"19-1-2", "bad", "bad-date/day-first-or-short-year"},
            {"19.1.2", "bad", "bad-date/day-first-or-short-year"},
            {"19年1月2日", "bad", "bad-date/day-first-or-short-year"},
            {"2/1/2019", "bad", "bad-date/day-first-or-short-year"},
            {"02-01-2019", "bad", "bad-date/day-first-or-short-year"},
            {"1/2/19", "bad", "bad-date/day-first-or-short-year"},
            {"2-Jan-19", "bad", "bad-date/day-first-or-short-year"},
            {"2 Jan 2019", "bad", "bad-date/day-first-or-short-year"},
            {"Jan 2, 2019", "bad", "bad-date/day-first-or-short-year"},
            {"2019-1", "bad", "bad-date/incomplete"},
            {"2019年1月", "bad", "bad-date/incomplete"},
            {"201901", "bad", "bad-date/incomplete"},
            {"190102", "bad", "bad-date/incomplete"},
            {"3/5", "bad", "bad-date/incomplete"},
            {"1月2日", "bad", "bad-date/incomplete"},
            {"43467", "bad", "bad-date/serial"},
            {"43467.5", "bad", "bad-date/serial"},
            {"４３４６７", "bad", "bad-date/serial"},
            {"99999", "bad", "bad-date"},
            {"#N/A", "bad", "formula-error"},
            {"#REF!", "bad", "formula-error"},
            {"#VALUE!", "bad", "formula-error"},
            {"########", "bad", "formula-error"},
            {"2019-01-02 25:00", "bad", "bad-date/more-than-a-day"},
            {"2019-01-02 09:61", "bad", "bad-date/more-than-a-day"},
            {"2019-01-02 09:15+08:00", "bad", "bad-date/more-than-a-day"},
            {"2019 01 02", "bad", "bad-date"},
            {"2019-01-02起", "bad", "bad-date/more-than-a-day"},
            {"2019年1月2日下午送达", "bad", "bad-date/more-than-a-day"},
            {"2019年1月2日25时", "bad", "bad-date"},
            {"2019-01-02 上", "bad", "bad-date/more-than-a-day"},
            // A range, and what may be the rest of the day.
            {"2019-01-02至2019-01-05", "bad", "bad-date"},
            {"2019-01-02至05", "bad", "bad-date"},
            {"2024-05-2 0", "bad", "bad-date"},
            {"2024-05-2/0", "bad", "bad-date"},
            {"2024-05-2O", "bad", "bad-date"},
            {"2024-5-1l", "bad", "bad-date"},
            {"20244-05-20", "bad", "bad-date/year-out-of-range"},
            {"2019-02-30 上午", "bad", "bad-date/not-in-calendar"},
            {"2204-03-05", "bad", "bad-date/year-out-of-range"},
            {"22040305", "bad", "bad-date/year-out-of-range"},
            {"1799年3月5日", "bad", "bad-date/year-out-of-range"},
            {"0000-00-00", "bad", "bad-date/year-out-of-range"},
            {"2199-02-30", "bad", "bad-date/not-in-calendar"},
            {"待定", "bad", "bad-date"},
            {"无", "bad", "bad-date"},
            {"-", "bad", "bad-date"},
            {"去年", "bad", "bad-date"},
        });
}

TEST_CASE("spellings: counts") {
  check("disclosures", "quantity",
        {
            {"3", "3"},
            {"", "1"},
            {"010", "10"},
            {"１２", "12"},
            {"3.0", "3"},
            {"+3", "3"},
            {"3件", "3"},
            {"3 件", "3"},
            {"３份", "3"},
            {"3（件）", "3"},
            {"12项", "12"},
            {"1,234", "1234"},
            {"1，234", "1234"},
            {"12,345,678", "12345678"},
            {"1,234件", "1234"},
            {"1234\u200B", "1234"},
            {"12\u200B34", "1234", "invisible-character"},
            {"=\"0123\"", "123", "text-as-formula"},
            {"=\"\"", "1"},  // as if blank: one
            {"0", "0"},
            {"-0", "0"},
            {"-1", "bad", "bad-count/negative"},
            {"－1", "bad", "bad-count/negative"},
            {"−1件", "bad", "bad-count/negative"},
            {"1.5", "bad", "bad-count"},
            {"1,23", "bad", "bad-count/separators"},
            {"1,2345", "bad", "bad-count/separators"},
            {"12,34,567", "bad", "bad-count/separators"},
            {",123", "bad", "bad-count"},
            {"3元", "bad", "bad-count/unit"},
            {"3天", "bad", "bad-count/unit"},
            {"3万", "bad", "bad-count/unit"},
            {"3 4", "bad", "bad-count"},
            {"3-4", "bad", "bad-count"},
            {"3件2份", "bad", "bad-count"},
            {"约3件", "bad", "bad-count"},
            {"三件", "bad", "bad-count"},
            {"1.2E+17", "bad", "digits-lost"},
            {"1e3", "bad", "digits-lost"},
            {"0x10", "bad", "bad-count"},
            {"#N/A", "bad", "formula-error"},
            {"#DIV/0!", "bad", "formula-error"},
            {"无", "bad", "bad-count"},
        });
  check("applications", "extension_days",
        {
            {"20", "20"},
            {"20个工作日", "20"},
            {"20 工作日", "20"},
            {"20天", "bad", "bad-count/unit"},
            {"20日", "bad", "bad-count/unit"},
        });
}

TEST_CASE("spellings: amounts") {
  check("disclosures", "amount",
        {
            {"", "empty"},
            {"=\"\"", "empty"},
            {"36.50", "36.5"},
            {"36.50元", "36.5"},
            {"３６．５０", "36.5"},
            {"￥36.50", "36.5"},
            {"¥ 36.50", "36.5"},
            {"RMB 36.50", "36.5"},
            {"人民币36.50元", "36.5"},
            {"1,234,567.89", "1234567.89"},
            {"1，234．50元", "1234.5"},
            {"￥1,234", "1234"},
            {"1.5万元", "15000", "unit-converted"},
            {"1.5 万元", "15000", "unit-converted"},
            {"0.00001万元", "0.1", "unit-converted"},
            {"2亿元", "200000000", "unit-converted"},
            {"1,234.5万元", "12345000", "unit-converted"},
            {"1.5万\u200B元", "15000", "invisible-character unit-converted"},
            {"0.000001", "0.000001"},
            {"0.0000001", "bad", "bad-amount"},
            {"25.1万", "bad", "bad-amount/unit"},
            {"25美元", "bad", "bad-amount/unit"},
            {"$25", "bad", "bad-amount"},
            {"-5", "bad", "bad-amount/negative"},
            {"-￥5", "bad", "bad-amount/negative"},
            {"1,23", "bad", "bad-amount/separators"},
            {"1,234.5,6", "bad", "bad-amount/separators"},
            {"1.2.3", "bad", "bad-amount"},
            {".5", "bad", "bad-amount"},
            {"5.", "bad", "bad-amount"},
            {"1.2E+05", "bad", "digits-lost"},
            {"99999999999999999999", "bad", "bad-amount"},
            {"999999999999亿元", "bad", "bad-amount"},
            {"#NAME?", "bad", "formula-error"},
            {"免费", "bad", "bad-amount"},
        });
}

TEST_CASE("spellings: numbers of records") {
  check("applications", "id",
        {
            {"2024-001", "2024-001"},
            {"依申请〔2024〕1号", "依申请〔2024〕1号"},
            {"\u200B2024-001\uFEFF", "2024-001"},
            {"\u00AD2024-001\u00A0", "2024-001"},
            {"2024\u200B-001", "2024\u200B-001", "invisible-character"},
            {"2024\u00A0001", "2024\u00A0001", "invisible-character/blank"},
            {"2024 001", "2024 001"},
            {"=\"00123\"", "00123", "text-as-formula"},
            {"=\" 00123 \"", "00123", "text-as-formula"},
            {"=\"0\"\"1\"", "=\"0\"\"1\""},
            {"=00123", "=00123"},
            {"=\"", "=\""},
            {"A+1", "A+1"},
            {"#12", "#12"},
            {"1E5", "1E5"},
            {"1.2E+17", "1.2E+17", "digits-lost"},
            {"2.02403E+16", "2.02403E+16", "digits-lost"},
            {"#REF!", "#REF!", "formula-error"},
        });
}

TEST_CASE("spellings: results") {
  check(
      "applications", "result",
      {
          {"denied.state_secret", "denied.state_secret"},
          {"Denied.State_Secret", "denied.state_secret"},
          {"（三）不予公开 1.属于国家秘密", "denied.state_secret"},
          {"(三)不予公开　1、属于国家秘密", "denied.state_secret"},
          {"（三）不予公开\n1．属于国家秘密。", "denied.state_secret"},
          {"不予公开：1.属于国家秘密", "denied.state_secret"},
          {"不予公开——属于国家秘密", "denied.state_secret"},
          {"属于国家秘密", "denied.state_secret"},
          {"国家秘密", "denied.state_secret"},
          {"三(三)1", "denied.state_secret"},
          {"三（三）1", "denied.state_secret"},
          {"三（三）１", "denied.state_secret"},
          {"三（三）1.", "denied.state_secret"},
          {"三（三）1、", "denied.state_secret"},
          {"三、（三）、1", "denied.state_secret"},
          {"三 (三) 1", "denied.state_secret"},
          {"三-(三)-1", "denied.state_secret"},
          {"三（三）①", "denied.state_secret"},
          {"（三）1", "denied.state_secret"},
          {"三（四）3", "unavailable.still_unclear"},
          {"三(六)2", "other_handling.unpaid_fee"},
          {"三（一）", "granted"},
          {"（二）", "partially_granted"},
          {"予以公开", "granted"},
          {"予以公开。", "granted"},
          {"予以\u200B公开", "granted", "invisible-character"},
          {"予以\uFEFF公开", "granted", "invisible-character"},
          {"予以\u00AD公开", "granted", "invisible-character"},
          {"\u200E予以公开", "granted"},
          {"予以\u00A0公开", "granted", "invisible-character/blank"},
          {"\u200B予以公开\u00A0", "granted"},
          {"予以　公 开", "granted"},
          {"公\u200B开", "granted", "invisible-character value-by-judgement"},
          {"=\"予以公开\"", "granted", "text-as-formula"},
          {"危及“三安全一稳定”", "denied.security_and_stability"},
          {"危及\"三安全一稳定\"", "denied.security_and_stability"},
          {"危及三安全一稳定", "denied.security_and_stability"},
          {"申请人撤回", "other_handling.other"},
          // Taken for a value, with a warning.
          {"信息不存在", "unavailable.not_held", "value-by-judgement"},
          {"政府信息不存在", "unavailable.not_held", "value-by-judgement"},
          {"不属于本机关公开", "unavailable.not_held", "value-by-judgement"},
          {"公开", "granted", "value-by-judgement"},
          {"涉密", "denied.state_secret", "value-by-judgement"},
          {"内部管理信息", "denied.internal_affairs", "value-by-judgement"},
          {"过程信息", "denied.deliberative_process", "value-by-judgement"},
          {"法律法规另有规定", "denied.registry_lookup", "value-by-judgement"},
          {"信访", "not_processed.petition_or_complaint", "value-by-judgement"},
          {"不予重复处理", "not_processed.repeated", "value-by-judgement"},
          {"撤销申请", "other_handling.other", "value-by-judgement"},
          {"需要加工。", "unavailable.needs_processing", "value-by-judgement"},
          // Several values are possible.
          {"不公开", "bad", "ambiguous-value"},
          {"不予公开", "bad", "ambiguous-value"},
          {"依法不予公开", "bad", "ambiguous-value"},
          {"（三）不予公开", "bad", "ambiguous-value"},
          {"不同意公开。", "bad", "ambiguous-value"},
          {"无法提供", "bad", "ambiguous-value"},
          {"不予处理", "bad", "ambiguous-value"},
          {"告知作出更正补充", "bad", "ambiguous-value"},
          {"告知作出更正、补充", "bad", "ambiguous-value"},
          {"申请内容不明确", "bad", "ambiguous-value"},
          {"视为放弃申请", "bad", "ambiguous-value"},
          {"非政府信息", "bad", "ambiguous-value"},
          {"予以公开、部分公开", "bad", "more-than-one-result"},
          {"#N/A", "bad", "formula-error"},
          {"延期答复", "bad", "unknown-result"},
          {"三（七）1", "bad", "unknown-result"},
          {"已经答复", "bad", "unknown-result"},
      });
}

TEST_CASE("spellings: applicants, outcomes, categories") {
  check("applications", "applicant_type",
        {
            {"自然人", "natural_person"},
            {"Natural Person", "natural_person"},
            {"自 然 人", "natural_person"},
            {"公民", "natural_person"},
            {"商业企业。", "business"},
            {"法人或其他组织：商业企业", "business"},
            {"法人或其他组织—商业企业", "business"},
            {"其他组织", "other_organisation"},
            {"村民", "natural_person", "value-by-judgement"},
            {"有限公司", "business", "value-by-judgement"},
            {"行业协会", "public_welfare", "value-by-judgement"},
            {"医院", "other_organisation", "value-by-judgement"},
            {"法人", "bad", "ambiguous-value"},
            {"法人或其他组织", "bad", "ambiguous-value"},
            {"律师", "bad", "ambiguous-value"},
            {"学校", "bad", "ambiguous-value"},
            {"外星人", "bad", "unknown-applicant-class"},
        });
  check("lawsuits", "outcome",
        {
            {"结果维持", "upheld"},
            {"驳回诉讼请求", "upheld"},
            {"驳回起诉", "other"},
            {"败诉", "corrected", "value-by-judgement"},
            {"驳回", "bad", "ambiguous-value"},
            {"维持原判", "bad", "ambiguous-value"},
        });
  check("reviews", "outcome",
        {
            {"结果纠正", "corrected"},
            {"责令重新答复", "corrected"},
            {"驳回", "bad", "ambiguous-value"},
        });
  check("disclosures", "category",
        {
            {"规范性文件", "normative_document"},
            {"罚款", "penalty", "value-by-judgement"},
            {"文件", "bad", "ambiguous-value"},
        });
}

TEST_CASE("spellings: the marks of a number are a part of it") {
  check("applications", "copies_supplied",
        {
            {"1", "yes"},
            {"\uFF11", "yes"},
            {"-1", "bad", "bad-flag"},
            {"0.1", "bad", "bad-flag"},
        });
}

TEST_CASE("spellings: headings") {
  const std::vector<std::string> known = {"编号",
                                          "编 号",
                                          "编\n号",
                                          "编号*",
                                          "*编号",
                                          "＊编号",
                                          "编号：",
                                          "编号:",
                                          "编号（必填）",
                                          "编号(必填)",
                                          "编号【必填】",
                                          "（必填）编号",
                                          "编号*（必填）：",
                                          "★编号",
                                          "※编号",
                                          "编号\u200B",
                                          "\uFEFF编号",
                                          "ID",
                                          "ｉｄ",
                                          "id*",
                                          "申请编号（必填）",
                                          "登记号",
                                          "Number",
                                          "编号[选填]"};
  for (const std::string& heading : known) {
    CAPTURE(heading);
    CHECK(short_text(read_csv(ledger_of(schema(), "applications"),
                              "\"" + heading +
                                  "\",收到日期（年-月-日）,申请人类型*,"
                                  "办理结果：,办结日期(yyyy-mm-dd)\n")) == "");
  }
  for (const std::string heading :
       {"编号（旧）", "编号二", "序号", "（编号）"}) {
    CAPTURE(heading);
    const std::string found = short_text(
        read_csv(ledger_of(schema(), "applications"),
                 heading + ",收到日期,申请人类型,办理结果,办结日期\n"));
    CHECK(found.starts_with("missing-column"));
  }
  CHECK(short_text(read_csv(ledger_of(schema(), "applications"),
                            "编号,收到日期,申请人类型,办理结果,办结日期,"
                            "编号（必填）\n")) == "duplicate-column 1:25\n");
}

TEST_CASE("spellings: a message names what cannot be seen") {
  const FindingList findings =
      read_csv(ledger_of(schema(), "applications"),
               "编号,收到日期,申请人类型,办理结果,办结日期\n"
               "2024\u200B-1,2024-0\u00AD3-01,自然人,,\n"
               "2,2024\u00A003-01,自然人,,\n");
  REQUIRE(short_text(findings) ==
          "invisible-character 2:1\ninvisible-character 2:9\n"
          "bad-date 3:3\n");
  const auto argument = [&](std::size_t finding, const std::string& name) {
    for (const Argument& one : findings.all()[finding].arguments) {
      if (one.name == name) return one.value.zh;
    }
    return std::string();
  };
  CHECK(argument(0, "character") == "U+200B");
  CHECK(argument(0, "position") == "5");
  CHECK(argument(0, "value") == "2024<U+200B>-1");
  CHECK(argument(1, "character") == "U+00AD");
  CHECK(argument(2, "value") == "2024<U+00A0>03-01");
}

TEST_CASE("spellings: a finding names its own record, by a field behind it") {
  const FindingList findings =
      read_csv(ledger_of(schema(), "disclosures"),
               "category,action,date,amount,title\n"
               "行政事业性收费,收费,2024-08-05,1万元,甲\n"
               "行政事业性收费,收费,2024-08-05,2万元,乙\n");
  REQUIRE(findings.all().size() == 2);
  CHECK(findings.all()[0].record == "甲");
  CHECK(findings.all()[1].record == "乙");
}

TEST_CASE("spellings: a warning does not spoil the record, an error does") {
  const auto spoiled = [](const std::string& result) {
    bool bad = false;
    read_csv(
        ledger_of(schema(), "applications"),
        "编号,收到日期,申请人类型,办理结果,办结日期\n1,2024-03-01,自然人," +
            result + ",2024-03-20\n",
        [&](Record& record, const RecordReader&) { bad = record.has_errors; });
    return bad;
  };
  CHECK_FALSE(spoiled("信息不存在"));
  CHECK(spoiled("不予公开"));
}

}  // namespace
}  // namespace gov_report
