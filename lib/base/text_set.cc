#include "base/text_set.h"

#include <functional>

namespace gov_report {

TextSet::Entry TextSet::enter(std::string_view text) {
  if (ends_.size() * 2 >= slots_.size()) grow();
  Slot& slot = slot_of(text);
  if (slot != 0) return {slot - 1, false};
  bytes_ += text;
  ends_.push_back(bytes_.size());
  slot = static_cast<Slot>(ends_.size());
  return {ends_.size() - 1, true};
}

std::string_view TextSet::text(std::size_t number) const {
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(bytes_).substr(begin, ends_[number] - begin);
}

TextSet::Slot& TextSet::slot_of(std::string_view wanted) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = std::hash<std::string_view>()(wanted) & mask;
  while (slots_[at] != 0 && text(slots_[at] - 1) != wanted) {
    at = (at + 1) & mask;
  }
  return slots_[at];
}

/// Doubles the slots, so that at least half of them are free.
void TextSet::grow() {
  constexpr std::size_t kFirstSlots = 64;
  slots_.assign(slots_.empty() ? kFirstSlots : slots_.size() * 2, 0);
  for (std::size_t number = 0; number < ends_.size(); ++number) {
    slot_of(text(number)) = static_cast<Slot>(number + 1);
  }
}

}  // namespace gov_report
