// text_index.h - texts by the pieces they hold: which of them has the most of
// another one.
//
//   time  Pieces that the same texts hold count as one. Of a piece that most
//         hold, those are looked at that do not. What is left is by the square
//         of their number where texts differ at random places.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "check/shingles.h"

namespace gov_report {

class TextIndex {
 public:
  /// The texts may go afterwards.
  explicit TextIndex(const std::vector<const Shingles*>& texts);

 private:
  friend class LikestText;

  /// Pieces that the same texts hold.
  struct Bundle {
    int pieces = 0;
    bool common = false;                ///< more than half of the texts have it
    std::vector<std::uint32_t> listed;  ///< those that hold it; common: do not
  };

  void bundle(const std::vector<std::pair<std::uint64_t, std::uint32_t>>& held);
  void turn_common();

  std::size_t texts_;
  std::vector<Bundle> bundles_;
  std::vector<std::vector<std::uint32_t>> bundles_of_;  // by text
};

/// Asks an index, one text after the other.
class LikestText {
 public:
  struct Answer {
    std::size_t text = 0;
    std::size_t percent = 0;  ///< as Shingles::share_in
  };

  /// REQUIRES: the index stays.
  explicit LikestText(const TextIndex& index)
      : index_(index), more_(index.texts_), counted_(index.texts_) {}

  /// The first of those that hold the most of a text, at least `percent`, not
  /// 0; nullopt: none. Those that are not `asked` for, as the text itself, do
  /// not count.
  std::optional<Answer> likest(std::size_t text, std::size_t percent,
                               const std::function<bool(std::size_t)>& asked);

 private:
  int count_pieces(std::size_t text);
  void add(std::uint32_t text, int pieces);

  const TextIndex& index_;
  std::vector<int> more_;  // by text: pieces held beside the common ones
  std::vector<bool> counted_;
  std::vector<std::uint32_t> texts_counted_;
  int pieces_ = 0;  // of the text asked about
};

}  // namespace gov_report
