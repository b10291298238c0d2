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

/// Decodes the code point at `at` and moves `at` past it.
/// REQUIRES: at < text.size().
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);

std::size_t character_count(std::string_view text);
/// The first `count` characters.
std::string_view first_characters(std::string_view text, std::size_t count);

/// Terminal columns: 2 for wide and full-width forms, 0 for combining marks
/// and other marks without width, else 1 (Unicode East Asian Width).
std::size_t display_width(std::string_view text);

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

}  // namespace gov_report
