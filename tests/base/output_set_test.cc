#include "base/output_set.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/folder_swap.h"
#include "base/temporary_folder.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

Names names_in(const fs::path& folder) {
  Names names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

void commit_one(const fs::path& target, std::string_view text) {
  OutputSet set(target);
  set.write("report.md", text);
  set.commit();
}

unsigned mode_of(const fs::path& path) {
  struct stat status = {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

TEST_CASE("output set: appears whole, with the parents of the target") {
  const TemporaryFolder folder;
  const fs::path target = folder / "out/2019";
  {
    OutputSet set(target);
    set.write("a", "first");
    put_file(set.path_of("b"), "second");
    CHECK_FALSE(fs::exists(target));
    set.commit();
  }
  CHECK(names_in(target) == Names{"a", "b"});
  CHECK(file_text(target / "a") == "first");
  CHECK(file_text(target / "b") == "second");
  CHECK(names_in(folder / "out") == Names{"2019"});
}

TEST_CASE("output set: replaces the set before it") {
  const TemporaryFolder folder;
  put_file(folder / "2019/old", "x");
  put_file(folder / "2019/sub/old", "x");
  commit_one(folder / "2019", "new");
  CHECK(names_in(folder / "2019") == Names{"report.md"});
  CHECK(names_in(folder.path()) == Names{"2019"});
}

TEST_CASE("output set: without commit nothing happens") {
  const TemporaryFolder folder;
  put_file(folder / "2019/a", "old");
  {
    OutputSet set(folder / "2019");
    set.write("a", "new");
    CHECK(file_text(folder / "2019/a") == "old");
  }
  CHECK(file_text(folder / "2019/a") == "old");
  CHECK(names_in(folder.path()) == Names{"2019"});
}

TEST_CASE("output set: a file written twice holds the second text") {
  const TemporaryFolder folder;
  OutputSet set(folder / "2019");
  set.write("a", "a longer first text");
  set.write("a", "second");
  set.write("empty", "");
  set.commit();
  CHECK(file_text(folder / "2019/a") == "second");
  CHECK(file_text(folder / "2019/empty").empty());
}

TEST_CASE("output set: what is foreign can be kept") {
  const TemporaryFolder folder;
  const fs::path target = folder / "2019";
  put_file(target / "report.md", "old");
  put_file(target / "notes.txt", "mine");
  put_file(target / "scans/1/page.txt", "scan");
  fs::create_symlink("nowhere", target / "link");
  fs::permissions(target / "notes.txt", fs::perms::owner_read);
  fs::permissions(target / "scans/1", fs::perms::owner_all);
  {
    OutputSet set(target);
    CHECK(set.foreign({"report.md", "report.docx"}) ==
          Names{"link", "notes.txt", "scans"});
    set.write("report.md", "new");
    for (const std::string& name : set.foreign({"report.md"})) set.keep(name);
    set.commit();
  }
  CHECK(names_in(target) == Names{"link", "notes.txt", "report.md", "scans"});
  CHECK(file_text(target / "report.md") == "new");
  CHECK(file_text(target / "notes.txt") == "mine");
  CHECK(file_text(target / "scans/1/page.txt") == "scan");
  CHECK(fs::read_symlink(target / "link") == "nowhere");
  CHECK(mode_of(target / "notes.txt") == 0400);
  CHECK(mode_of(target / "scans/1") == 0700);
  CHECK(names_in(folder.path()) == Names{"2019"});
}

TEST_CASE("output set: a kept file is safe from being written or given up") {
  const TemporaryFolder folder;
  put_file(folder / "2019/a", "old");
  {
    OutputSet set(folder / "2019");
    set.keep("a");
    set.write("a", "new");
    CHECK(file_text(folder / "2019/a") == "old");
  }
  CHECK(file_text(folder / "2019/a") == "old");
}

TEST_CASE("output set: there is nothing foreign in a target that is not") {
  const TemporaryFolder folder;
  CHECK(OutputSet(folder / "2019").foreign({}).empty());
}

TEST_CASE("output set: files are 0644 and folders 0755, less the umask") {
  const TemporaryFolder folder;
  const mode_t before = ::umask(027);
  commit_one(folder / "2019", "x");
  ::umask(before);
  CHECK(mode_of(folder / "2019") == 0750);
  CHECK(mode_of(folder / "2019/report.md") == 0640);
}

TEST_CASE("output set: leftovers of killed runs go, other files stay") {
  const TemporaryFolder folder;
  put_file(folder / ".2019.new-1230/report.md", "half");
  put_file(folder / ".2019.old/report.md", "older");
  put_file(folder / "2019/report.md", "old");
  put_file(folder / ".2019.new-mine/x", "x");
  put_file(folder / ".2020.new-1/x", "x");
  commit_one(folder / "2019", "new");
  CHECK(names_in(folder.path()) ==
        Names{".2019.new-mine", ".2020.new-1", "2019"});
  CHECK(file_text(folder / "2019/report.md") == "new");
}

TEST_CASE("output set: the target may be a link, end in a slash or be dotted") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "real");
  fs::create_directory_symlink("real", folder / "link");
  commit_one(folder / "link", "one");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(file_text(folder / "real/report.md") == "one");
  commit_one(folder / "new/", "two");
  CHECK(file_text(folder / "new/report.md") == "two");
  commit_one(folder / "x/../real/.", "three");
  CHECK(file_text(folder / "real/report.md") == "three");
  CHECK(names_in(folder.path()) == Names{"link", "new", "real"});
}

TEST_CASE("output set: errors carry the path and leave nothing behind") {
  const TemporaryFolder folder;
  put_file(folder / "file", "x");
  const auto error_of = [](auto action) {
    try {
      action();
    } catch (const std::system_error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  const std::string file = (folder / "file").string();
  CHECK(error_of([&] { OutputSet set(folder / "file"); }) ==
        file + ": Not a directory");
  CHECK(error_of([&] { OutputSet set(folder / "file/2019"); }) ==
        file + "/2019: Not a directory");
  CHECK(error_of([] { OutputSet set(""); }) == ": No such file or directory");
  CHECK(error_of([] { OutputSet set("/"); }) == "/: Device or resource busy");
  const fs::path target = folder / "2019";
  CHECK(error_of([&] {
          OutputSet set(target);
          set.write("a", "x");
          set.write("a/b", "x");
        }) == target.string() + "/a/b: Not a directory");
  CHECK(error_of([&] { OutputSet(target).keep("none"); }) ==
        target.string() + "/none: No such file or directory");
  CHECK(names_in(folder.path()) == Names{"file"});
}

TEST_CASE("output set: a name may have folders in it") {
  const TemporaryFolder folder;
  const fs::path target = folder / "new";
  OutputSet set(target);
  set.write("ledgers/a.csv", "x");
  set.commit();
  CHECK(file_text(target / "ledgers/a.csv") == "x");
}

TEST_CASE("folder swap: two renames do where there is no exchange") {
  const TemporaryFolder folder;
  put_file(folder / "fresh/a", "new");
  put_file(folder / "2019/a", "old");
  REQUIRE_FALSE(
      swap_folders(folder / "fresh", folder / "2019", SwapMeans::two_renames));
  CHECK(file_text(folder / "2019/a") == "new");
  CHECK(file_text(folder / ".2019.old/a") == "old");
  REQUIRE_FALSE(repair_swap(folder / "2019"));
  CHECK(names_in(folder.path()) == Names{"2019"});
}

TEST_CASE("folder swap: a failure leaves the target as it was") {
  const TemporaryFolder folder;
  put_file(folder / "2019/a", "old");
  for (const auto means : {SwapMeans::exchange, SwapMeans::two_renames}) {
    const auto error = swap_folders(folder / "none", folder / "2019", means);
    CHECK(error.value() == ENOENT);
    CHECK(file_text(folder / "2019/a") == "old");
    CHECK(names_in(folder.path()) == Names{"2019"});
  }
}

TEST_CASE("folder swap: a target that a kill left aside is put back") {
  const TemporaryFolder folder;
  put_file(folder / ".2019.old/a", "old");
  {
    OutputSet set(folder / "2019");
    CHECK(file_text(folder / "2019/a") == "old");
  }
  CHECK(names_in(folder.path()) == Names{"2019"});
}

// Commits sets of eight equal files until it is killed.
[[noreturn]] void commit_for_ever(const fs::path& target) {
  for (int generation = 0;; ++generation) {
    OutputSet set(target);
    for (int i = 0; i < 8; ++i) {
      set.write(std::to_string(i), std::to_string(generation));
    }
    set.keep("notes");
    set.commit();
  }
}

bool is_whole(const fs::path& target) {
  if (names_in(target).size() != 9) return false;
  const std::string first = file_text(target / "0");
  for (int i = 1; i < 8; ++i) {
    if (file_text(target / std::to_string(i)) != first) return false;
  }
  return file_text(target / "notes") == "mine";
}

TEST_CASE("output set: a kill at any moment leaves a whole set") {
  const TemporaryFolder folder;
  const fs::path target = folder / "2019";
  for (int i = 0; i < 8; ++i) put_file(target / std::to_string(i), "start");
  put_file(target / "notes", "mine");
  for (int round = 0; round < 30; ++round) {
    CAPTURE(round);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) commit_for_ever(target);
    ::usleep(3000 + 977 * static_cast<unsigned>(round));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    REQUIRE(is_whole(target));
  }
  { OutputSet set(target); }
  CHECK(names_in(folder.path()) == Names{"2019"});
}

TEST_CASE("output set: the set before goes too if it cannot be written") {
  const TemporaryFolder folder;
  const fs::path target = folder / "2019";
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    constexpr uid_t kNobody = 65534;
    // Nothing is forbidden to root.
    const bool is_root = ::geteuid() == 0;
    if (is_root && (::chown(folder.path().c_str(), kNobody, kNobody) != 0 ||
                    ::setuid(kNobody) != 0)) {
      ::_exit(2);
    }
    try {
      commit_one(target, "before");
      fs::permissions(target, fs::perms::owner_read | fs::perms::owner_exec);
      commit_one(target, "after");
    } catch (const std::exception&) {
      ::_exit(1);
    }
    ::_exit(0);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  CHECK(status == 0);
  CHECK(file_text(target / "report.md") == "after");
  CHECK(names_in(folder.path()) == Names{"2019"});
}

TEST_CASE("output set: two builds at once take turns") {
  const TemporaryFolder folder;
  const fs::path target = folder / "2019";
  std::vector<pid_t> children;
  for (int builder = 0; builder < 4; ++builder) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child != 0) {
      children.push_back(child);
      continue;
    }
    try {
      for (int i = 0; i < 5; ++i) commit_one(target, "x");
    } catch (const std::exception&) {
      ::_exit(1);
    }
    ::_exit(0);
  }
  for (const pid_t child : children) {
    int status = -1;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  CHECK(names_in(target) == Names{"report.md"});
  CHECK(names_in(folder.path()) == Names{"2019"});
}

}  // namespace
}  // namespace gov_report
