#include "ledger/known_spellings.h"

#include <doctest/doctest.h>

#include <map>
#include <optional>
#include <string>

namespace gov_report {
namespace {

TEST_CASE("known spellings: texts that hardly differ are told apart") {
  // Of all sizes around the words that are compared, and of each size one
  // that differs in the first, a middle or the last byte only.
  KnownSpellings known;
  std::map<std::string, ValueIndex> meant;
  for (std::size_t size = 1; size <= 40; ++size) {
    const std::string text(size, 'a');
    meant.emplace(text, static_cast<ValueIndex>(meant.size()));
    for (const std::size_t at : {std::size_t{0}, size / 2, size - 1}) {
      std::string other = text;
      other[at] = 'b';
      meant.emplace(other, static_cast<ValueIndex>(meant.size()));
    }
  }
  for (const auto& [text, value] : meant) {
    CAPTURE(text);
    CHECK(known.find(text) == nullptr);
    known.remember(text, Choice{value, nullptr});
  }
  for (const auto& [text, value] : meant) {
    CAPTURE(text);
    const auto* const found = known.find(text);
    REQUIRE(found != nullptr);
    CHECK((*found)->value == value);
  }
}

TEST_CASE("known spellings: what has no meaning is known too") {
  KnownSpellings known;
  CHECK(known.remember("x", std::nullopt) == std::nullopt);
  REQUIRE(known.find("x") != nullptr);
  CHECK(*known.find("x") == std::nullopt);
}

TEST_CASE("known spellings: long texts, and those beyond the most, are new") {
  KnownSpellings known;
  const std::string longest(KnownSpellings::kLongest, 'a');
  known.remember(longest, Choice{1, nullptr});
  known.remember(longest + 'a', Choice{1, nullptr});
  CHECK(known.find(longest) != nullptr);
  CHECK(known.find(longest + 'a') == nullptr);
  for (std::size_t i = 0; i < KnownSpellings::kMost; ++i) {
    known.remember(std::to_string(i), Choice{2, nullptr});
  }
  CHECK(known.find("0") != nullptr);
  CHECK(known.find(std::to_string(KnownSpellings::kMost - 1)) == nullptr);
}

}  // namespace
}  // namespace gov_report
