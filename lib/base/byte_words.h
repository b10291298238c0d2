// byte_words.h - texts eight bytes at a time.

#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace gov_report {

inline constexpr std::uint64_t kEachByte = 0x0101010101010101ULL;
inline constexpr std::uint64_t kHighBits = 0x80 * kEachByte;

/// The high bit of each byte that lies between two ASCII characters, or is one
/// of them.
constexpr std::uint64_t bytes_between(std::uint64_t word, char first,
                                      char last) {
  const std::uint64_t low = word & ~kHighBits;
  const std::uint64_t not_below =
      low + (0x80U - static_cast<unsigned>(first)) * kEachByte;
  const std::uint64_t above =
      low + (0x7FU - static_cast<unsigned>(last)) * kEachByte;
  return not_below & ~above & ~word & kHighBits;
}

/// REQUIRES: eight bytes are there.
inline std::uint64_t word_at(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// Calls `each` with all bytes of the text: the last eight are one word,
/// whatever was seen of them before; a text of fewer is filled up with '0'.
template <typename Each>
void visit_words(std::string_view text, const Each& each) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  if (text.size() < kWord) {
    char filled[] = "00000000";
    text.copy(filled, kWord);
    each(word_at(filled));
    return;
  }
  for (std::size_t at = 0; at + kWord < text.size(); at += kWord) {
    each(word_at(text.data() + at));
  }
  each(word_at(text.data() + text.size() - kWord));
}

}  // namespace gov_report
