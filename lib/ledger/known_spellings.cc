#include "ledger/known_spellings.h"

#include <cstring>

namespace gov_report {
namespace {

/// From the two ends and the length: enough to tell values of a class apart.
inline std::size_t hash_of(std::string_view text) {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  if (text.size() >= sizeof first) {
    std::memcpy(&first, text.data(), sizeof first);
    std::memcpy(&last, text.data() + text.size() - sizeof last, sizeof last);
  } else {
    for (const char c : text) {
      first = first << 8U | static_cast<unsigned char>(c);
    }
  }
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
  return ((first ^ text.size()) * kMix ^ last) * kMix >> 40U;
}

}  // namespace

const std::optional<Choice>* KnownSpellings::find(std::string_view text) const {
  if (slots_.empty() || text.empty()) return nullptr;
  for (std::size_t at = hash_of(text) % kSlots; slots_[at] != 0;
       at = (at + 1) % kSlots) {
    const Spelling& spelling = known_[slots_[at] - 1];
    if (spelling.text == text) return &spelling.meaning;
  }
  return nullptr;
}

void KnownSpellings::remember(std::string_view text,
                              std::optional<Choice> meaning) {
  if (text.empty() || text.size() > kLongest || known_.size() >= kMost) return;
  if (slots_.empty()) slots_.resize(kSlots);
  std::size_t at = hash_of(text) % kSlots;
  while (slots_[at] != 0) at = (at + 1) % kSlots;
  known_.push_back({std::string(text), meaning});
  slots_[at] = static_cast<std::uint16_t>(known_.size());
}

}  // namespace gov_report
