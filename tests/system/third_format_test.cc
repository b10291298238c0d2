// Law is data: a form that no C++ file has heard of, for years of its own,
// with a ledger of its own, comes as two YAML files and is built to every
// format.

#include <doctest/doctest.h>

#include <string>

#include "base/temporary_folder.h"
#include "paths.h"
#include "system/program.h"
#include "system/read_back.h"
#include "system/statutory_grid.h"

using namespace gov_report;
using namespace gov_report::test;

namespace fs = std::filesystem;

namespace {

const std::string kData = SOURCE_ROOT "/tests/system/data/made-up";

// Counted by hand below: 5 in 1999 (3 north, 2 south), 4 answered in it.
constexpr const char* kLedger =
    "编号,查询日期,窗口,答复,答复日期,借出卷数,收费（元）\n"
    "1,1998-12-30,北窗口,全部答复,1999-01-04,9,1000\n"
    "2,1999-01-01,北窗口,全部答复,1999-01-02,2,12.50\n"
    "3,1999年6月1日,南窗口,部分答复,1999-06-03,1,0.25\n"
    "4,1999-07-01,北窗口,部分答复,1999-07-01,,\n"
    "5,1999-12-31,南窗口,,,4,\n"
    "6,1999-12-31,北窗口,全部答复,2000-01-01,,100\n"
    "7,2000-01-02,南窗口,,,8,\n";

const Figures kFigures = {{"received.north", "3"},
                          {"received.south", "2"},
                          {"received.both", "5"},
                          {"full.north", "2"},
                          {"full.south", "0"},
                          {"full.both", "2"},
                          {"part.north", "1"},
                          {"part.south", "1"},
                          {"part.both", "2"},
                          {"answered.north", "3"},
                          {"answered.south", "1"},
                          {"answered.both", "4"},
                          {"files.opening", "30"},
                          {"files.lent", "7"},
                          {"files.closing", "37"},
                          {"hundreds", "1.1275"},
                          {"paid", "3"}};

constexpr const char* kTable = R"(
甲、查询 c5
项目 c2 r2 | 窗口 c2 | 合计 r2
北窗口 | 南窗口
本年查询 c2 | #received.north | #received.south | #received.both
本年答复 r3 | 全部答复 | #full.north | #full.south | #full.both
部分答复 | #part.north | #part.south | #part.both
小计 | #answered.north | #answered.south | #answered.both
乙、卷宗 c5
项目 c2 | 上年末借出 | 本年借出 | 年末借出
卷宗 c2 | #files.opening | #files.lent | #files.closing
)";

constexpr const char* kPrices = R"(
收费（百元） | 收费件数
#hundreds | #paid
)";

Files workspace(const std::string& ledger) {
  return {{"gov-report.yaml", "agency: 云川查询所\nkind: office\n"},
          {"ledgers/enquiries.csv", ledger},
          {"counts/1999.yaml",
           "opening: {enquiries.files.closing: 30,"
           " enquiries.files.opening: 30}\n"},
          {"narrative/1999/summary.md",
           "全年查询{{enquiries.received.both}}件。\n"}};
}

ProcessResult build_it(const fs::path& folder, const std::string& year) {
  return run_program({"-C", folder.string(), "--data", kData, "build", year,
                      "--to", all_formats()});
}

void check_tables(const std::vector<Grid>& tables) {
  REQUIRE(tables.size() == 2);
  CHECK(differences(tables[0], grid_from_text(kTable, "", kFigures)) == "");
  CHECK(differences(tables[1], grid_from_text(kPrices, "", kFigures)) == "");
}

}  // namespace

TEST_SUITE_BEGIN("third-format");

TEST_CASE("a made-up form is built to every format from YAML alone") {
  TemporaryFolder folder;
  write_files(folder.path(), workspace(kLedger));
  const ProcessResult result = build_it(folder.path(), "1999");
  CAPTURE(result.errors);
  REQUIRE(result.exit_code == 0);
  const fs::path out = folder / "out/1999";

  Figures expected;
  for (const auto& [cell, figure] : kFigures) {
    const bool is_price = cell == "hundreds" || cell == "paid";
    expected[(is_price ? "prices." : "enquiries.") + cell] = figure;
  }
  CHECK(differences(figures_of(text_of(out / "report.json")), expected) == "");
  check_tables(html_tables(text_of(out / "report.html")));
  check_tables(html_tables(text_of(out / "report.md")));
  const std::string markdown = text_of(out / "report.md");
  CHECK(markdown.find("云川查询所1999年查询工作报告") != std::string::npos);
  CHECK(markdown.find("全年查询5件。") != std::string::npos);
}

TEST_CASE("the DOCX and the XLSX of a made-up form hold its figures") {
  if (!needs("pandoc") || !needs("soffice")) return;
  TemporaryFolder folder;
  write_files(folder.path(), workspace(kLedger));
  REQUIRE(build_it(folder.path(), "1999").exit_code == 0);
  const fs::path out = folder / "out/1999";
  const ProcessResult tree = run_process(
      {"pandoc", "-f", "docx", "-t", "json", (out / "report.docx").string()},
      "", {});
  check_tables(pandoc_tables(tree.output));

  // Four rows with a total, and a row of totals in two more columns.
  CHECK(forget_values(out / "report.xlsx", folder / "made-up.xlsx") == 6);
  Office office(folder.path());
  REQUIRE(
      office.convert({folder / "made-up.xlsx"}, kEverySheet, folder / "csv"));
  CHECK(sheet_differences(text_of(folder / "csv/made-up-查询和卷宗.csv"),
                          grid_from_text(kTable, "", kFigures)) == "");
  CHECK(sheet_differences(text_of(folder / "csv/made-up-收费.csv"),
                          grid_from_text(kPrices, "", kFigures)) == "");
}

TEST_CASE("the rules of a made-up form and its ledger are run") {
  TemporaryFolder folder;
  std::string ledger = kLedger;
  // Eight more answers in the south than there were enquiries.
  for (int i = 20; i < 28; ++i) {
    ledger += std::to_string(i) + ",1998-01-05,南窗口,全部答复,1999-02-01,,\n";
  }
  ledger += "30,1999-03-01,东窗口,,,,\n31,1999-03-01,北窗口,全部答复,,,\n";
  write_files(folder.path(), workspace(ledger));
  const ProcessResult result = build_it(folder.path(), "1999");
  CAPTURE(result.errors);
  CHECK(result.exit_code == 1);
  CHECK_FALSE(fs::exists(folder / "out"));
  for (const char* words : {"error[balance-broken]",
                            "ledgers/enquiries.csv:17:", "error[unknown-value]",
                            "ledgers/enquiries.csv:18:",
                            "error[result-and-closing-date-disagree]"}) {
    CAPTURE(words);
    CHECK(result.errors.find(words) != std::string::npos);
  }
}

TEST_CASE("a made-up form holds for its own years only") {
  TemporaryFolder folder;
  write_files(folder.path(), workspace(kLedger));
  CHECK(build_it(folder.path(), "1995").exit_code == 2);
  CHECK(build_it(folder.path(), "2004").exit_code == 2);
  CHECK(
      run_program({"-C", folder.path().string(), "build", "1999"}).exit_code ==
      2);
}

TEST_SUITE_END();
