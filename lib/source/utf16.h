// utf16.h - UTF-16 as Excel's "Unicode text" and Windows Notepad write it.
//
//   in      bytes, two to a unit, in either order; surrogates in pairs
//   out     UTF-8, streamed
//   errors  Utf16Scan: where an odd last byte or a surrogate alone stands

#pragma once

#include <memory>
#include <string_view>

#include "base/byte_stream.h"
#include "source/encoding_scan.h"

namespace gov_report {

enum class ByteOrder { little, big };

/// Is a stream valid UTF-16? Lines end at U+000A, not at bytes 0x0A.
class Utf16Scan : public EncodingScan {
 public:
  explicit Utf16Scan(ByteOrder order) : order_(order) {}

 protected:
  std::size_t valid_prefix(std::string_view text) override;
  std::uint64_t lines_in(std::string_view text) const override;

 private:
  ByteOrder order_;
};

/// UTF-8 from UTF-16; what is no character becomes U+FFFD. A byte order mark
/// is passed on as U+FEFF.
std::unique_ptr<ByteStream> utf16_as_utf8(std::unique_ptr<ByteStream> bytes,
                                          ByteOrder order);

}  // namespace gov_report
