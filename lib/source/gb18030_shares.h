// gb18030_shares.h - what the characters of two bytes in a text are.
//
// GB18030 is told from Big5, and from bytes that are no Chinese at all, by how
// common its pairs are.

#pragma once

#include <array>
#include <cstdint>

namespace gov_report {

struct Gb18030Shares {
  std::uint64_t pairs = 0;
  std::uint64_t common = 0;   ///< hanzi or marks: rows 1-9, 16-55 of GB 2312
  std::uint64_t big5 = 0;     ///< marks or frequent hanzi of Big5
  std::uint64_t strange = 0;  ///< of other scripts, or hanzi beyond GB 2312

  /// At least 60 % are common, and they are no Big5.
  bool mostly_common() const {
    return pairs > 0 && common * 10 >= pairs * 6 && !like_big5();
  }
  /// At least 90 % of the pairs are marks or frequent hanzi of Big5, the
  /// encoding of Taiwan and Hong Kong, and 20 % are what no Chinese text has as
  /// GB 2312.
  bool like_big5() const {
    return pairs > 0 && big5 * 10 >= pairs * 9 && strange * 5 >= pairs;
  }
  Gb18030Shares& operator+=(const Gb18030Shares& other) {
    pairs += other.pairs;
    common += other.common;
    big5 += other.big5;
    strange += other.strange;
    return *this;
  }
};

/// The shares of a few pairs in one word, so that a pair costs one addition.
class PackedShares {
 public:
  static constexpr std::uint64_t kMost = 0xFFFF;  ///< pairs in one word

  constexpr PackedShares() = default;
  constexpr PackedShares(bool pair, bool common, bool big5, bool familiar)
      : word_(std::uint64_t{pair} | std::uint64_t{common} << 16U |
              std::uint64_t{big5} << 32U | std::uint64_t{familiar} << 48U) {}

  constexpr bool any() const { return word_ != 0; }
  constexpr std::uint64_t pairs() const { return word_ & kMost; }
  constexpr PackedShares& operator+=(PackedShares other) {
    word_ += other.word_;
    return *this;
  }
  friend constexpr PackedShares operator&(PackedShares a, PackedShares b) {
    a.word_ &= b.word_;
    return a;
  }
  friend constexpr bool operator==(PackedShares, PackedShares) = default;
  constexpr Gb18030Shares shares() const {
    return {pairs(), word_ >> 16U & kMost, word_ >> 32U & kMost,
            pairs() - (word_ >> 48U)};
  }

 private:
  std::uint64_t word_ = 0;
};

namespace pair_bytes {

constexpr bool within(unsigned byte, unsigned first, unsigned last) {
  return byte >= first && byte <= last;
}

/// Marks and hanzi of GB 2312 and of Big5; neither kana, Greek nor Cyrillic.
inline constexpr auto kLeads = [] {
  std::array<PackedShares, 256> all{};
  for (unsigned byte = 0x81; byte <= 0xFE; ++byte) {
    all[byte] = {true, within(byte, 0xA1, 0xA9) || within(byte, 0xB0, 0xD7),
                 within(byte, 0xA1, 0xC6), !within(byte, 0xA4, 0xA7)};
  }
  return all;
}();

/// Those of GB 2312 begin with 0xA1; Big5 has some up to 0x7E too.
inline constexpr auto kTrails = [] {
  std::array<PackedShares, 256> all{};
  for (unsigned byte = 0x40; byte <= 0xFE; ++byte) {
    if (byte == 0x7F) continue;
    all[byte] = {true, byte >= 0xA1, byte <= 0x7E || byte >= 0xA1, byte > 0x7E};
  }
  return all;
}();

}  // namespace pair_bytes

/// What two bytes add; nothing at all if they are not one character.
inline PackedShares shares_of_pair(const char* bytes) {
  return pair_bytes::kLeads[static_cast<unsigned char>(bytes[0])] &
         pair_bytes::kTrails[static_cast<unsigned char>(bytes[1])];
}

}  // namespace gov_report
