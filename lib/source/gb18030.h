// gb18030.h - the system's converter from GB18030 to UTF-8, piece by piece.
//
//   library  iconv, and only in gb18030.cc

#pragma once

#include <string>
#include <string_view>

namespace gov_report {

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

  /// True if the bytes are one character that Unicode has.
  bool has(std::string_view bytes);

 private:
  void* handle_;  // iconv_t
};

}  // namespace gov_report
