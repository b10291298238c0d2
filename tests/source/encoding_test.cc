#include "source/encoding.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "source/small_pieces.h"

namespace gov_report {
namespace {

std::string all_of(ByteStream& bytes, std::size_t step = 1000) {
  std::string out;
  std::string piece(step, ' ');
  while (const std::size_t got = bytes.read(piece.data(), step)) {
    out.append(piece, 0, got);
  }
  return out;
}

std::string encoding_of(const std::string& bytes) {
  const auto stream = open_memory(bytes);
  DecodingError error;
  const auto encoding = detect_encoding(*stream, error);
  return encoding ? encoding_name(*encoding) : "none";
}

// Hanzi of GB 2312 level 1: 编号 姓名 备注 张三.
const std::string kGbkHeader =
    "\xB1\xE0\xBA\xC5,\xD0\xD5\xC3\xFB,\xB1\xB8\xD7\xA2\r\n"
    "1,\xD5\xC5\xC8\xFD,\r\n";
const std::string kUtf8Header = "编号,姓名,备注\r\n1,张三,\r\n";

TEST_CASE("encoding: what files are taken for") {
  const struct {
    std::string bytes;
    const char* expected;
  } cases[] = {
      {"", "utf-8"},
      {"id,name\n", "utf-8"},
      {kUtf8Header, "utf-8"},
      {"\xEF\xBB\xBF" + kUtf8Header, "utf-8"},
      {kGbkHeader, "gb18030"},
      {"\xC1\xAA\xCD\xA8", "gb18030"},  // 联通
      // Five common hanzi, then one of level 2 and a four-byte form (㐀).
      {kGbkHeader + "\xE6\xC3\x81\x39\xEE\x39", "gb18030"},
      {"\xFF\xFE"
       "ab",
       "utf-16le"},
      {"\xFE\xFF"
       "ab",
       "utf-16be"},
      {std::string("a\0,\0b\0\n\0", 8), "utf-16le"},
      {std::string("\0a\0,\0b\0\n", 8), "utf-16be"},
      {"a\xFF", "none"},
      {"abc\x80", "none"},
      {"\xF5\x80\x80\x80", "none"},
      {"\xC0\x80", "none"},                       // overlong
      {"\xED\xA0\x80", "none"},                   // surrogate
      {kGbkHeader + "\x82\x35\x90\x37", "none"},  // not in Unicode
      {"\xE6\xC3\xE6\xC4\xE6\xC5", "none"},       // only rare hanzi
      {kUtf8Header + "\xE4", "none"},             // cut off
  };
  for (const auto& [bytes, expected] : cases) {
    CAPTURE(bytes);
    CHECK(encoding_of(bytes) == expected);
  }
}

TEST_CASE("encoding: the first byte that fits nothing is named") {
  const struct {
    std::string bytes;
    std::uint64_t offset;
    std::uint64_t line;
    const char* shown;
  } cases[] = {
      {"a\nb\n\xFF"
       "cde",
       4, 3, "0xFF 0x63 0x64 0x65"},
      {"abc\x80", 3, 1, "0x80"},
      {kUtf8Header + "\xFF\xFE", kUtf8Header.size(), 3, "0xFF 0xFE"},
      {kGbkHeader + "\xB1\x20\x31\x32\x33", kGbkHeader.size(), 3,
       "0xB1 0x20 0x31 0x32"},
      {kUtf8Header + "\xE5\xBC", kUtf8Header.size(), 3, "0xE5 0xBC"},
      {"\n\xE6\xC3\xE6\xC4", 1, 2, "0xE6 0xC3 0xE6 0xC4"},
  };
  for (const auto& [bytes, offset, line, shown] : cases) {
    CAPTURE(bytes);
    const auto stream = open_memory(bytes);
    DecodingError error;
    REQUIRE_FALSE(detect_encoding(*stream, error));
    CHECK(error.offset == offset);
    CHECK(error.line == line);
    CHECK(error.bytes == shown);
  }
}

TEST_CASE("encoding: both are found over pieces of any size") {
  std::string big;  // longer than the pieces in which the scan reads
  while (big.size() < 700'000) big += "中文,x𠀀é\n";
  std::string big_gbk;
  while (big_gbk.size() < 700'000) {
    big_gbk += "\xD6\xD0\xCE\xC4\xB1\xE0,x\x95\x32\x82\x36\n";
  }
  CHECK(encoding_of(big) == "utf-8");
  CHECK(encoding_of(big_gbk) == "gb18030");
  CHECK(encoding_of("x" + big) == "utf-8");
  CHECK(encoding_of("xy" + big_gbk) == "gb18030");

  const auto stream = open_memory(big + "\xFF");
  DecodingError error;
  REQUIRE_FALSE(detect_encoding(*stream, error));
  CHECK(error.offset == big.size());
}

TEST_CASE("decoded: the text, without a byte order mark") {
  const struct {
    std::string bytes;
    Encoding encoding;
    std::string expected;
  } cases[] = {
      {"", Encoding::utf8, ""},
      {"a", Encoding::utf8, "a"},
      {"\xEF\xBB\xBF", Encoding::utf8, ""},
      {"\xEF\xBB\xBF中", Encoding::utf8, "中"},
      {"a\xEF\xBB\xBF", Encoding::utf8, "a\xEF\xBB\xBF"},
      {kGbkHeader, Encoding::gb18030, kUtf8Header},
      {"\x84\x31\x95\x33\xD6\xD0", Encoding::gb18030, "中"},
      {"\x95\x32\x82\x36,\x81\x30\x84\x36", Encoding::gb18030, "𠀀,¥"},
      {std::string("\xFF\xFE-N,\0\x40\xD8\0\xDC", 10), Encoding::utf16le,
       "中,𠀀"},
      {std::string("\xFE\xFFN-\0,\xD8\x40\xDC\0", 10), Encoding::utf16be,
       "中,𠀀"},
      {std::string("N-\xD8\x40N-\xDC\0N", 9), Encoding::utf16be,
       "中\xEF\xBF\xBD中\xEF\xBF\xBD\xEF\xBF\xBD"},
      {std::string("\xD6\xD0\0x", 4), Encoding::gb18030,
       std::string("中\0x", 5)},
      {"\xD6\xD0\xFF\xD6\xD0\xD6", Encoding::gb18030,
       "中\xEF\xBF\xBD中\xEF\xBF\xBD"},
  };
  for (const auto& [bytes, encoding, expected] : cases) {
    for (std::size_t piece = 1; piece <= 7; ++piece) {
      for (const std::size_t step : {1, 2, 1000}) {
        CAPTURE(bytes);
        CAPTURE(piece);
        const auto stream =
            decoded(std::make_unique<SmallPieces>(bytes, piece), encoding);
        CHECK(all_of(*stream, step) == expected);
      }
    }
  }
}

TEST_CASE("decoded: a long file of GB18030 loses nothing at the pieces' ends") {
  std::string bytes = "x";
  std::string expected = "x";
  while (bytes.size() < 700'000) {
    bytes += "\xD6\xD0\x95\x32\x82\x36,";
    expected += "中𠀀,";
  }
  const auto stream = decoded(open_memory(bytes), Encoding::gb18030);
  CHECK(all_of(*stream) == expected);
}

}  // namespace
}  // namespace gov_report
