#include "base/hash_set.h"

#include <algorithm>
#include <bit>

namespace gov_report {
namespace {

constexpr std::size_t kFirstPlaces = 1024;
constexpr std::size_t kAhead = 16;  // a place is fetched while others are used

}  // namespace

void HashSet::enter(std::span<const std::uint64_t> hashes,
                    std::vector<std::uint64_t>& repeated) {
  reserve(size_ + hashes.size());
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    if (i + kAhead < hashes.size()) {
      __builtin_prefetch(&places_[place_of(hashes[i + kAhead])], 1);
    }
    if (!enter_one(hashes[i])) repeated.push_back(hashes[i]);
  }
}

void HashSet::clear() {
  std::ranges::fill(places_, 0);
  size_ = 0;
}

bool HashSet::enter_one(std::uint64_t hash) {
  const std::uint64_t kept = hash == 0 ? 1 : hash;  // 0 marks a free place
  const std::size_t mask = places_.size() - 1;
  for (std::size_t at = place_of(hash);; at = (at + 1) & mask) {
    if (places_[at] == kept) return false;
    if (places_[at] != 0) continue;
    places_[at] = kept;
    ++size_;
    return true;
  }
}

/// By the upper bits, so that the places of a set twice as large lie side by
/// side with those of this one, and growing goes through memory in order.
std::size_t HashSet::place_of(std::uint64_t hash) const {
  return shift_ >= 64 ? 0 : static_cast<std::size_t>(hash >> shift_);
}

void HashSet::reserve(std::size_t size) {
  std::size_t wanted = std::max(places_.size(), kFirstPlaces);
  while (size > wanted / 4 * 3) wanted *= 2;
  if (wanted == places_.size()) return;
  std::vector<std::uint64_t> old(wanted);
  old.swap(places_);
  shift_ = 64 - static_cast<unsigned>(std::countr_zero(wanted));
  size_ = 0;
  for (const std::uint64_t hash : old) {
    if (hash != 0) enter_one(hash);
  }
}

}  // namespace gov_report
