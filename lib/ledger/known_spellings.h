// known_spellings.h - how a value was written before, and what it was found to
// mean.
//
// A ledger of a million rows has a few dozen spellings. Finding one again must
// be cheaper than working it out, so the table is small and flat.
//
//   memory  at most kMost texts of at most kLongest bytes; others are not
//           remembered

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_words.h"
#include "ledger/choice_words.h"

namespace gov_report {

class KnownSpellings {
 public:
  static constexpr std::size_t kMost = 512;
  static constexpr std::size_t kLongest = 256;

  /// What remember() was told; null if it was not. Valid until remember().
  const std::optional<Choice>* find(std::string_view text) const {
    if (slots_.empty()) return nullptr;
    for (std::size_t at = hash_of(text) % kSlots; slots_[at] != 0;
         at = (at + 1) % kSlots) {
      const Spelling& spelling = known_[slots_[at] - 1];
      if (spelling.text == text) return &spelling.meaning;
    }
    return nullptr;
  }
  /// `meaning`, valid until the next call.
  const std::optional<Choice>& remember(std::string_view text,
                                        std::optional<Choice> meaning);

 private:
  struct Spelling {
    std::string text;
    std::optional<Choice> meaning;
  };
  static constexpr std::size_t kSlots = 4 * kMost;

  /// From the two ends and the length: enough to tell values of a class apart.
  static std::size_t hash_of(std::string_view text) {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    if (text.size() >= sizeof first) {
      first = word_at(text.data());
      last = word_at(text.data() + text.size() - sizeof last);
    } else {
      for (const char c : text) {
        first = first << 8U | static_cast<unsigned char>(c);
      }
    }
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
    return ((first ^ text.size()) * kMix ^ last) * kMix >> 40U;
  }

  std::vector<Spelling> known_;
  std::optional<Choice> not_kept_;
  std::vector<std::uint16_t> slots_;  // number in known_ plus 1; 0 is free
};

}  // namespace gov_report
