// text_set.h - a set of many short texts, numbered in the order of entry.
//
//   memory  the bytes of the texts and about 16 bytes for each, all in three
//           pieces; the set of std would take five times as much

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gov_report {

class TextSet {
 public:
  struct Entry {
    std::size_t number = 0;  ///< from 0, by order of entry
    bool is_new = false;
  };

  /// The number of `text`, which enters the set if it is new.
  /// REQUIRES: the set has fewer than 2^32 - 1 texts.
  Entry enter(std::string_view text);

  std::size_t size() const { return ends_.size(); }

 private:
  using Slot = std::uint32_t;  // the text's number plus 1; 0 is a free slot

  std::string_view text(std::size_t number) const;
  /// The slot of `text`, or the free one where it would go.
  Slot& slot_of(std::string_view text);
  void grow();

  std::string bytes_;
  std::vector<std::size_t> ends_;  // of the texts in bytes_
  std::vector<Slot> slots_;        // as many as a power of two
};

}  // namespace gov_report
