#include "base/invisible.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace gov_report {
namespace {

using Range = std::pair<char32_t, char32_t>;

constexpr std::array<Range, 8> kInvisible = {{{0x7F, 0x9F},
                                              {0xAD, 0xAD},
                                              {0x180E, 0x180E},
                                              {0x200B, 0x200F},
                                              {0x202A, 0x202E},
                                              {0x2060, 0x2064},
                                              {0x2066, 0x2069},
                                              {0xFEFF, 0xFEFF}}};
constexpr std::array<Range, 5> kJoiners = {{{0xAD, 0xAD},
                                            {0x180E, 0x180E},
                                            {0x200B, 0x200D},
                                            {0x2060, 0x2064},
                                            {0xFEFF, 0xFEFF}}};
constexpr std::array<Range, 6> kOddBlanks = {{{0xA0, 0xA0},
                                              {0x1680, 0x1680},
                                              {0x2000, 0x200A},
                                              {0x2028, 0x2029},
                                              {0x202F, 0x202F},
                                              {0x205F, 0x205F}}};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t c) {
  for (const auto& [first, last] : ranges) {
    if (c >= first && c <= last) return true;
  }
  return false;
}

template <typename IsLeftOut>
std::string without(std::string_view text, const IsLeftOut& is_left_out) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_left_out(c)) append_utf8(out, c);
  }
  return out;
}

bool is_unseen(char32_t c) {
  return is_invisible(c) || is_in(kOddBlanks, c);
}

}  // namespace

bool is_invisible(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  return c >= 0x7F && is_in(kInvisible, c);
}

std::optional<UnseenCharacter> first_unseen(std::string_view text) {
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    ++number;
    if (is_unseen(c)) return UnseenCharacter{c, number};
  }
  return std::nullopt;
}

std::string without_invisible(std::string_view text) {
  return without(text, is_invisible);
}

std::string without_joiners(std::string_view text) {
  return without(text, [](char32_t c) { return is_in(kJoiners, c); });
}

std::string code_point_name(char32_t c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  for (; c > 0 || digits.size() < 4; c >>= 4) {
    digits.insert(digits.begin(), kDigits[c & 15]);
  }
  return "U+" + digits;
}

std::string with_names(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_unseen(c)) {
      out += "<" + code_point_name(c) + ">";
    } else {
      append_utf8(out, c);
    }
  }
  return out;
}

std::string as_quoted(std::string_view text) {
  constexpr std::size_t kCharacters = 40;
  std::string cut(first_characters(text, kCharacters));
  if (cut.size() < text.size()) cut += "\u2026";
  return printable(with_names(cut));
}

}  // namespace gov_report
