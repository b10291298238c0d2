// text_set.h - a set of many short texts, numbered in the order of entry.
//
//   memory  the bytes of the texts and 24 to 40 bytes for each, all in three
//           pieces; the set of std would take three times as much

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
  struct Slot {
    std::uint32_t hash = 0;   // so that texts are looked at when it is equal
    std::uint32_t place = 0;  // the text's number plus 1; 0 is a free slot
  };

  std::string_view text(std::size_t number) const;
  void grow();

  std::string bytes_;
  std::vector<std::size_t> ends_;  // of the texts in bytes_
  std::vector<Slot> slots_;        // as many as a power of two
};

}  // namespace gov_report
