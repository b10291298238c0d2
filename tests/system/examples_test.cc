// The examples that users start from pass their checks and are built.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/temporary_folder.h"
#include "paths.h"
#include "support/example_workspaces.h"
#include "support/figures.h"
#include "system/program.h"
#include "system/read_back.h"

using namespace gov_report;
using namespace gov_report::test;

namespace fs = std::filesystem;

namespace {

struct Example {
  std::string folder;
  std::string year;
  Figures figures;  ///< empty: not compared
};

const std::vector<Example>& examples() {
  static const std::vector<Example> kExamples = {
      {"county-2023-2024", "2023", load_case("04a")},
      {"county-2023-2024", "2024", load_case("04b")},
      {"department-2024", "2024", department_figures()},
      {"township-2019", "2019", {}}};
  return kExamples;
}

}  // namespace

TEST_SUITE_BEGIN("examples");

TEST_CASE("every folder of examples/ is tested here") {
  for (const auto& entry : fs::directory_iterator(SOURCE_ROOT "/examples")) {
    if (!entry.is_directory()) continue;
    bool known = false;
    for (const Example& example : examples()) {
      known = known || entry.path().filename() == example.folder;
    }
    CAPTURE(entry.path());
    CHECK(known);
  }
}

TEST_CASE("every example passes and gives its figures") {
  for (const Example& example : examples()) {
    CAPTURE(example.folder);
    CAPTURE(example.year);
    TemporaryFolder folder;
    const std::string workspace = folder.path().string();
    write_files(folder.path(),
                read_files(SOURCE_ROOT "/examples/" + example.folder));
    fs::remove_all(folder / "out");
    const ProcessResult check =
        run_program({"-C", workspace, "check", example.year});
    CAPTURE(check.output);
    CHECK(check.exit_code == 0);
    const ProcessResult built = build(folder.path(), std::stoi(example.year));
    REQUIRE(built.exit_code == 0);
    const Figures found = figures_of(
        text_of(folder.path() / "out" / example.year / "report.json"));
    CHECK(found.size() >= 198);
    if (example.figures.empty()) continue;
    CHECK(differences(found, example.figures) == "");
  }
}

TEST_CASE("every example is audited without an error in every format") {
  for (const Example& example : examples()) {
    TemporaryFolder folder;
    const std::string workspace = SOURCE_ROOT "/examples/" + example.folder;
    const std::string out = (folder / "out").string();
    REQUIRE(run_program({"-C", workspace, "build", example.year, "--to",
                         "html,docx,xlsx,md", "--out", out})
                .exit_code == 0);
    std::string counts;  // as the first format gives them
    for (const std::string kind : {"html", "docx", "xlsx", "md"}) {
      const std::string report = out + "/report." + kind;
      CAPTURE(example.folder);
      CAPTURE(kind);
      const ProcessResult audit = run_program({"audit", report});
      CAPTURE(audit.output);
      CHECK(audit.exit_code == 0);
      for (const char* fault : {"error[", "unknown-row", "section-missing"}) {
        CAPTURE(fault);
        CHECK(audit.output.find(fault) == std::string::npos);
      }
      CHECK(audit.output.find("not read: 0; not there: 0") !=
            std::string::npos);
      const std::string file = (folder / (kind + ".yaml")).string();
      CHECK(run_program({"import", report, "-o", file}).exit_code == 0);
      std::string figures = text_of(file);
      figures.erase(0, figures.find('\n'));  // it names the file
      if (counts.empty()) counts = figures;
      CHECK(figures == counts);
    }
  }
}

TEST_CASE("a PDF of every example is audited as the Word file is") {
  if (!needs("soffice") || !needs("pdftotext")) return;
  TemporaryFolder folder;
  std::vector<fs::path> files;
  for (const Example& example : examples()) {
    const std::string name = example.folder + "-" + example.year;
    REQUIRE(run_program({"-C", SOURCE_ROOT "/examples/" + example.folder,
                         "build", example.year, "--to", "docx", "--out",
                         (folder / name).string()})
                .exit_code == 0);
    files.push_back(folder / (name + ".docx"));
    fs::rename(folder / name / "report.docx", files.back());
  }
  REQUIRE(Office(folder.path()).convert(files, "pdf", folder.path()));
  for (const fs::path& docx : files) {
    std::string counts;  // as the Word file gives them
    for (const char* kind : {".docx", ".pdf"}) {
      const std::string report = fs::path(docx).replace_extension(kind);
      CAPTURE(report);
      const ProcessResult audit = run_program({"audit", report});
      CAPTURE(audit.output);
      CHECK(audit.exit_code == 0);
      CHECK(audit.output.find("not read: 0; not there: 0") !=
            std::string::npos);
      const std::string file = report + ".yaml";
      CHECK(run_program({"import", report, "-o", file}).exit_code == 0);
      std::string figures = text_of(file);
      figures.erase(0, figures.find('\n'));  // it names the file
      if (counts.empty()) counts = figures;
      CHECK(figures == counts);
    }
  }
}

TEST_CASE("the county's year 2023 is sealed as close seals it") {
  TemporaryFolder folder;
  write_files(folder.path(),
              read_files(SOURCE_ROOT "/examples/county-2023-2024"));
  const std::string seal = text_of(folder / "sealed/2023.json");
  CHECK(differences(figures_of(seal), load_case("04a")) == "");
  CHECK(
      run_program({"-C", folder.path().string(), "close", "2023"}).exit_code ==
      0);
  CHECK(text_of(folder / "sealed/2023.json") == seal);
}

TEST_SUITE_END();
