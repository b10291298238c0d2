// Published reports: invented ledgers behind their figures go in, and every
// figure must come out of every format at its place of the form.
//
// The ledgers know no year before, so no sealed report is given: rules that
// compare years are not run, and opening stocks are typed in. The body may
// make regulations, as several of the real ones do.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/temporary_folder.h"
#include "support/figures.h"
#include "support/ledger_generator.h"
#include "system/program.h"
#include "system/read_back.h"
#include "system/statutory_grid.h"

using namespace gov_report;
using namespace gov_report::test;

namespace fs = std::filesystem;

namespace {

struct Case {
  const char* name;
  int year;
  Figures figures = {};
  std::string format = {};
};

const std::vector<std::string> kTables = {"disclosures", "applications",
                                          "disputes"};

/// All cases, built once.
class BuiltCases {
 public:
  BuiltCases() {
    for (Case& one : cases_) {
      one.figures = load_case(one.name);
      one.format = format_of_case(one.name);
      Files files = plain_workspace(one.year);
      files.merge(ledgers_for(one.figures, one.format, one.year).files);
      write_files(workspace(one), files);
      const ProcessResult result = build(workspace(one), one.year);
      if (result.exit_code == 0) continue;
      FAIL_CHECK("case " << one.name << " exits " << result.exit_code << "\n"
                         << result.errors.substr(0, 2000));
    }
  }

  const std::vector<Case>& all() const { return cases_; }
  fs::path workspace(const Case& one) const { return folder_ / one.name; }
  fs::path report(const Case& one, const std::string& format) const {
    return workspace(one) / "out" / std::to_string(one.year) /
           ("report." + format);
  }

 private:
  std::vector<Case> cases_ = {{"00", 2019},  {"01", 2024}, {"04a", 2023},
                              {"04b", 2024}, {"08", 2023}, {"10", 2019},
                              {"12", 2021},  {"14", 2023}};
  TemporaryFolder folder_;
};

const BuiltCases& built() {
  static const BuiltCases kBuilt;
  return kBuilt;
}

std::string sheet_file(const Case& one, std::size_t table) {
  static const char* const kSheets[] = {"主动公开政府信息情况",
                                        "收到和处理政府信息公开申请情况",
                                        "政府信息公开行政复议、行政诉讼情况"};
  return std::string("csv/") + one.name + "-" + kSheets[table] + ".csv";
}

void check_tables(const std::vector<Grid>& tables, const Case& one) {
  REQUIRE(tables.size() == kTables.size());
  for (std::size_t i = 0; i < kTables.size(); ++i) {
    CAPTURE(kTables[i]);
    CHECK(differences(tables[i], statutory_grid(kTables[i], one.format,
                                                one.figures)) == "");
  }
}

}  // namespace

TEST_SUITE_BEGIN("cases");

TEST_CASE("the forms typed in for these tests have the sizes of the law") {
  struct Size {
    const char* table;
    const char* format;
    int rows;
    int columns;
    int figures;
  };
  for (const Size& size : {Size{"disclosures", "cn-2019", 18, 4, 22},
                           Size{"disclosures", "cn-2021", 14, 4, 10},
                           Size{"applications", "cn-2019", 26, 10, 161},
                           Size{"applications", "cn-2021", 28, 10, 175},
                           Size{"disputes", "cn-2019", 4, 15, 15},
                           Size{"disputes", "cn-2021", 4, 15, 15}}) {
    CAPTURE(size.table);
    CAPTURE(size.format);
    Figures marked;
    for (const std::string& cell : cells_of(size.format))
      marked.emplace(cell, "@");
    const Grid grid = statutory_grid(size.table, size.format, marked);
    int figures = 0;
    int places = 0;
    for (const Placed& cell : grid.cells) {
      if (cell.text == "@") ++figures;
      places += cell.row_span * cell.column_span;
    }
    CHECK(grid.rows == size.rows);
    CHECK(grid.columns == size.columns);
    CHECK(figures == size.figures);
    CHECK(places == size.rows * size.columns);
  }
}

TEST_CASE("report.json equals the published report in every cell") {
  for (const Case& one : built().all()) {
    CAPTURE(one.name);
    const Figures found = figures_of(text_of(built().report(one, "json")));
    CHECK(found.size() == cells_of(one.format).size());
    CHECK(differences(found, one.figures) == "");
  }
}

TEST_CASE("HTML and Markdown print every figure at its place") {
  for (const Case& one : built().all()) {
    for (const char* format : {"html", "md"}) {
      CAPTURE(one.name);
      CAPTURE(format);
      check_tables(html_tables(text_of(built().report(one, format))), one);
    }
  }
}

TEST_CASE("DOCX prints every figure at its place") {
  if (!needs("pandoc")) return;
  for (const Case& one : built().all()) {
    CAPTURE(one.name);
    const ProcessResult tree =
        run_process({"pandoc", "-f", "docx", "-t", "json",
                     built().report(one, "docx").string()},
                    "", {});
    REQUIRE(tree.exit_code == 0);
    check_tables(pandoc_tables(tree.output), one);
  }
}

TEST_CASE("XLSX calculates every figure at its place") {
  if (!needs("soffice")) return;
  TemporaryFolder folder;
  std::vector<fs::path> workbooks;
  for (const Case& one : built().all()) {
    workbooks.push_back(folder / (std::string(one.name) + ".xlsx"));
    const int formulas =
        forget_values(built().report(one, "xlsx"), workbooks.back());
    CAPTURE(one.name);
    // A total a row, 7 in the row of results, 3 branches, 7 balances.
    CHECK(formulas == (one.format == "cn-2019" ? 23 : 25) + 6 + 3 + 7);
  }
  Office office(folder.path());
  REQUIRE(office.convert(workbooks, kEverySheet, folder / "csv"));
  for (const Case& one : built().all()) {
    for (std::size_t i = 0; i < kTables.size(); ++i) {
      CAPTURE(one.name);
      CAPTURE(kTables[i]);
      const std::string csv = text_of(folder / sheet_file(one, i));
      CHECK(sheet_differences(csv, statutory_grid(kTables[i], one.format,
                                                  one.figures)) == "");
    }
  }
}

TEST_CASE("a word processor shows every figure of a DOCX at its place") {
  if (!needs("soffice")) return;
  const Case& one = built().all()[1];
  TemporaryFolder folder;
  Office office(folder.path());
  REQUIRE(
      office.convert({built().report(one, "docx")}, "html", folder / "html"));
  check_tables(html_tables(text_of(folder / "html/report.html")), one);
}

TEST_SUITE_END();
