#include "source/utf16.h"

#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"

namespace gov_report {

namespace {

constexpr std::size_t kPiece = 256 << 10;
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

class Utf16Stream : public ByteStream {
 public:
  Utf16Stream(std::unique_ptr<ByteStream> bytes, ByteOrder order)
      : bytes_(std::move(bytes)), order_(order), in_(kPiece) {}

  std::size_t read(char* into, std::size_t size) override {
    if (size == 0) return 0;
    while (at_ == out_.size() && !ended_) convert_piece();
    const std::size_t given = out_.copy(into, size, at_);
    at_ += given;
    return given;
  }

 private:
  void convert_piece() {
    out_.clear();
    at_ = 0;
    const std::size_t got =
        bytes_->read(in_.data() + held_, in_.size() - held_);
    ended_ = got == 0;
    held_ += got;
    const std::string_view text(in_.data(), held_);
    std::size_t at = 0;
    while (text.size() - at >= 2) {
      const Character character = character_at(text, at, order_);
      // A pair may go on in the next piece.
      if (character.size == 0 && text.size() - at < 4 && !ended_) break;
      append_utf8(out_, character.code_point);
      at += character.size == 0 ? 2 : character.size;
    }
    held_ -= at;
    std::memmove(in_.data(), in_.data() + at, held_);
    if (ended_ && held_ > 0) append_utf8(out_, kReplacement);
  }

  std::unique_ptr<ByteStream> bytes_;
  ByteOrder order_;
  std::vector<char> in_;
  std::size_t held_ = 0;  // bytes of in_ that begin a character
  std::string out_;
  std::size_t at_ = 0;  // of out_, given out so far
  bool ended_ = false;
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
