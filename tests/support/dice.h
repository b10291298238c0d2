// dice.h - numbers that look random and are the same on every machine.

#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace gov_report::test {

/// SplitMix64; std distributions differ between standard libraries.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t mixed = (state_ += 0x9e3779b97f4a7c15U);
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
  }

  /// From low to high, both included. REQUIRES: low <= high.
  int between(int low, int high) {
    const auto width = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<int>(next() % width);
  }

  /// True once in `times` throws.
  bool one_in(int times) { return between(1, times) == 1; }

  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[next() % from.size()];
  }

  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t left = items.size(); left > 1; --left) {
      std::swap(items[left - 1], items[next() % left]);
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace gov_report::test
