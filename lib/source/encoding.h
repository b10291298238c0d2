// encoding.h - bytes in the encodings of Chinese offices as UTF-8.
//
//   in      UTF-8 with or without BOM, GB18030 (thus GBK and GB2312), UTF-16
//           of either byte order with or without BOM
//   out     valid UTF-8 without BOM, streamed
//   errors  bytes that are none of them: DecodingError with offset and line.
//           The decision is made over the whole file, never by the locale, by
//           the first of these that holds:
//             1 a byte order mark says so;
//             2 more than 2 % of the bytes are zero, four times as many at odd
//               offsets as at even ones (UTF-16LE) or the reverse (UTF-16BE).
//               A file that is also valid UTF-8 needs more than 25 %: a few
//               zero bytes in a plain file are damage;
//             3 all of it is valid UTF-8;
//             4 all of it is valid GB18030, 60 % of the pairs are common, no
//               line is UTF-8;
//           else nothing is guessed, only described.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_stream.h"

namespace gov_report {

enum class Encoding { utf8, gb18030, utf16le, utf16be };

/// "utf-8", "gb18030", "utf-16le", "utf-16be", as --encoding takes them.
std::vector<std::string> encoding_names();
std::string encoding_name(Encoding encoding);
std::optional<Encoding> encoding_of_name(std::string_view name);

/// The first byte that does not fit, and what the file looks like.
struct DecodingError {
  enum class Look {
    unknown,       ///< mostly UTF-8 or GB18030, damaged there
    zip,           ///< an Excel or Word file under another name
    binary,        ///< no text at all
    gbk_line,      ///< a line of GBK in a file of UTF-8
    utf8_line,     ///< a line of UTF-8 in a file of GBK
    big5,          ///< Big5
    rare,          ///< valid GB18030, but of characters hardly ever used
    utf16_cut,     ///< UTF-16 with half a unit at its end
    utf16_broken,  ///< UTF-16 with half a surrogate pair
    not_as_told,   ///< not in the encoding that it is said to be in
  };
  Look look = Look::unknown;
  std::uint64_t offset = 0;
  std::uint64_t line = 1;
  std::string bytes;  ///< that byte and up to three more, "0xFF 0xFE"
  std::optional<Encoding> told;  ///< of Look::not_as_told
};

/// Decides by reading `bytes` to its end.
std::optional<Encoding> detect_encoding(ByteStream& bytes,
                                        DecodingError& error);

/// Whether all of `bytes` is in `encoding`; a byte order mark of another one
/// is not. Reads to the end or to the first byte that does not fit.
bool is_in_encoding(ByteStream& bytes, Encoding encoding, DecodingError& error);

/// UTF-8 from `bytes`, which must have been found to be in `encoding`. Bytes
/// that are not, because the file has changed since, become U+FFFD.
/// errors  std::system_error when the system has no GB18030 converter
std::unique_ptr<ByteStream> decoded(std::unique_ptr<ByteStream> bytes,
                                    Encoding encoding);

}  // namespace gov_report
