#include "check/tariff.h"

#include <doctest/doctest.h>

#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

TEST_CASE("tariff: the rates of 109号, test values of the domain") {
  const Schema schema = real_schema(2024);
  const Tariff& tariff = ledger_of(schema, "applications").tariff.value();
  struct Piece {
    std::int64_t n, total, rate;
  };
  for (const Piece& one : std::vector<Piece>{{1, 0, 0},
                                             {10, 0, 0},
                                             {11, 100, 100},
                                             {30, 2000, 100},
                                             {31, 2200, 200},
                                             {35, 3000, 200},
                                             {40, 4000, 200},
                                             {41, 4300, 300},
                                             {50, 7000, 300},
                                             {51, 7400, 400}}) {
    CAPTURE(one.n);
    CHECK(total(tariff.piece_steps, one.n) == one.total);
    CHECK(rate(tariff.piece_steps, one.n) == one.rate);
  }
  struct Pages {
    std::int64_t n, total;
  };
  for (const Pages& one : std::vector<Pages>{{0, 0},
                                             {30, 0},
                                             {31, 10},
                                             {68, 380},
                                             {100, 700},
                                             {101, 720},
                                             {119, 1080},
                                             {150, 1700},
                                             {200, 2700},
                                             {201, 2740},
                                             {250, 4700}}) {
    CAPTURE(one.n);
    CHECK(total(tariff.page_steps, one.n) == one.total);
  }
}

/// The rules that the rows break, by their line.
std::string broken(const std::string& header, const std::string& rows) {
  const Schema schema = real_schema(2024);
  const LedgerFormat& format = ledger_of(schema, "applications");
  TariffRules rules(format.tariff.value(), schema.report.id);
  Coverage coverage;
  const std::string text =
      "编号,收到日期,申请人类型,办理结果,办结日期," + header + "\n" + rows;
  FindingList findings =
      read_csv(format, text, [&](Record& record, const RecordReader& reader) {
        rules.bind(reader, coverage);
        rules.check(record, reader);
      });
  if (rules.must_count()) {
    read_csv(format, text,
             [&](Record& record, const RecordReader&) { rules.count(record); });
  }
  rules.finish(findings.sink());
  return short_text(findings);
}

TEST_CASE("tariff: known fees by their rule, others by what can be") {
  const std::string header = "申请人,收费方式,计费页数,收费金额";
  const std::string row = "1,2024-03-01,自然人,予以公开,2024-03-20,";
  struct Case {
    std::string fee;
    std::string finding;
  };
  const std::vector<Case> cases = {
      {"甲,按量,150,1700", ""},
      {"甲,按量,150,3000", "fee-amount-wrong/pages"},
      {"甲,按量,30,10", "fee-charged-in-free-range/pages"},
      {"甲,按量,30,0", ""},
      {"甲,按量,30,", ""},
      {"甲,按量,,1700", ""},
      {"甲,按量,,1715", "fee-not-possible"},
      {"甲,按件,,100", "fee-charged-in-free-range"},
      {",按件,,100", ""},
      {",按件,,150", "fee-not-possible"},
      {"甲,,,720", ""},
      {"甲,,,715", "fee-not-possible"},
      {"甲,电汇,,715", "unknown-value"},
      {"甲,按件、按量,150,1", "fee-methods-mixed"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.fee);
    const std::string found = broken(header, row + one.fee + "\n");
    CHECK(found.substr(0, found.find(' ')) == one.finding);
  }
}

TEST_CASE("tariff: all applications of a month and applicant count") {
  std::string rows;
  const auto add = [&](int n, const std::string& month, const std::string& who,
                       const std::string& fee) {
    std::string id = std::to_string(100 + n);
    rows += id + ",2024-" + month + "-01,自然人,予以公开,2024-03-20," + who +
            "," + (fee.empty() ? ",," : "按件,," + fee) + "\n";
  };
  for (int n = 1; n <= 10; ++n) add(n, "03", "甲 乙", "");
  add(11, "03", "甲乙", "100");  // the 11th
  add(12, "03", "甲乙", "200");  // the 12th: wrong
  add(13, "04", "甲乙", "100");  // another month: free
  add(14, "03", "丙", "100");    // somebody else: free
  CHECK(broken("申请人,收费方式,计费页数,收费金额", rows) ==
        "fee-charged-in-free-range 15:42\n"
        "fee-amount-wrong 13:43\n"
        "fee-charged-in-free-range 14:43\n");
}

TEST_CASE("tariff: applications of a day count in the order of their numbers") {
  std::string rows;
  for (int n = 1; n <= 12; ++n) {
    rows += std::to_string(n) + ",2024-03-01,自然人,予以公开,2024-03-20,甲," +
            (n > 10 ? "按件,,100" : ",,") + "\n";
  }
  CHECK(broken("申请人,收费方式,计费页数,收费金额", rows) == "");
}

TEST_CASE("tariff: without a method only the impossible is looked for") {
  const std::string row = "1,2024-03-01,自然人,予以公开,2024-03-20,甲,";
  CHECK(broken("申请人,收费金额", row + "100\n") == "");
  CHECK(broken("申请人,收费金额", row + "5\n").starts_with("fee-not-possible"));
}

}  // namespace
}  // namespace gov_report
