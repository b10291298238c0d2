#include "source/yaml_cursor.h"

namespace gov_report {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

}  // namespace

YamlCursor::YamlCursor(std::string_view text) : text_(text) {
  if (text.starts_with(kByteOrderMark)) start_ = kByteOrderMark.size();
  byte_ = line_start_ = start_;
}

bool YamlCursor::ends_line(std::size_t byte) const {
  return text_[byte] == '\n' ||
         (text_[byte] == '\r' && text_.substr(byte + 1, 1) != "\n");
}

/// Every character of a file comes by here.
inline void YamlCursor::forward() {
  const std::size_t character = byte_++;
  while (byte_ < text_.size() && continues_character(text_[byte_])) ++byte_;
  ++number_;
  if (text_[character] > '\r' || text_[character] < '\n') return;
  if (!ends_line(character)) return;
  ++line_;
  line_start_ = byte_;
  line_number_ = number_;
}

/// To the start of the line, or of the line before if this is it.
void YamlCursor::back() {
  if (number_ > line_number_) {
    byte_ = line_start_;
    number_ = line_number_;
    return;
  }
  std::size_t characters = 0;
  do {
    --byte_;
    characters += continues_character(text_[byte_]) ? 0 : 1;
  } while (byte_ > start_ && !ends_line(byte_ - 1));
  number_ -= characters;
  --line_;
  line_start_ = byte_;
  line_number_ = number_;
}

YamlCursor::Spot YamlCursor::at_character(std::size_t number) {
  while (number_ > number) back();
  while (number_ < number && byte_ < text_.size()) forward();
  return {{line_, static_cast<std::uint32_t>(number_ - line_number_) + 1},
          byte_};
}

YamlCursor::Spot YamlCursor::at_byte(std::size_t byte) {
  while (byte_ > byte && byte_ > start_) back();
  while (byte_ < byte && byte_ < text_.size()) forward();
  return {{line_, static_cast<std::uint32_t>(number_ - line_number_) + 1},
          byte_};
}

std::string_view line_of(std::string_view text, std::uint64_t number) {
  std::size_t start = 0;
  for (; number > 1; --number) {
    start = text.find_first_of("\r\n", start);
    if (start == std::string_view::npos) return {};
    start += text.substr(start, 2) == "\r\n" ? 2 : 1;
  }
  const std::string_view rest = text.substr(start);
  return rest.substr(0, rest.find_first_of("\r\n"));
}

}  // namespace gov_report
