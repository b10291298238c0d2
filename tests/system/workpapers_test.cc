// The workpapers recounted by another engine: LibreOffice, with every stored
// value of a formula overwritten, must come to our figure in every cell.

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

#include "base/temporary_folder.h"
#include "paths.h"
#include "support/example_workspaces.h"
#include "support/ledger_generator.h"
#include "support/naive_reader.h"
#include "support/random_ledgers.h"
#include "system/program.h"
#include "system/read_back.h"
#include "system/statutory_grid.h"

using namespace gov_report;
using namespace gov_report::test;

namespace fs = std::filesystem;

namespace {

const std::vector<std::pair<std::string, std::string>> kTables = {
    {"disclosures", "主动公开政府信息情况"},
    {"applications", "收到和处理政府信息公开申请情况"},
    {"disputes", "政府信息公开行政复议、行政诉讼情况"}};

/// A workspace whose workpapers are recounted.
struct Recounted {
  std::string name;
  int year = 0;
  std::string format;
  Figures figures;  ///< not from the program, where they are known
};

class Recount {
 public:
  Recount() {
    for (const auto& [name, year] :
         std::vector<std::pair<std::string, int>>{{"00", 2019},
                                                  {"01", 2024},
                                                  {"04a", 2023},
                                                  {"04b", 2024},
                                                  {"08", 2023},
                                                  {"10", 2019},
                                                  {"12", 2021},
                                                  {"14", 2023}}) {
      add_case(name, year);
    }
    add_example("county-2023-2024", 2024, load_case("04b"));
    add_example("department-2024", 2024, department_figures());
    add_example("township-2019", 2019, {});
    for (const int seed : {1, 2, 3, 4}) add_random(seed);
    add_faulty();
  }

  const std::vector<Recounted>& all() const { return all_; }

  fs::path workbook(const Recounted& one) const {
    return folder_ / one.name / "out" / std::to_string(one.year) /
           "workpapers.xlsx";
  }

  /// A sheet after LibreOffice has calculated it, as CSV.
  std::string sheet(const Recounted& one, const std::string& name) const {
    return text_of(folder_ / "csv" / (one.name + "-" + name + ".csv"));
  }

  /// Copies without values, calculated. False if LibreOffice failed.
  bool calculate() {
    std::vector<fs::path> copies;
    for (const Recounted& one : all_) {
      copies.push_back(folder_ / (one.name + ".xlsx"));
      CAPTURE(one.name);
      CHECK(forget_values(workbook(one), copies.back()) > 200);
    }
    return Office(folder_.path()).convert(copies, kEverySheet, folder_ / "csv");
  }

 private:
  void build_it(const Recounted& one) {
    const ProcessResult result = run_program(
        {"-C", (folder_ / one.name).string(), "build", std::to_string(one.year),
         "--to", "json", "--workpapers", "--draft"});
    CAPTURE(one.name);
    CAPTURE(result.errors);
    REQUIRE(fs::exists(workbook(one)));
  }

  void add_case(const std::string& name, int year) {
    Recounted one{name, year, format_of_case(name), load_case(name)};
    Files files = plain_workspace(year);
    files.merge(ledgers_for(one.figures, one.format, year).files);
    write_files(folder_ / name, files);
    build_it(one);
    all_.push_back(std::move(one));
  }

  void add_example(const std::string& name, int year, Figures figures) {
    write_files(folder_ / name, read_files(SOURCE_ROOT "/examples/" + name));
    fs::remove_all(folder_ / name / "out");
    Recounted one{name, year, year < 2021 ? "cn-2019" : "cn-2021",
                  std::move(figures)};
    build_it(one);
    if (one.figures.empty()) one.figures = reported(one);
    all_.push_back(std::move(one));
  }

  /// Ledgers with every kind of spelling, and rows that count nowhere.
  void add_random(int seed) {
    const int year = seed % 2 == 0 ? 2020 : 2023;
    const std::string format = year < 2021 ? "cn-2019" : "cn-2021";
    Recounted one{"random-" + std::to_string(seed), year, format, {}};
    Files files = plain_workspace(year);
    files.merge(
        random_ledgers(60'000U + static_cast<unsigned>(seed), format, year)
            .files);
    write_files(folder_ / one.name, files);
    build_it(one);
    one.figures = reported(one);
    all_.push_back(std::move(one));
  }

  /// Rows with every kind of value that cannot be counted.
  void add_faulty() {
    Recounted one{"faulty", 2024, "cn-2021", {}};
    Files files = read_files(SOURCE_ROOT "/tests/cli/base");
    files["ledgers/applications.csv"] +=
        "2024-010,2024-02-30,自然人,予以公开,2024-03-20\n"
        "2024-011,2024-03-01,火星人,予以公开,2024-03-20\n"
        "2024-012,2024-03-01,,予以公开,2024-03-20\n"
        "2024-013,2024-03-01,自然人,,2024-03-20\n"
        "2024-014,2024-03-01,自然人,予以公开,\n"
        "2024-015,2024-03-01,自然人,不认识,2024-02-31\n"
        "2024-016,2023-03-01,自然人,,约三月\n"
        "2024-017,2023-03-01,商业企业,,\n"
        ",2024-03-01,自然人,=1+1,>=0\n";
    files["ledgers/disclosures.csv"] +=
        "行政许可,处理决定,2024-05-06,很多,,\n"
        "行政许可,处理决定,,3,,\n"
        "行政事业性收费,收费,2024-08-05,,一千,\n"
        "行政事业性收费,收费,2024-08-05,,0.01,\n"
        "行政事业性收费,收费,2024-08-05,,0.02,\n";
    write_files(folder_ / one.name, files);
    build_it(one);
    one.figures = reported(one);
    all_.push_back(std::move(one));
  }

  Figures reported(const Recounted& one) const {
    return figures_of(text_of(workbook(one).parent_path() / "report.json"));
  }

  TemporaryFolder folder_;
  std::vector<Recounted> all_;
};

/// Rows of 核对 whose difference is not 0, and how many have one.
std::pair<std::string, int> differing(const std::string& checks) {
  std::string bad;
  int rows = 0;
  for (const auto& line : read_csv(checks)) {
    if (line.size() < 5 || line[0] == "数字编号" || line[4].empty()) continue;
    ++rows;
    if (line[4] != "0") bad += line[0] + " " + line[4] + "\n";
  }
  return {bad, rows};
}

std::string replaced_once(std::string text, const std::string& what,
                          const std::string& by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

}  // namespace

TEST_SUITE_BEGIN("workpapers");

TEST_CASE("every figure of the workpapers is recounted by LibreOffice") {
  if (!needs("soffice")) return;
  Recount recount;
  REQUIRE(recount.calculate());
  for (const Recounted& one : recount.all()) {
    CAPTURE(one.name);
    for (const auto& [table, sheet] : kTables) {
      CAPTURE(table);
      CHECK(sheet_differences(recount.sheet(one, sheet),
                              statutory_grid(table, one.format, one.figures)) ==
            "");
    }
    const auto [bad, rows] = differing(recount.sheet(one, "核对"));
    CHECK(bad == "");
    CHECK(rows == static_cast<int>(cells_of(one.format).size()));
  }
}

TEST_CASE("a figure of the workpapers follows its records") {
  if (!needs("soffice")) return;
  TemporaryFolder folder;
  write_files(folder / "office",
              read_files(SOURCE_ROOT "/examples/department-2024"));
  REQUIRE(run_program({"-C", (folder / "office").string(), "build", "2024",
                       "--to", "json", "--workpapers"})
              .exit_code == 0);
  // One application that was not held is granted, in the sheet alone.
  const fs::path workbook = folder / "office/out/2024/workpapers.xlsx";
  auto parts = zip_parts(workbook);
  std::string& ledger = parts.at("xl/worksheets/sheet8.xml");
  const std::size_t second = ledger.find("2024-0004");
  REQUIRE(second != std::string::npos);
  ledger =
      ledger.substr(0, second) +
      replaced_once(ledger.substr(second), "denied.registry_lookup", "granted");
  write_zip(folder / "changed.xlsx", parts);
  Office office(folder.path());
  REQUIRE(
      office.convert({folder / "changed.xlsx"}, kEverySheet, folder / "csv"));
  const auto [bad, rows] = differing(text_of(folder / "csv/changed-核对.csv"));
  CHECK(rows == 200);
  CHECK(bad ==
        "applications.granted.business 1\n"
        "applications.granted.total 1\n"
        "applications.denied.registry_lookup.business -1\n"
        "applications.denied.registry_lookup.total -1\n");
  CHECK(text_of(folder / "csv/changed-说明.csv")
            .find("公式与程序统计不一致的格数,4") != std::string::npos);
}

TEST_CASE("workpapers hold no private column, and are the same every time") {
  TemporaryFolder folder;
  write_files(folder / "office",
              read_files(SOURCE_ROOT "/examples/department-2024"));
  const auto build_into = [&](const std::string& out) {
    REQUIRE(run_program({"-C", (folder / "office").string(), "build", "2024",
                         "--to", "json", "--workpapers", "--out",
                         (folder / out).string()})
                .exit_code == 0);
    return text_of(folder / out / "workpapers.xlsx");
  };
  CHECK(build_into("one") == build_into("two"));
  std::string all;
  for (const auto& [name, bytes] : zip_parts(folder / "one/workpapers.xlsx")) {
    all += bytes;
  }
  CHECK(all.find("内部资料，不得公开") != std::string::npos);
  int looked_for = 0;
  for (const Row& row :
       read_ledger("applications",
                   text_of(folder / "office/ledgers/applications.csv"))) {
    CHECK(all.find(row.at("id")) != std::string::npos);
    for (const char* field : {"applicant", "subject", "handled_by", "note"}) {
      if (!row.contains(field) || row.at(field).empty()) continue;
      CAPTURE(row.at(field));
      CHECK(all.find(row.at(field)) == std::string::npos);
      ++looked_for;
    }
  }
  CHECK(looked_for > 80);
}

TEST_SUITE_END();

TEST_CASE("a ledger longer than a sheet is told of, and never miscounted" *
          doctest::test_suite("workpapers-limit")) {
  TemporaryFolder folder;
  Files files = read_files(SOURCE_ROOT "/tests/cli/base");
  constexpr int kRows = 1'048'577;
  std::string ledger = "类别,事项,日期\n";
  for (int i = 0; i < kRows; ++i) ledger += "行政许可,处理决定,2024-05-06\n";
  files["ledgers/disclosures.csv"] = std::move(ledger);
  write_files(folder / "office", files);
  const std::string out = (folder / "out").string();
  const ProcessResult result =
      run_program({"-C", (folder / "office").string(), "build", "2024", "--to",
                   "json", "--workpapers", "--out", out});
  CAPTURE(result.errors);
  CHECK(result.exit_code == 0);
  CHECK(result.errors.ends_with(
      "\nworkpapers.xlsx: the disclosures ledger has 1048577 records, a sheet "
      "holds the first 1048575, 2 are left out; figures from it have no "
      "formulas\n"));
  CHECK(result.output ==
        "written to " + out +
            ": report.json, workpapers.xlsx, manifest.json\n"
            "workpapers.xlsx is internal: it holds rows of the ledgers and "
            "must not be published\n");
  const auto part = [&](const std::string& name) {
    return run_process({"unzip", "-p", out + "/workpapers.xlsx",
                        "xl/worksheets/" + name},
                       "", {})
        .output;
  };
  CHECK(part("sheet1.xml")
            .find("主动公开台账共 1048577 条，一张工作表只放得下前 1048575 "
                  "条，其余 2 条没有列出。") != std::string::npos);
  const std::string table = part("sheet3.xml");
  CHECK(table.find("<v>1048577</v>") != std::string::npos);
  CHECK(table.find("SUMIFS") == std::string::npos);
  // Other ledgers keep their formulas.
  CHECK(part("sheet4.xml").find("COUNTIFS") != std::string::npos);
}
