// The inputs that fuzzers have kept hold the properties.

#include <doctest/doctest.h>

#include <filesystem>

#include "base/temporary_folder.h"
#include "fuzz/properties.h"
#include "paths.h"

namespace gov_report::test {
namespace {

template <typename Property>
void check_corpus(const std::string& name, const Property& property) {
  std::size_t inputs = 0;
  const auto folder =
      std::filesystem::path(SOURCE_ROOT) / "tests/fuzz/corpus" / name;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    INFO(entry.path());
    ++inputs;
    CHECK_NOTHROW(property(file_text(entry.path())));
  }
  CHECK(inputs > 10);
}

TEST_CASE("corpus: CSV in pieces equals CSV with care") {
  check_corpus("csv", csv_in_pieces_equals_careful);
}

TEST_CASE("corpus: encodings are consistent") {
  check_corpus("encoding", encoding_is_consistent);
}

}  // namespace
}  // namespace gov_report::test
