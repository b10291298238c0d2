// gb18030.h - from GB18030 to UTF-8, piece by piece.
//
// Characters of two bytes are looked up in a table that the system's converter
// has filled once; all others go through that converter themselves.
//
//   library  iconv, and only in gb18030.cc

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/gb18030_shares.h"

namespace gov_report {

/// What was found in a text while it was converted.
struct Gb18030Text {
  std::size_t size = 0;  ///< of its UTF-8
  Gb18030Shares shares;
  bool valid = true;  ///< no byte became U+FFFD
};

class Gb18030Converter {
 public:
  /// errors  std::system_error when the system has no such converter
  Gb18030Converter();
  ~Gb18030Converter();
  Gb18030Converter(const Gb18030Converter&) = delete;
  Gb18030Converter& operator=(const Gb18030Converter&) = delete;

  /// Appends the UTF-8 of `bytes` to `out` and returns how many bytes it took:
  /// less than all of them only if they end within a character. A byte that
  /// begins no character becomes U+FFFD.
  std::size_t convert(std::string_view bytes, std::string& out);

  /// Writes the UTF-8 of `bytes` to the front of `out`, which grows where it
  /// is too small. `places` of ASCII characters in `bytes`, ascending, become
  /// their places in `out`.
  Gb18030Text convert(std::string_view bytes, std::span<std::uint32_t> places,
                      std::vector<char>& out);

  /// True if the bytes are one character that Unicode has.
  bool has(std::string_view bytes);

 private:
  void* handle_;  // iconv_t
};

}  // namespace gov_report
