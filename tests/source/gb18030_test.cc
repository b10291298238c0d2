#include "source/gb18030.h"

#include <doctest/doctest.h>
#include <iconv.h>

#include <cerrno>
#include <random>
#include <string>
#include <vector>

#include "source/encoding_scan.h"

namespace gov_report {
namespace {

/// What the system's converter makes of it, a byte that begins no character
/// being U+FFFD.
std::string by_system(const std::string& bytes) {
  const iconv_t handle = iconv_open("UTF-8", "GB18030");
  std::string from = bytes;
  std::string out(3 * bytes.size() + 8, '\0');
  char* in = from.data();
  std::size_t in_left = from.size();
  char* to = out.data();
  std::size_t to_left = out.size();
  while (in_left > 0) {
    if (iconv(handle, &in, &in_left, &to, &to_left) !=
        static_cast<std::size_t>(-1)) {
      break;
    }
    if (errno != EILSEQ) break;
    for (const char c : {'\xEF', '\xBF', '\xBD'}) {
      *to++ = c;
      --to_left;
    }
    ++in;
    --in_left;
  }
  iconv_close(handle);
  out.resize(out.size() - to_left);
  return out;
}

std::string converted(const std::string& bytes) {
  std::string out;
  Gb18030Converter().convert(bytes, out);
  return out;
}

std::string two_bytes(unsigned lead, unsigned trail) {
  return {static_cast<char>(lead), static_cast<char>(trail)};
}

TEST_CASE("gb18030: all pairs of bytes are what the system makes of them") {
  std::string all;
  for (unsigned lead = 0; lead < 256; ++lead) {
    for (unsigned trail = 0; trail < 256; ++trail) {
      all += two_bytes(lead, trail) + ",\n";
    }
  }
  CHECK(converted(all) == by_system(all));
  for (unsigned lead = 0x80; lead < 256; ++lead) {
    std::string row;  // without anything between them
    for (unsigned trail = 0x40; trail < 256; ++trail) {
      row += two_bytes(lead, trail);
    }
    CAPTURE(lead);
    CHECK(converted(row) == by_system(row));
  }
}

TEST_CASE("gb18030: characters of four bytes, among others, broken ones too") {
  std::mt19937 random(1);
  const auto byte = [&](unsigned first, unsigned last) {
    return static_cast<char>(
        std::uniform_int_distribution<unsigned>(first, last)(random));
  };
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 20; ++i) {
      switch (byte(0, 4)) {
        case 0:
          text += std::string(static_cast<std::size_t>(byte(1, 20)), 'x');
          break;
        case 1:
          text += {byte(0x81, 0xFE), byte(0x30, 0x39), byte(0x81, 0xFE),
                   byte(0x30, 0x39)};
          break;
        case 2:
          text += {byte(0x81, 0x84), byte(0x30, 0x39), byte(0x81, 0xFE),
                   byte(0x30, 0x39)};
          break;
        case 3:
          text += {byte(0xB0, 0xF7), byte(0xA1, 0xFE)};
          break;
        default:
          text += byte(0, 0xFF);
      }
    }
    text += '\n';
    REQUIRE(converted(text) == by_system(text));
  }
}

TEST_CASE("gb18030: what is cut off at the end is left") {
  std::string out;
  Gb18030Converter converter;
  CHECK(converter.convert("ab\xB1\xE0\xB1", out) == 4);
  CHECK(converter.convert("\x81\x39\xEE", out) == 0);
  CHECK(converter.convert("\x81\x39\xEE\x39", out) == 4);
  CHECK(out == "ab编㐀");
}

TEST_CASE("gb18030: places follow the text, shares are those of the scan") {
  std::string text;
  std::vector<std::uint32_t> places;
  std::string expected;
  std::vector<std::uint32_t> expected_places;
  for (unsigned i = 0; i < 90'000; ++i) {
    if (i % 7 == 0) {
      text += "id-12";
      expected += "id-12";
    }
    text += i % 5000 == 0 ? "\x81\x39\xEE\x39" : "\xB1\xE0";
    expected += i % 5000 == 0 ? "㐀" : "编";
    if (i % 3 != 0 || (i > 10'000 && i < 85'000)) continue;
    places.push_back(static_cast<std::uint32_t>(text.size()));
    expected_places.push_back(static_cast<std::uint32_t>(expected.size()));
    text += ',';
    expected += ',';
  }
  std::vector<char> out;
  const Gb18030Text found = Gb18030Converter().convert(text, places, out);
  CHECK(std::string(out.data(), found.size) == expected);
  CHECK(places == expected_places);
  CHECK(found.valid);
  Gb18030Scan scan;
  scan.feed(text, 0, true);
  CHECK(found.shares.pairs == scan.shares().pairs);
  CHECK(found.shares.common == scan.shares().common);
  CHECK(found.shares.big5 == scan.shares().big5);
  CHECK(found.shares.strange == scan.shares().strange);
  CHECK(scan.shares().pairs == 90'000 - 18);
}

}  // namespace
}  // namespace gov_report
