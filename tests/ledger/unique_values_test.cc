#include "ledger/unique_values.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"

namespace gov_report {
namespace {

TEST_CASE("unique values: a value's hash is that of its folded text") {
  for (const std::string text :
       {"", "1", "2024-001", "YSQ/2024/001", "0000000", "00000000", "12345678",
        "123456789", "\xEF\xBC\x91\xEF\xBC\x92", "\u4F9D\u7533\u8BF7 12", "a b",
        "[\u3014", "AZaz@[`{", "Ab\x7F"}) {
    CAPTURE(text);
    CHECK(value_hash(3, text) == value_hash(3, fold(text)));
    CHECK(value_hash(3, text) != value_hash(4, text));
  }
  std::set<std::uint64_t> hashes;
  for (int i = 0; i < 100'000; ++i) {
    hashes.insert(value_hash(0, std::to_string(i)));
    hashes.insert(value_hash(0, "2024-" + std::to_string(i) + "-x"));
  }
  CHECK(hashes.size() == 200'000);
}

TEST_CASE("unique values: the kind of dash makes no other number") {
  for (const std::string text :
       {"2024\u2013001", "\uFF12\uFF10\uFF12\uFF14\u2014001",
        "2024\uFF0D001"}) {
    CAPTURE(text);
    CHECK(value_hash(0, text) == value_hash(0, "2024-001"));
  }
}

TEST_CASE("unique values: those of few and of many that come again") {
  for (const std::uint64_t count : {10U, 1000U, 300'000U}) {
    UniqueValues unique;
    std::vector<std::uint64_t> hashes;
    for (std::uint64_t i = 0; i < count; ++i) {
      hashes.push_back(value_hash(0, std::to_string(i)));
      if (hashes.size() < 1000) continue;
      unique.enter(hashes);
      hashes.clear();
    }
    unique.enter(hashes);
    CAPTURE(count);
    CHECK(unique.repeated().empty());
    const std::vector<std::uint64_t> again = {value_hash(0, "3"),
                                              value_hash(0, "9")};
    unique.enter(again);
    std::vector<std::uint64_t> repeated = unique.repeated();
    std::ranges::sort(repeated);
    CHECK(std::ranges::is_permutation(repeated, again));
  }
}

TEST_CASE("unique values: looks put together are one look") {
  const auto hashes = [](std::uint64_t from, std::uint64_t to) {
    std::vector<std::uint64_t> all;
    for (; from < to; ++from) {
      all.push_back(value_hash(0, std::to_string(from)));
    }
    return all;
  };
  for (const std::uint64_t count : {0U, 10U, 200'000U}) {
    for (const std::uint64_t more : {10U, 200'000U}) {
      CAPTURE(count);
      CAPTURE(more);
      UniqueValues all;
      all.enter(hashes(0, count));
      UniqueValues other;
      // The last five of one are the first of the other.
      const std::uint64_t from = count < 5 ? 0 : count - 5;
      other.enter(hashes(from, from + more));
      all.absorb(other);
      CHECK(other.repeated().empty());
      std::vector<std::uint64_t> repeated = all.repeated();
      std::vector<std::uint64_t> expected = hashes(from, count);
      std::ranges::sort(repeated);
      std::ranges::sort(expected);
      CHECK(repeated == expected);
    }
  }
}

}  // namespace
}  // namespace gov_report
