#include "base/text_set.h"

#include <functional>

namespace gov_report {

TextSet::Entry TextSet::enter(std::string_view wanted) {
  if (ends_.size() * 2 >= slots_.size()) grow();
  const auto hash =
      static_cast<std::uint32_t>(std::hash<std::string_view>()(wanted));
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].place != 0; at = (at + 1) & mask) {
    const std::size_t number = slots_[at].place - 1;
    if (slots_[at].hash == hash && text(number) == wanted) {
      return {number, false};
    }
  }
  bytes_ += wanted;
  ends_.push_back(bytes_.size());
  slots_[at] = {hash, static_cast<std::uint32_t>(ends_.size())};
  return {ends_.size() - 1, true};
}

std::string_view TextSet::text(std::size_t number) const {
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(bytes_).substr(begin, ends_[number] - begin);
}

/// Doubles the slots, so that at least half of them are free.
void TextSet::grow() {
  constexpr std::size_t kFirstSlots = 64;
  std::vector<Slot> old(slots_.empty() ? kFirstSlots : slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.place == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].place != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace gov_report
