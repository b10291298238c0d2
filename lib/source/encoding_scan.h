// encoding_scan.h - is a stream of bytes valid UTF-8, valid GB18030?
//
//   in      overlapping pieces of the stream, so that no character is cut
//   out     failed(), and where the first byte stands that does not fit

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "source/gb18030.h"

namespace gov_report {

struct ScanFault {
  std::uint64_t offset = 0;
  std::uint64_t line = 1;  ///< counted in bytes 0x0A
  std::string bytes;       ///< from there on, up to four
};

class EncodingScan {
 public:
  /// No character is longer; so many bytes less one must be kept of a piece.
  static constexpr std::size_t kLongest = 4;

  virtual ~EncodingScan() = default;

  /// `text` stands at `offset` of the stream.
  /// REQUIRES: it holds the last kLongest - 1 bytes of the piece before.
  void feed(std::string_view text, std::uint64_t offset, bool last);

  bool failed() const { return fault_.has_value(); }
  /// REQUIRES: failed().
  const ScanFault& fault() const { return *fault_; }

 protected:
  /// How many bytes at the start of `text` are whole, valid characters.
  virtual std::size_t valid_prefix(std::string_view text) = 0;

 private:
  std::uint64_t offset_ = 0;  // of the stream, valid so far
  std::uint64_t line_ = 1;
  std::optional<ScanFault> fault_;
};

class Utf8Scan : public EncodingScan {
 protected:
  std::size_t valid_prefix(std::string_view text) override;
};

/// How many of the characters of two bytes are common hanzi or marks: rows 1 to
/// 9 and 16 to 55 of GB 2312.
struct Gb18030Shares {
  std::uint64_t pairs = 0;
  std::uint64_t common = 0;

  /// At least 60 %.
  bool mostly_common() const { return pairs > 0 && common * 10 >= pairs * 6; }
  Gb18030Shares& operator+=(const Gb18030Shares& other) {
    pairs += other.pairs;
    common += other.common;
    return *this;
  }
};

class Gb18030Scan : public EncodingScan {
 public:
  const Gb18030Shares& shares() const { return shares_; }
  bool mostly_common() const { return shares_.mostly_common(); }

 protected:
  std::size_t valid_prefix(std::string_view text) override;

 private:
  std::size_t character_size(std::string_view text);

  std::optional<Gb18030Converter> converter_;  // opened when first needed
  Gb18030Shares shares_;
};

}  // namespace gov_report
