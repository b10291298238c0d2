#include "base/hash_set.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

namespace gov_report {
namespace {

TEST_CASE("hash set: the same answers as std::set, zero and full ones too") {
  std::mt19937_64 random(7);
  HashSet set;
  std::set<std::uint64_t> reference;
  std::vector<std::uint64_t> expected;
  std::vector<std::uint64_t> repeated;
  for (int round = 0; round < 50; ++round) {
    std::vector<std::uint64_t> hashes = {~std::uint64_t{0} - round % 3};
    for (int i = 0; i < 400; ++i) {
      // Small numbers have equal upper bits: all fall on the same place.
      hashes.push_back(i % 2 == 0 ? random() : random() % 5000 + 1);
    }
    for (const std::uint64_t hash : hashes) {
      if (!reference.insert(hash).second) expected.push_back(hash);
    }
    set.enter(hashes, repeated);
  }
  CHECK(repeated == expected);
  CHECK(set.size() == reference.size());
  std::vector<std::uint64_t> zeros;
  set.enter(std::vector<std::uint64_t>{0, 0}, zeros);
  CHECK(zeros.back() == 0);
}

}  // namespace
}  // namespace gov_report
