#include "source/utf16.h"

#include <string>
#include <utility>

#include "base/text.h"
#include "source/converting_stream.h"

namespace gov_report {

namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kMarkInWrongOrder = 0xFFFE;

char32_t unit_at(std::string_view text, std::size_t at, ByteOrder order) {
  const auto first = static_cast<unsigned char>(text[at]);
  const auto second = static_cast<unsigned char>(text[at + 1]);
  return order == ByteOrder::little
             ? static_cast<char32_t>(second << 8 | first)
             : static_cast<char32_t>(first << 8 | second);
}

bool is_high(char32_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low(char32_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

struct Character {
  char32_t code_point = kReplacement;
  std::size_t size = 0;  // bytes; 0: none that is whole and valid
};

/// REQUIRES: two bytes at `at`.
Character character_at(std::string_view text, std::size_t at, ByteOrder order) {
  const char32_t unit = unit_at(text, at, order);
  if (unit == kMarkInWrongOrder || is_low(unit)) return {};
  if (!is_high(unit)) return {unit, 2};
  if (text.size() - at < 4) return {};
  const char32_t second = unit_at(text, at + 2, order);
  if (!is_low(second)) return {};
  return {0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00), 4};
}

class Utf16Stream : public ConvertingStream {
 public:
  Utf16Stream(std::unique_ptr<ByteStream> bytes, ByteOrder order)
      : ConvertingStream(std::move(bytes)), order_(order) {}

 private:
  std::size_t convert(std::string_view bytes, bool last,
                      std::string& out) override {
    std::size_t at = 0;
    while (bytes.size() - at >= 2) {
      const Character character = character_at(bytes, at, order_);
      // A pair may go on in the next piece.
      if (character.size == 0 && bytes.size() - at < 4 && !last) break;
      append_utf8(out, character.code_point);
      at += character.size == 0 ? 2 : character.size;
    }
    return at;
  }

  ByteOrder order_;
};

}  // namespace

std::size_t Utf16Scan::valid_prefix(std::string_view text) {
  std::size_t at = 0;
  while (text.size() - at >= 2) {
    const std::size_t size = character_at(text, at, order_).size;
    if (size == 0) break;
    at += size;
  }
  return at;
}

std::uint64_t Utf16Scan::lines_in(std::string_view text) const {
  std::uint64_t lines = 0;
  for (std::size_t at = 0; text.size() - at >= 2; at += 2) {
    if (unit_at(text, at, order_) == '\n') ++lines;
  }
  return lines;
}

std::unique_ptr<ByteStream> utf16_as_utf8(std::unique_ptr<ByteStream> bytes,
                                          ByteOrder order) {
  return std::make_unique<Utf16Stream>(std::move(bytes), order);
}

}  // namespace gov_report
