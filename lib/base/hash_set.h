// hash_set.h - 64-bit hashes, to learn which come more than once.
//
//   memory  8 bytes for each place, of which at most 3 of 4 are taken; half as
//           much again for a moment while it grows

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace gov_report {

class HashSet {
 public:
  /// Enters `hashes` and appends those that were there before to `repeated`.
  void enter(std::span<const std::uint64_t> hashes,
             std::vector<std::uint64_t>& repeated);

  std::size_t size() const { return size_; }
  void clear();

 private:
  bool enter_one(std::uint64_t hash);
  std::size_t place_of(std::uint64_t hash) const;
  void reserve(std::size_t size);

  std::vector<std::uint64_t> places_;  // 0 is free
  std::size_t size_ = 0;
  unsigned shift_ = 64;  // the places are as many as a power of two
};

}  // namespace gov_report
