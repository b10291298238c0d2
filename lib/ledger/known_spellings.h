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
#include <cstring>
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
    const Ends ends = ends_of(text);
    for (std::size_t at = place_of(ends, text.size());;
         at = (at + 1) % kSlots) {
      const Slot& slot = slots_[at];
      if (slot.number == 0) return nullptr;
      if (slot.ends == ends && slot.size == text.size()) {
        const Spelling& spelling = known_[slot.number - 1];
        if (same_middle(text, spelling.text)) return &spelling.meaning;
      }
    }
  }
  /// `meaning`, valid until the next call.
  const std::optional<Choice>& remember(std::string_view text,
                                        std::optional<Choice> meaning);

 private:
  struct Spelling {
    std::string text;
    std::optional<Choice> meaning;
  };
  /// The first and the last bytes of a text. With its size they are all there
  /// is to know of a short one.
  struct Ends {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    friend bool operator==(const Ends&, const Ends&) = default;
  };
  struct Slot {
    Ends ends;
    std::uint32_t size = 0;
    std::uint32_t number = 0;  ///< in known_ plus 1; 0: free
  };
  static constexpr std::size_t kSlots = 4 * kMost;

  static Ends ends_of(std::string_view text) {
    const char* const begin = text.data();
    const std::size_t size = text.size();
    if (size >= sizeof(std::uint64_t)) {
      return {word_at(begin), word_at(begin + size - sizeof(std::uint64_t))};
    }
    if (size >= sizeof(std::uint32_t)) {
      std::uint32_t first;
      std::uint32_t last;
      std::memcpy(&first, begin, sizeof first);
      std::memcpy(&last, begin + size - sizeof last, sizeof last);
      return {first, last};
    }
    Ends ends;
    for (const char c : text) {
      ends.first = ends.first << 8U | static_cast<unsigned char>(c);
    }
    return ends;
  }

  /// Of texts of one size with the same ends.
  static bool same_middle(std::string_view a, std::string_view b) {
    constexpr std::size_t kWord = sizeof(std::uint64_t);
    for (std::size_t at = kWord; at + kWord < a.size(); at += kWord) {
      if (word_at(a.data() + at) != word_at(b.data() + at)) return false;
    }
    return true;
  }

  static std::size_t place_of(const Ends& ends, std::size_t size) {
    constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
    return ((ends.first ^ size) * kMix ^ ends.last) * kMix >> 40U &
           (kSlots - 1);
  }

  std::vector<Spelling> known_;
  std::optional<Choice> not_kept_;
  std::vector<Slot> slots_;
};

}  // namespace gov_report
