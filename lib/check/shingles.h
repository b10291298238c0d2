// shingles.h - how much of a text stands in another one: the pieces of a few
// letters that both have, whatever the figures (domain rules 4.9, copied-…).

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gov_report {

class Shingles {
 public:
  /// Letters alone are looked at, each row of digits as one; `size` letters
  /// make a piece.
  Shingles(std::string_view folded, std::size_t size);

  std::size_t letters() const { return letters_; }
  /// The hashes of the pieces, sorted, each once.
  const std::vector<std::uint64_t>& pieces() const { return pieces_; }
  /// Percent of the pieces that are in `other`, rounded down.
  std::size_t share_in(const Shingles& other) const;

 private:
  std::vector<std::uint64_t> pieces_;
  std::size_t letters_ = 0;
};

}  // namespace gov_report
