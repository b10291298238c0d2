#include "base/text.h"

#include <cassert>
#include <charconv>
#include <cstdint>
#include <cstring>  // memmem: GNU

#include "base/invisible.h"

namespace gov_report {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// Bytes of the sequence that starts with `first`; 0 when none does.
std::size_t sequence_size(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return 2;
  if (first < 0xF0) return 3;
  return first < 0xF5 ? 4 : 0;
}

struct Decoded {
  char32_t code_point = kReplacement;
  std::size_t size = 0;  // 0: not valid here
};

Decoded decode(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  const std::size_t size = sequence_size(first);
  if (size == 1) return {first, 1};
  if (size == 3 && text.size() - at >= 3) {  // nearly all that are no letters
    const unsigned char second = byte_at(text, at + 1);
    const unsigned char third = byte_at(text, at + 2);
    const char32_t c =
        (first & 0x0FU) << 12 | (second & 0x3FU) << 6 | (third & 0x3FU);
    const bool valid = (second & 0xC0) == 0x80 && (third & 0xC0) == 0x80 &&
                       c >= 0x800 && (c < 0xD800 || c > 0xDFFF);
    return valid ? Decoded{c, 3} : Decoded{};
  }
  if (size == 0 || size > text.size() - at) return {};
  char32_t code_point = first & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned char next = byte_at(text, at + i);
    if ((next & 0xC0) != 0x80) return {};
    code_point = code_point << 6 | (next & 0x3F);
  }
  const bool overlong =
      (size == 3 && code_point < 0x800) || (size == 4 && code_point < 0x10000);
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (overlong || surrogate || code_point > 0x10FFFF) return {};
  return {code_point, size};
}

bool eight_are_ascii(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return (word & 0x8080808080808080ULL) == 0;
}

// Blanks and what is invisible; a zero byte has rules of its own.
bool is_blank(char32_t c) {
  if (c <= 0x20) return c != 0;
  if (c < 0x85 || (c > 0x3000 && c < 0xFEFF)) return false;
  return c == 0x85 || c == 0xA0 || c == 0x1680 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || is_invisible(c);
}

// False for the first bytes that no blank starts with: nearly all others.
bool may_begin_blank(unsigned char first) {
  return first <= 0x20 || first == 0xC2 || (first >= 0xE1 && first <= 0xE3) ||
         first == 0xEF;
}

// U+FF01 to U+FF5E are the printable ASCII characters in full width.
char32_t narrow(char32_t c) {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

// The number that a list mark such as U+2460 or U+2488 stands for, else 0.
int list_number(char32_t c) {
  if (c >= 0x2460 && c <= 0x2473) return static_cast<int>(c - 0x2460) + 1;
  if (c >= 0x2488 && c <= 0x249B) return static_cast<int>(c - 0x2488) + 1;
  return 0;
}

char32_t fold_mark(char32_t c) {
  switch (c) {
    case 0x3014:  // tortoise shell brackets
    case 0x3010:  // lenticular brackets
      return '[';
    case 0x3015:
    case 0x3011:
      return ']';
    case 0x201C:
    case 0x201D:
      return '"';
    case 0x2018:
    case 0x2019:
      return '\'';
    default:
      return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

// How many bytes from there on are folded to themselves, as far as a glance
// shows: Chinese characters, digits, small letters and marks of ASCII.
std::size_t plain_size(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size()) {
    if (is_folded_ascii(text[at])) {
      ++at;
    } else if (is_hanzi_at(text, at)) {
      at += 3;
    } else {
      break;
    }
  }
  return at - begin;
}

/// The text with each character that is not plain as `write` has it; that one
/// is told the character, where the next one begins, and what to add to.
template <typename Write>
std::string rewritten(std::string_view text, const Write& write) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t size = plain_size(text, at); size > 0) {
      out.append(text, at, size);
      at += size;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    write(c, at, out);
  }
  return out;
}

bool digit_follows(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char32_t c = narrow(next_code_point(text, at));
    if (!is_blank(c)) return is_digit(c);
  }
  return false;
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 ||
         // marks that reverse the order of what follows on the screen
         c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.size() - at >= 8 && eight_are_ascii(text.data() + at)) {
      at += 8;
      continue;
    }
    const std::size_t size = decode(text, at).size;
    if (size == 0) return at;
    at += size;
  }
  return std::nullopt;
}

char32_t next_rare_code_point(std::string_view text, std::size_t& at) {
  assert(at < text.size());
  const Decoded decoded = decode(text, at);
  at += decoded.size == 0 ? 1 : decoded.size;
  return decoded.code_point;
}

void append_utf8(std::string& out, char32_t c) {
  const auto tail = [c](int shift) {
    return static_cast<char>(0x80 | (c >> shift & 0x3F));
  };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    const char bytes[] = {static_cast<char>(0xC0 | c >> 6), tail(0)};
    out.append(bytes, sizeof bytes);
  } else if (c < 0x10000) {
    const char bytes[] = {static_cast<char>(0xE0 | c >> 12), tail(6), tail(0)};
    out.append(bytes, sizeof bytes);
  } else {
    const char bytes[] = {static_cast<char>(0xF0 | c >> 18), tail(12), tail(6),
                          tail(0)};
    out.append(bytes, sizeof bytes);
  }
}

std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0 && at < text.size(); --count) next_code_point(text, at);
  return text.substr(0, at);
}

std::size_t find_words(std::string_view text, std::string_view words,
                       std::size_t from) {
  // memmem() must not be shown an empty view, which may have no bytes at all.
  if (from >= text.size() || words.empty()) return text.find(words, from);
  const void* const found = ::memmem(text.data() + from, text.size() - from,
                                     words.data(), words.size());
  if (found == nullptr) return std::string_view::npos;
  return static_cast<std::size_t>(static_cast<const char*>(found) -
                                  text.data());
}

int whole_number(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string fold(std::string_view text) {
  return rewritten(
      text, [text](char32_t raw, std::size_t next, std::string& out) {
        const char32_t c = narrow(raw);
        if (is_blank(c)) return;
        // The enumeration comma ends an item number: "1\u3001" is "1.". Between
        // two numbers it separates them and stays.
        if (c == 0x3001 && !out.empty() &&
            is_digit(static_cast<unsigned char>(out.back())) &&
            !digit_follows(text, next)) {
          out += '.';
        } else if (const int number = list_number(c); number != 0) {
          out += std::to_string(number) + '.';
        } else {
          append_utf8(out, fold_mark(c));
        }
      });
}

std::string half_width(std::string_view text) {
  text = trimmed(text);
  return rewritten(text, [](char32_t c, std::size_t, std::string& out) {
    append_utf8(out, c == 0x3000 || c == 0xA0 ? U' ' : narrow(c));
  });
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!may_begin_blank(byte_at(text, begin))) break;
    if (!is_blank(next_code_point(text, next))) break;
    begin = next;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && (byte_at(text, last) & 0xC0) == 0x80) --last;
    if (!may_begin_blank(byte_at(text, last))) break;
    if (!is_blank(decode(text, last).code_point)) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

std::string printable(std::string_view text) {
  return rewritten(text, [](char32_t c, std::size_t, std::string& out) {
    append_utf8(out, is_control(c) ? kReplacement : c);
  });
}

std::string one_line(std::string_view text) {
  std::string line(trimmed(text));
  for (char& c : line) c = c == '\n' || c == '\t' ? ' ' : c;
  return printable(line);
}

}  // namespace gov_report
