#include "base/output_file.h"

#include <doctest/doctest.h>

#include <system_error>

#include "base/temporary_folder.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

std::size_t entries_in(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST_CASE("output file: the old file stays until commit, and nothing else") {
  const TemporaryFolder folder;
  const fs::path path = folder / "报告.json";
  put_file(path, "old");
  {
    OutputFile file(path);
    file.write(std::string(200000, 'x'));
    CHECK(file_text(path) == "old");
    CHECK(entries_in(folder.path()) == 2);
  }
  CHECK(file_text(path) == "old");
  CHECK(entries_in(folder.path()) == 1);
  write_output_file(path, "new");
  CHECK(file_text(path) == "new");
  CHECK(entries_in(folder.path()) == 1);
}

TEST_CASE("output file: a library may write it") {
  const TemporaryFolder folder;
  OutputFile file(folder / "a");
  put_file(file.path(), "written by another");
  file.commit();
  CHECK(file_text(folder / "a") == "written by another");
}

TEST_CASE("output file: a link stays a link") {
  const TemporaryFolder folder;
  put_file(folder / "real", "old");
  fs::create_symlink("real", folder / "link");
  write_output_file(folder / "link", "new");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(file_text(folder / "real") == "new");
}

TEST_CASE("output file: what cannot be written is an error with the path") {
  const TemporaryFolder folder;
  put_file(folder / "file", "x");
  fs::create_directory(folder / "folder");
  for (const fs::path& path :
       {folder / "none/a", folder / "file/a", folder / "folder"}) {
    try {
      write_output_file(path, "x");
      FAIL(path);
    } catch (const std::system_error& error) {
      CHECK(std::string(error.what()).find(path.string()) == 0);
    }
  }
  CHECK(entries_in(folder.path()) == 2);
}

TEST_CASE("output file: a device is written to, not replaced") {
  write_output_file("/dev/null", "x");
  CHECK(fs::is_character_file("/dev/null"));
}

}  // namespace
}  // namespace gov_report
