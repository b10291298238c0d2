// A build that is killed at any moment leaves the old set or the new one.

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <thread>

#include "base/temporary_folder.h"
#include "paths.h"
#include "support/dice.h"
#include "support/ledger_generator.h"
#include "system/program.h"

using namespace gov_report;
using namespace gov_report::test;

namespace fs = std::filesystem;

namespace {

constexpr int kYear = 2023;
constexpr int kRuns = 50;
constexpr int kLongestLife = 250;  // milliseconds

/// The department of case 08, with one version or another of its ledgers.
Files version(bool is_other) {
  Figures figures = load_case("08");
  if (is_other) {
    figures["disclosures.licences.decisions"] = "17";
    figures["disclosures.fees.amount"] = "1.25";
  }
  Files files = plain_workspace(kYear);
  files.merge(ledgers_for(figures, "cn-2021", kYear).files);
  return files;
}

Files reference_set(const Files& files) {
  TemporaryFolder folder;
  write_files(folder.path(), files);
  const ProcessResult result = build(folder.path(), kYear);
  CAPTURE(result.errors);
  REQUIRE(result.exit_code == 0);
  return read_files(folder / "out/2023");
}

/// How long one build takes here, so that some are done before the kill.
int build_time(const fs::path& workspace) {
  const auto start = std::chrono::steady_clock::now();
  REQUIRE(build(workspace, kYear).exit_code == 0);
  const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - start);
  return static_cast<int>(time.count());
}

pid_t start_build(const fs::path& workspace) {
  const std::string folder = workspace.string();
  const std::string formats = all_formats();
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const int nowhere = ::open("/dev/null", O_RDWR);
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::execl(GOV_REPORT_PROGRAM, "gov-report", "-C", folder.c_str(), "build",
            "2023", "--to", formats.c_str(), nullptr);
    ::_exit(127);
  }
  return child;
}

/// True if the build was killed, false if it was done before.
bool kill_after(pid_t child, int milliseconds) {
  std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
  ::kill(child, SIGKILL);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  if (WIFSIGNALED(status)) return true;
  CHECK(WEXITSTATUS(status) == 0);
  return false;
}

}  // namespace

TEST_CASE("a killed build leaves the old set or the new one, whole" *
          doctest::test_suite("kill")) {
  const Files versions[2] = {version(false), version(true)};
  const Files sets[2] = {reference_set(versions[0]),
                         reference_set(versions[1])};
  CHECK(differences(sets[0], sets[1]) != "");
  TemporaryFolder folder;
  write_files(folder.path(), versions[0]);
  const int longest_life =
      std::max(kLongestLife, build_time(folder.path()) * 3 / 2);
  fs::remove_all(folder / "out");
  Dice dice(50);
  int killed = 0;
  int renewed = 0;
  int standing = -1;  // which set is there
  for (int run = 0; run < kRuns; ++run) {
    CAPTURE(run);
    const int now = run % 2;
    write_files(folder.path(), versions[now]);
    if (kill_after(start_build(folder.path()), dice.between(0, longest_life))) {
      ++killed;
    }
    const Files found = read_files(folder / "out/2023");
    if (standing < 0 && found.empty()) continue;
    const bool is_new = found == sets[now];
    const bool is_old = standing >= 0 && found == sets[standing];
    REQUIRE((is_new || is_old));
    if (is_new) {
      if (standing != now) ++renewed;
      standing = now;
    }
  }
  MESSAGE(kRuns << " builds of at most " << longest_life << " ms, " << killed
                << " killed, the set was renewed " << renewed << " times");
  CHECK(killed > 0);
  WARN(renewed > 0);
  write_files(folder.path(), versions[1]);
  REQUIRE(build(folder.path(), kYear).exit_code == 0);
  CHECK(differences(read_files(folder / "out/2023"), sets[1]) == "");
  for (const auto& entry : fs::directory_iterator(folder / "out")) {
    CHECK(entry.path().filename() == "2023");
  }
}

TEST_CASE("an interrupted build leaves nothing of its own behind" *
          doctest::test_suite("kill")) {
  TemporaryFolder folder;
  write_files(folder.path(), version(false));
  const int time = build_time(folder.path());
  const Files whole = read_files(folder / "out/2023");
  Dice dice(51);
  int interrupted = 0;
  for (int run = 0; run < 30; ++run) {
    CAPTURE(run);
    if (run % 3 == 0) fs::remove_all(folder / "out");
    const bool anew = !fs::exists(folder / "out/2023");
    const pid_t child = start_build(folder.path());
    std::this_thread::sleep_for(
        std::chrono::milliseconds(dice.between(0, time)));
    ::kill(child, run % 2 == 0 ? SIGINT : SIGTERM);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    // Before main() has begun, the signal itself may end it.
    const bool at_once = WIFSIGNALED(status);
    const int code = at_once ? 2 : WEXITSTATUS(status);
    CHECK((code == 0 || code == 2));
    if (code == 2) ++interrupted;
    if (!fs::exists(folder / "out")) continue;
    for (const auto& entry : fs::directory_iterator(folder / "out")) {
      CHECK(entry.path().filename() == "2023");
    }
    if (fs::exists(folder / "out/2023")) {
      CHECK(read_files(folder / "out/2023") == whole);
    } else {
      CHECK(anew);
    }
  }
  CHECK(interrupted > 5);
}
