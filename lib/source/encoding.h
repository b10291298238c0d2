// encoding.h - bytes in the encodings of Chinese offices as UTF-8.
//
//   in      UTF-8 with or without BOM, GB18030 (thus GBK and GB2312)
//   out     valid UTF-8 without BOM, streamed
//   errors  bytes that are neither: DecodingError with offset and line.
//           The decision is made over the whole file, never by the locale: a
//           file is UTF-8 if all of it is valid UTF-8, else GB18030 if all of
//           it is valid and mostly common hanzi, else nothing is guessed.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/byte_stream.h"

namespace gov_report {

enum class Encoding { utf8, gb18030 };

struct DecodingError {
  std::uint64_t offset = 0;  ///< first byte that fits no encoding
  std::uint64_t line = 1;    ///< its line, counted in bytes 0x0A
  std::string bytes;         ///< that byte and up to three more, "0xFF 0xFE"
  bool utf16 = false;        ///< the file looks like UTF-16, which is not read
  bool zip = false;          ///< an Excel or Word file under another name
};

/// Decides by reading `bytes` to its end.
std::optional<Encoding> detect_encoding(ByteStream& bytes,
                                        DecodingError& error);

/// UTF-8 from `bytes`, which must have been found to be in `encoding`. Bytes
/// that are not, because the file has changed since, become U+FFFD.
/// errors  std::system_error when the system has no GB18030 converter
std::unique_ptr<ByteStream> decoded(std::unique_ptr<ByteStream> bytes,
                                    Encoding encoding);

}  // namespace gov_report
