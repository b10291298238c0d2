// The examples that users start from pass their checks and are built.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/temporary_folder.h"
#include "paths.h"
#include "support/example_workspaces.h"
#include "support/figures.h"
#include "system/program.h"

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
