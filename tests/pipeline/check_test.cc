#include "pipeline/check.h"

#include <doctest/doctest.h>

#include "base/temporary_folder.h"
#include "ledger/ledger_fixture.h"
#include "paths.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

struct Run {
  Run() {
    fs::copy(fs::path(SOURCE_ROOT) / "tests/cli/base", folder.path(),
             fs::copy_options::recursive);
  }
  CheckResult check(int year = 2024) {
    YearRequest request;
    request.workspace = folder.path();
    request.year = year;
    return check_year(request, DataFiles(), rules);
  }
  std::string findings(int year = 2024) {
    return short_text(check(year).findings);
  }

  TemporaryFolder folder;
  RuleCatalogue rules = real_rules();
};

TEST_CASE("check: the base workspace is clean and its figures are known") {
  Run run;
  const CheckResult result = run.check();
  CHECK(short_text(result.findings) == "");
  REQUIRE(result.year != nullptr);
  const Table& table = result.year->table;
  CHECK(table.number("applications.new.total") == Decimal(3));
  CHECK(table.number("applications.carried_over.total") == Decimal(1));
  CHECK(table.number("applications.resolved.total") == Decimal(3));
  CHECK(table.number("applications.carried_forward.total") == Decimal(1));
  CHECK(table.number("disclosures.normative_documents.in_force") == Decimal(9));
  CHECK(table.number("disclosures.fees.amount") == Decimal::parse("25.1"));
  CHECK(table.number("disputes.reviews.total") == Decimal(1));
}

TEST_CASE("check: a ledger that cannot be read makes no figures up") {
  Run run;
  put_file(run.folder / "ledgers/applications.csv", "编号,收到日期\n");
  put_file(run.folder / "narrative/2024/other.md",
           "收到申请{{applications.new.total}}件。没有收取信息处理费。\n");
  const CheckResult result = run.check();
  CHECK(short_text(result.findings) ==
        "missing-column 1:1\nmissing-column 1:1\nmissing-column 1:1\n");
  CHECK_FALSE(result.year->table.number("applications.new.total").has_value());
  CHECK(result.year->table.number("disputes.reviews.total") == Decimal(1));
}

TEST_CASE("check: rows after the year do not disturb it") {
  Run run;
  // The next year has begun: there is a narrative for it.
  put_file(run.folder / "narrative/2025/other.md", "x\n");
  const fs::path ledger = run.folder / "ledgers/applications.csv";
  put_file(ledger, file_text(ledger) + "2025-001,2025-06-01,自然人,,\n");
  CHECK(run.findings().find("receipt-date-missing") == std::string::npos);
}

TEST_CASE("check: a year of an earlier form has its own rules") {
  Run run;
  CHECK(run.check(2020).year->schema.report.id == "cn-2019");
  CHECK(run.check(1999).year == nullptr);
  CHECK(run.check(1999).stopped);
}

TEST_CASE("check: equal findings are told once, in the order of the files") {
  Run run;
  put_file(run.folder / "ledgers/reviews.csv",
           "编号,受理日期,结果,审结日期\n复1,2024-13-01,维持,\n");
  put_file(run.folder / "counts/2024.yaml", "bananas: 1\n");
  CHECK(run.findings() ==
        "unknown-key 1:1\n"
        "bad-date/not-in-calendar 2:4\n"
        "result-and-closing-date-disagree/no-date 2:18\n");
}

}  // namespace
}  // namespace gov_report
