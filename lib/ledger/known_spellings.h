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

#include "ledger/choice_words.h"

namespace gov_report {

class KnownSpellings {
 public:
  static constexpr std::size_t kMost = 512;
  static constexpr std::size_t kLongest = 256;

  /// What remember() was told; null if it was not. Valid until remember().
  const std::optional<Choice>* find(std::string_view text) const;
  void remember(std::string_view text, std::optional<Choice> meaning);

 private:
  struct Spelling {
    std::string text;
    std::optional<Choice> meaning;
  };
  static constexpr std::size_t kSlots = 4 * kMost;

  std::vector<Spelling> known_;
  std::vector<std::uint16_t> slots_;  // number in known_ plus 1; 0 is free
};

}  // namespace gov_report
