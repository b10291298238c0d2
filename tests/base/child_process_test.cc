#include "base/child_process.h"

#include <dirent.h>
#include <doctest/doctest.h>
#include <unistd.h>

#include <csignal>

namespace gov_report {
namespace {

ProcessResult run_shell(const std::string& script,
                        std::string_view input = {}) {
  return run_process({"sh", "-c", script}, input, {});
}

int open_descriptors() {
  int count = 0;
  DIR* folder = ::opendir("/proc/self/fd");
  while (::readdir(folder) != nullptr) ++count;
  ::closedir(folder);
  return count;
}

TEST_CASE("child process: output, errors and exit code are handed back") {
  const ProcessResult result =
      run_shell("cat; echo trouble >&2; exit 3", "hello");
  CHECK(result.started);
  CHECK(result.exit_code == 3);
  CHECK(result.output == "hello");
  CHECK(result.errors == "trouble\n");
}

TEST_CASE("child process: a program that does not exist is not started") {
  CHECK_FALSE(run_process({"gov-report-no-such-program"}, "", {}).started);
  CHECK_FALSE(run_process({"/nonexistent/program"}, "x", {}).started);
}

TEST_CASE("child process: a signal is 128 and its number") {
  CHECK(run_shell("kill -9 $$").exit_code == 137);
  CHECK(run_shell("kill -15 $$").exit_code == 143);
}

TEST_CASE("child process: much text passes both ways without a standstill") {
  std::string input;
  for (int i = 0; i < 400'000; ++i) input += "12345678";
  const ProcessResult result = run_shell("tee /dev/stderr | cat", input);
  CHECK(result.exit_code == 0);
  CHECK(result.output == input);
  CHECK(result.errors == input.substr(0, 1 << 20));
}

TEST_CASE("child process: output beyond the limit is dropped") {
  const ProcessResult result = run_shell("head -c 17000000 /dev/zero; exit 5");
  CHECK(result.output.size() == 16 << 20);
  CHECK(result.exit_code == 5);
}

TEST_CASE("child process: one that does not read its input is no trouble") {
  const std::string input(1 << 20, 'x');
  for (int i = 0; i < 5; ++i) {
    const ProcessResult result = run_shell("exec <&-; echo done", input);
    CHECK(result.exit_code == 0);
    CHECK(result.output == "done\n");
  }
  sigset_t pending;
  ::sigpending(&pending);
  CHECK_FALSE(::sigismember(&pending, SIGPIPE));
  sigset_t blocked;
  ::pthread_sigmask(SIG_BLOCK, nullptr, &blocked);
  CHECK_FALSE(::sigismember(&blocked, SIGPIPE));
}

TEST_CASE("child process: arguments and input arrive byte for byte") {
  const ProcessResult result =
      run_process({"printf", "%s|%s|%s", "a b", "*\"'$x", "信息"}, "", {});
  CHECK(result.output == "a b|*\"'$x|信息");
  const std::string bytes("a\0\xFF\n", 4);
  CHECK(run_process({"cat"}, bytes, {}).output == bytes);
}

TEST_CASE("child process: the environment is ours, with the additions") {
  ::setenv("GOV_REPORT_TEST_A", "old", 1);
  ::setenv("GOV_REPORT_TEST_B", "kept", 1);
  const ProcessResult result =
      run_process({"sh", "-c", "env | grep ^GOV_REPORT_TEST_ | sort"}, "",
                  {{"GOV_REPORT_TEST_A", "new=1"}, {"GOV_REPORT_TEST_C", ""}});
  ::unsetenv("GOV_REPORT_TEST_A");
  ::unsetenv("GOV_REPORT_TEST_B");
  CHECK(result.output ==
        "GOV_REPORT_TEST_A=new=1\nGOV_REPORT_TEST_B=kept\n"
        "GOV_REPORT_TEST_C=\n");
}

TEST_CASE("child process: no descriptor leaks, to us or to the child") {
  const int before = open_descriptors();
  const ProcessResult result = run_shell("ls /proc/self/fd | wc -l");
  run_process({"gov-report-no-such-program"}, "", {});
  CHECK(open_descriptors() == before);
  // 0 to 2 and the folder that ls reads, unless our own caller leaked some.
  CHECK(std::stoi(result.output) <= before);
}

}  // namespace
}  // namespace gov_report
