// Which text has the most of another: as comparing each with each says.

#include "check/text_index.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace gov_report {
namespace {

using Answer = LikestText::Answer;

std::optional<Answer> compared(const std::vector<Shingles>& texts,
                               std::size_t text, std::size_t percent) {
  std::optional<Answer> best;
  for (std::size_t other = 0; other < texts.size(); ++other) {
    const std::size_t share = texts[text].share_in(texts[other]);
    if (other == text || share < percent) continue;
    if (!best || share > best->percent) best = Answer{other, share};
  }
  return best;
}

TextIndex index_of(const std::vector<Shingles>& texts) {
  std::vector<const Shingles*> all;
  for (const Shingles& text : texts) all.push_back(&text);
  return TextIndex(all);
}

/// Texts of a few families, each with some letters of its own.
std::vector<Shingles> families(std::mt19937& random, int count, int kinds,
                               int changes) {
  std::vector<std::string> kind(static_cast<std::size_t>(kinds));
  for (std::string& text : kind) {
    for (int i = 0; i < 200; ++i) {
      text += static_cast<char>('a' + random() % 26);
    }
  }
  std::vector<Shingles> texts;
  for (int i = 0; i < count; ++i) {
    std::string text = kind[random() % kind.size()];
    for (int k = 0; k < changes; ++k) {
      text[random() % text.size()] = static_cast<char>('a' + random() % 26);
    }
    texts.emplace_back(text, 5);
  }
  return texts;
}

TEST_CASE("text index: the same answers as comparing each with each") {
  std::mt19937 random(7);
  for (const int kinds : {1, 2, 9}) {
    for (const int changes : {0, 1, 5, 40}) {
      const auto texts = families(random, 60, kinds, changes);
      const TextIndex index = index_of(texts);
      LikestText likest(index);
      for (std::size_t t = 0; t < texts.size(); ++t) {
        CAPTURE(kinds);
        CAPTURE(changes);
        CAPTURE(t);
        const auto wanted = compared(texts, t, 60);
        const auto found =
            likest.likest(t, 60, [&](std::size_t other) { return other != t; });
        REQUIRE(found.has_value() == wanted.has_value());
        if (!found) continue;
        CHECK(found->text == wanted->text);
        CHECK(found->percent == wanted->percent);
      }
    }
  }
}

TEST_CASE("text index: a text without pieces is like none") {
  const std::vector<Shingles> texts = {Shingles("ab", 5), Shingles("ab", 5)};
  const TextIndex index = index_of(texts);
  CHECK_FALSE(
      LikestText(index).likest(0, 60, [](std::size_t) { return true; }));
}

}  // namespace
}  // namespace gov_report
