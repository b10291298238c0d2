// Runs the cases of tests/cli/*.test (see README.md there).

#include <doctest/doctest.h>

#include "cli/command_case.h"
#include "paths.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

TEST_SUITE_BEGIN("cli");

TEST_CASE("cli: every command prints what its .test file says") {
  const auto paths = files_in(fs::path(SOURCE_ROOT) / "tests/cli", ".test");
  REQUIRE(!paths.empty());
  for (const fs::path& path : paths) {
    const CommandCase one = read_command_case(path);
    const CommandResult result = run_command_case(one);
    if (result.skipped) continue;
    if (renewing()) {
      renew_command_case(path, one, result);
      continue;
    }
    CHECK_MESSAGE(result.out == one.out, path.filename().string(), " stdout",
                  shown_difference(one.out, result.out));
    CHECK_MESSAGE(result.errors == one.errors, path.filename().string(),
                  " stderr", shown_difference(one.errors, result.errors));
    CHECK_MESSAGE(result.exit_code == one.exit_code, path.filename().string(),
                  " exit code");
  }
}

TEST_CASE("cli: an expected text names no folder of this machine") {
  for (const fs::path& path :
       files_in(fs::path(SOURCE_ROOT) / "tests/cli", ".test")) {
    const CommandCase one = read_command_case(path);
    for (const std::string_view part : {"/tmp/", "/home/", SOURCE_ROOT}) {
      CHECK_MESSAGE(one.out.find(part) == std::string::npos, path.string());
      CHECK_MESSAGE(one.errors.find(part) == std::string::npos, path.string());
    }
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace gov_report
