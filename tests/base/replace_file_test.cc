#include "base/replace_file.h"

#include <doctest/doctest.h>

#include <system_error>

#include "base/byte_stream.h"
#include "base/temporary_folder.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  return read_file(path, 1 << 20);
}

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST_CASE("replace_file: the file is the new one, and nothing else is left") {
  TemporaryFolder folder;
  const fs::path file = folder / "sealed/2023.json";
  replace_file(file, "one");
  CHECK(bytes_of(file) == "one");
  replace_file(file, "two, longer");
  CHECK(bytes_of(file) == "two, longer");
  CHECK(entries(folder / "sealed") == 1);
}

TEST_CASE("replace_file: a link stays a link") {
  TemporaryFolder folder;
  put_file(folder / "real.json", "old");
  fs::create_symlink("real.json", folder / "link.json");
  replace_file(folder / "link.json", "new");
  CHECK(fs::is_symlink(folder / "link.json"));
  CHECK(bytes_of(folder / "real.json") == "new");
}

TEST_CASE("replace_file: what is no file is left alone") {
  TemporaryFolder folder;
  fs::create_directory(folder / "taken");
  CHECK_THROWS_AS(replace_file(folder / "taken", "x"), std::system_error);
  put_file(folder / "plain", "x");
  CHECK_THROWS_AS(replace_file(folder / "plain/2023.json", "x"),
                  std::system_error);
  CHECK(bytes_of(folder / "plain") == "x");
  CHECK(entries(folder.path()) == 2);
}

}  // namespace
}  // namespace gov_report
