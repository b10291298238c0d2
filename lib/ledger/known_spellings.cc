#include "ledger/known_spellings.h"

namespace gov_report {

const std::optional<Choice>& KnownSpellings::remember(
    std::string_view text, std::optional<Choice> meaning) {
  if (text.size() > kLongest || known_.size() >= kMost) {
    return not_kept_ = meaning;
  }
  if (slots_.empty()) slots_.resize(kSlots);
  std::size_t at = hash_of(text) % kSlots;
  while (slots_[at] != 0) at = (at + 1) % kSlots;
  known_.push_back({std::string(text), meaning});
  slots_[at] = static_cast<std::uint16_t>(known_.size());
  return known_.back().meaning;
}

}  // namespace gov_report
