// Same inputs, same bytes: wherever, whenever and by whomever it is built.

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <string>
#include <vector>

#include "base/temporary_folder.h"
#include "paths.h"
#include "system/program.h"

using namespace gov_report;
using namespace gov_report::test;

namespace fs = std::filesystem;

namespace {

struct Circumstances {
  const char* folder;
  const char* umask;
  Environment environment;
};

ProcessResult build_under(const Circumstances& now, const fs::path& workspace,
                          const std::string& year) {
  return run_process(
      {"sh", "-c",
       "umask \"$1\"; cd \"$2\" && exec \"$3\" build \"$4\" --to \"$5\"", "sh",
       now.umask, workspace.string(), GOV_REPORT_PROGRAM, year, all_formats()},
      "", now.environment);
}

}  // namespace

TEST_SUITE_BEGIN("repeat");

TEST_CASE("outputs do not depend on folder, time zone, locale or umask") {
  const std::vector<Circumstances> all = {
      {"a", "022", {{"TZ", "Asia/Shanghai"}, {"LC_ALL", "C"}}},
      {"another folder/b",
       "077",
       {{"TZ", "America/New_York"}, {"LC_ALL", "zh_CN.UTF-8"}}},
      {"c",
       "002",
       {{"TZ", "Pacific/Kiritimati"},
        {"LC_ALL", "C.UTF-8"},
        {"SOURCE_DATE_EPOCH", "1"},
        {"HOME", "/nonexistent"}}}};
  for (const auto& [example, year] :
       {std::pair{"department-2024", "2024"}, {"township-2019", "2019"}}) {
    CAPTURE(example);
    TemporaryFolder folder;
    Files first;
    for (const Circumstances& now : all) {
      CAPTURE(now.folder);
      const fs::path workspace = folder / now.folder;
      write_files(workspace,
                  read_files(fs::path(SOURCE_ROOT "/examples") / example));
      fs::remove_all(workspace / "out");
      const ProcessResult result = build_under(now, workspace, year);
      CAPTURE(result.errors);
      REQUIRE(result.exit_code == 0);
      const Files files = read_files(workspace / "out" / year);
      CHECK(files.size() == (without_office() ? 5 : 6));
      if (first.empty()) first = files;
      CHECK(differences(files, first) == "");
    }
  }
}

TEST_CASE("outputs are readable for whom the umask allows") {
  TemporaryFolder folder;
  for (const auto& [mask, rights] : {std::pair{"022", 0644U}, {"077", 0600U}}) {
    CAPTURE(mask);
    const fs::path workspace = folder / mask;
    write_files(workspace, read_files(SOURCE_ROOT "/examples/township-2019"));
    fs::remove_all(workspace / "out");
    REQUIRE(build_under({"", mask, {}}, workspace, "2019").exit_code == 0);
    for (const auto& file : fs::directory_iterator(workspace / "out/2019")) {
      CAPTURE(file.path().filename());
      struct stat status = {};
      REQUIRE(::stat(file.path().c_str(), &status) == 0);
      CHECK((status.st_mode & 0777U) == rights);
    }
  }
}

TEST_CASE("building again over a finished set changes no byte") {
  TemporaryFolder folder;
  write_files(folder.path(), read_files(SOURCE_ROOT "/examples/township-2019"));
  fs::remove_all(folder / "out");
  REQUIRE(build(folder.path(), 2019).exit_code == 0);
  const Files first = read_files(folder / "out");
  REQUIRE(build(folder.path(), 2019).exit_code == 0);
  CHECK(differences(read_files(folder / "out"), first) == "");
}

TEST_SUITE_END();
