// yaml_cursor.h - from the n-th character of a text to its line and column.
//
// libyaml counts characters, and takes some for line ends that no editor does;
// lines here end with LF, CR LF or CR. Places near the last one are found in
// no time, so a file is walked through once, however many places are asked.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/finding.h"

namespace gov_report {

class YamlCursor {
 public:
  struct Spot {
    Position at{1, 1};
    std::size_t byte = 0;
  };

  explicit YamlCursor(std::string_view text);

  /// Character `number` from 0, a byte order mark at the start not counted.
  Spot at_character(std::size_t number);
  Spot at_byte(std::size_t byte);

 private:
  void forward();
  void back();
  bool ends_line(std::size_t byte) const;

  std::string_view text_;
  std::size_t start_ = 0;   // behind the byte order mark
  std::size_t number_ = 0;  // of the character at byte_
  std::size_t byte_ = 0;
  std::uint64_t line_ = 1;
  std::size_t line_start_ = 0;   // in bytes
  std::size_t line_number_ = 0;  // of its first character
};

/// Line `number` (from 1) of `text`, without its end.
std::string_view line_of(std::string_view text, std::uint64_t number);

}  // namespace gov_report
