#include "base/text_set.h"

#include <doctest/doctest.h>

#include <string>

using gov_report::TextSet;

TEST_CASE("texts are numbered in the order of entry") {
  TextSet set;
  CHECK(set.enter("b").number == 0);
  CHECK(set.enter("a").number == 1);
  CHECK(set.enter("").number == 2);
  CHECK(set.size() == 3);
}

TEST_CASE("an equal text keeps its number and is not new") {
  TextSet set;
  CHECK(set.enter("2024-1").is_new);
  CHECK(set.enter("2024-10").is_new);
  CHECK_FALSE(set.enter("2024-1").is_new);
  CHECK(set.enter("2024-10").number == 1);
  CHECK(set.enter("").is_new);
  CHECK_FALSE(set.enter("").is_new);
  CHECK(set.size() == 3);
}

TEST_CASE("texts with a NUL in them are told apart") {
  TextSet set;
  CHECK(set.enter(std::string("a\0b", 3)).is_new);
  CHECK(set.enter(std::string("a\0c", 3)).is_new);
  CHECK(set.enter("a").is_new);
}

TEST_CASE("a set that grew finds all of its texts") {
  constexpr int kMany = 5000;
  TextSet set;
  for (int i = 0; i < kMany; ++i) {
    REQUIRE(set.enter("no. " + std::to_string(i)).is_new);
  }
  for (int i = 0; i < kMany; ++i) {
    const auto entry = set.enter("no. " + std::to_string(i));
    REQUIRE_FALSE(entry.is_new);
    REQUIRE(entry.number == static_cast<std::size_t>(i));
  }
  CHECK(set.size() == kMany);
}
