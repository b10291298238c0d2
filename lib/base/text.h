// text.h - UTF-8 text: characters, display width, folding, nearness.
//
//   in      valid UTF-8 (source/ has replaced what was not)
//   units   "characters" are code points; widths are terminal columns

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace gov_report {

/// Byte offset of the first byte that is not part of valid UTF-8 (RFC 3629);
/// nullopt if all of it is.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// True if a Chinese character of U+4000 to U+9FFF stands at `at`: nearly all
/// of what is not ASCII. It has three bytes and is always folded to itself.
inline bool is_hanzi_at(std::string_view text, std::size_t at) {
  if (text.size() - at < 3) return false;
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned char>(text[at + i]);
  };
  return byte(0) >= 0xE4 && byte(0) <= 0xE9 && (byte(1) & 0xC0) == 0x80 &&
         (byte(2) & 0xC0) == 0x80;
}

/// True for small letters, digits and marks of ASCII, which are folded to
/// themselves.
inline bool is_folded_ascii(char c) {
  return c > 0x20 && c < 0x7F && (c < 'A' || c > 'Z');
}

/// What next_code_point() does for all other characters.
char32_t next_rare_code_point(std::string_view text, std::size_t& at);

/// Decodes the code point at `at` and moves `at` past it.
/// REQUIRES: at < text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  if (byte(at) < 0x80) return byte(at++);
  if (!is_hanzi_at(text, at)) return next_rare_code_point(text, at);
  at += 3;
  return (byte(at - 3) & 0x0F) << 12 | (byte(at - 2) & 0x3F) << 6 |
         (byte(at - 1) & 0x3F);
}

void append_utf8(std::string& out, char32_t code_point);

std::size_t character_count(std::string_view text);
/// The first `count` characters.
std::string_view first_characters(std::string_view text, std::size_t count);

/// Terminal columns: 2 for wide and full-width forms, 0 for combining marks
/// and other marks without width, else 1 (Unicode East Asian Width).
std::size_t display_width(std::string_view text);

/// Where `words` stand in the text, from byte `from` on; npos: nowhere. Faster
/// than find(), which stops at the first byte of each Chinese character.
std::size_t find_words(std::string_view text, std::string_view words,
                       std::size_t from = 0);
inline bool contains(std::string_view text, std::string_view words) {
  return find_words(text, words) != std::string_view::npos;
}

/// The number that digits of ASCII say; 0 if they say none that fits.
int whole_number(std::string_view digits);

/// What labels and class values are compared by: full-width forms to
/// half-width, blanks, line breaks and zero-width marks removed, letters
/// lowered, curly quotes and 〔〕【】[] brackets made one.
///   fold("（三）不予公开　1．属于国家秘密") == "(三)不予公开1.属于国家秘密"
std::string fold(std::string_view text);

/// Full-width digits, letters and marks to half-width; blanks around removed
/// (also U+00A0 and U+3000). For numbers and dates.
std::string half_width(std::string_view text);

std::string_view trimmed(std::string_view text);  ///< ASCII and CJK blanks

/// True if a glance at its ends shows that trimmed() takes nothing away, as
/// with most values of a ledger.
inline bool is_trim(std::string_view text) {
  const auto is_ascii_ink = [](char c) { return c > ' ' && c <= '~'; };
  const auto is_hanzi_lead = [](char c) {  // U+4000 to U+9FFF
    return static_cast<unsigned char>(c) >= 0xE4 &&
           static_cast<unsigned char>(c) <= 0xE9;
  };
  if (text.empty()) return true;
  if (!is_ascii_ink(text.front()) && !is_hanzi_lead(text.front())) return false;
  return is_ascii_ink(text.back()) ||
         (text.size() >= 3 && is_hanzi_lead(text[text.size() - 3]));
}

/// The candidate nearest to `text` by edit distance, if it is near enough to
/// be worth offering (at most a third of its characters differ).
std::optional<std::string> nearest(std::string_view text,
                                   std::span<const std::string> candidates);

/// Percent of the characters that two texts have in common, by edit distance:
/// 100 for equal ones.
int likeness(std::string_view a, std::string_view b);
int likeness(std::u32string_view a, std::u32string_view b);

/// Text safe to show on a terminal: control characters become U+FFFD.
std::string printable(std::string_view text);

/// The same of several lines, joined by blanks, without blanks at its ends.
std::string one_line(std::string_view text);

}  // namespace gov_report
