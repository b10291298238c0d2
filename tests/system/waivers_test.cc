// A published report with public waivers: the notes stand in every format, and
// every figure is read back as if there were none.

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
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

const std::string kFormat = "cn-2021";
const std::vector<std::string> kTables = {"disclosures", "applications",
                                          "disputes"};

/// Case 01 after a year whose report said two more were carried forward.
class Built {
 public:
  Built() {
    Files files = plain_workspace(2024);
    files.merge(ledgers_for(figures, kFormat, 2024).files);
    const std::string carried =
        std::to_string(whole(figures, "applications.carried_over.total") + 2);
    files["sealed/2023.json"] =
        "{\"schema\": \"gov-report/report/1\", \"format\": \"cn-2021\", "
        "\"year\": 2023, \"agency\": \"甲\", \"cells\": {"
        "\"applications.carried_forward.total\": " +
        carried + "}}";
    const std::string rest =
        ", year: 2024, person: 李明, date: 2025-01-10, public: true}\n";
    files["waivers.yaml"] =
        "- {rule: carry-over-differs-from-last-year, cell: "
        "applications.carried_over.total, reason: 2件移交。" +
        rest +
        "- {rule: direct-suit-on-refusal, cell: "
        "disputes.lawsuits_direct.total, reason: 均不涉及不予公开。" +
        rest;
    write_files(folder.path(), files);
    result = build(folder.path(), 2024);
  }
  fs::path report(const std::string& format) const {
    return folder / "out/2024" / ("report." + format);
  }

  Figures figures = load_case("01");
  TemporaryFolder folder;
  ProcessResult result;
};

const Built& built() {
  static const Built kBuilt;
  return kBuilt;
}

void check_tables(const std::vector<Grid>& tables) {
  REQUIRE(tables.size() == kTables.size());
  for (std::size_t i = 0; i < kTables.size(); ++i) {
    CAPTURE(kTables[i]);
    CHECK(differences(tables[i], statutory_grid(kTables[i], kFormat,
                                                built().figures)) == "");
  }
}

std::size_t count_in(const std::string& text, const std::string& piece) {
  std::size_t count = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos;
       at = text.find(piece, at + 1)) {
    ++count;
  }
  return count;
}

/// Both notes, once each, as they are printed.
void check_notes(const std::string& text) {
  CHECK(count_in(text, "①“二、上年结转政府信息公开申请数量·总计”：2件移交。") ==
        1);
  CHECK(count_in(text, "均不涉及不予公开。") == 1);
}

}  // namespace

TEST_SUITE_BEGIN("waivers");

TEST_CASE("an error that is waived is not in the way of the report") {
  CAPTURE(built().result.errors);
  REQUIRE(built().result.exit_code == 0);
  const Figures found = figures_of(text_of(built().report("json")));
  CHECK(differences(found, built().figures) == "");
  const auto notes =
      nlohmann::json::parse(text_of(built().report("json")))["notes"];
  REQUIRE(notes.size() == 2);
  CHECK(notes[0]["cell"] == "applications.carried_over.total");
  CHECK(notes[1]["cell"] == "disputes.lawsuits_direct.total");
}

TEST_CASE("HTML and Markdown keep every figure beside its note") {
  for (const char* format : {"html", "md"}) {
    CAPTURE(format);
    const std::string text = text_of(built().report(format));
    check_tables(html_tables(text));
    CHECK(count_in(text, "<sup") == 2);
  }
  check_notes(text_of(built().report("md")));
}

TEST_CASE("DOCX keeps every figure beside its note") {
  if (!needs("pandoc")) return;
  const std::string file = built().report("docx").string();
  const auto tree =
      run_process({"pandoc", "-f", "docx", "-t", "json", file}, "", {});
  REQUIRE(tree.exit_code == 0);
  check_tables(pandoc_tables(tree.output));
  CHECK(count_in(tree.output, "\"Superscript\"") == 2);
  const auto plain = run_process(
      {"pandoc", "-f", "docx", "-t", "plain", "--wrap=none", file}, "", {});
  check_notes(plain.output);
}

TEST_CASE("XLSX calculates every figure above its notes") {
  if (!needs("soffice")) return;
  TemporaryFolder folder;
  // 25 rows with a total, 7 results, 3 branches, 7 balances.
  CHECK(forget_values(built().report("xlsx"), folder / "01.xlsx") ==
        25 + 6 + 3 + 7);
  Office office(folder.path());
  REQUIRE(office.convert({folder / "01.xlsx"}, kEverySheet, folder / "csv"));
  const char* const kSheets[] = {"主动公开政府信息情况",
                                 "收到和处理政府信息公开申请情况",
                                 "政府信息公开行政复议、行政诉讼情况"};
  std::string all;
  for (std::size_t i = 0; i < kTables.size(); ++i) {
    CAPTURE(kTables[i]);
    const std::string csv =
        text_of(folder / "csv" / ("01-" + std::string(kSheets[i]) + ".csv"));
    CHECK(sheet_differences(
              csv, statutory_grid(kTables[i], kFormat, built().figures)) == "");
    all += csv;
  }
  check_notes(all);
}

TEST_CASE("a word processor shows the notes and every figure of a DOCX") {
  if (!needs("soffice")) return;
  TemporaryFolder folder;
  Office office(folder.path());
  REQUIRE(office.convert({built().report("docx")}, "html", folder / "html"));
  check_tables(html_tables(text_of(folder / "html/report.html")));
}

TEST_CASE("waivers.yaml is an input of the report") {
  const std::string manifest =
      text_of(built().folder / "out/2024/manifest.json");
  CHECK(count_in(manifest, "\"waivers.yaml\"") == 1);
}

TEST_SUITE_END();
