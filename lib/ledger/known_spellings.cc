#include "ledger/known_spellings.h"

namespace gov_report {

const std::optional<Choice>& KnownSpellings::remember(
    std::string_view text, std::optional<Choice> meaning) {
  if (text.size() > kLongest || known_.size() >= kMost) {
    return not_kept_ = meaning;
  }
  if (slots_.empty()) slots_.resize(kSlots);
  const Ends ends = ends_of(text);
  std::size_t at = place_of(ends, text.size());
  while (slots_[at].number != 0) at = (at + 1) % kSlots;
  known_.push_back({std::string(text), meaning});
  slots_[at] = {ends, static_cast<std::uint32_t>(text.size()),
                static_cast<std::uint32_t>(known_.size())};
  return known_.back().meaning;
}

}  // namespace gov_report
