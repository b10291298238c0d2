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
#include "source/gb18030_shares.h"

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
  /// Line ends in valid text.
  virtual std::uint64_t lines_in(std::string_view text) const;

 private:
  std::uint64_t offset_ = 0;  // of the stream, valid so far
  std::uint64_t line_ = 1;
  std::optional<ScanFault> fault_;
};

class Utf8Scan : public EncodingScan {
 public:
  /// Characters of three bytes so far: hanzi and their marks, nearly always.
  /// Beyond a thousand they are not all counted.
  std::uint64_t hanzi() const { return hanzi_; }

 protected:
  std::size_t valid_prefix(std::string_view text) override;

 private:
  std::uint64_t hanzi_ = 0;
};

class Gb18030Scan : public EncodingScan {
 public:
  const Gb18030Shares& shares() const { return shares_; }
  bool mostly_common() const { return shares_.mostly_common(); }
  bool like_big5() const { return shares_.like_big5(); }

 protected:
  std::size_t valid_prefix(std::string_view text) override;

 private:
  std::size_t pass_pairs(std::string_view text, std::size_t at);
  bool is_quad(std::string_view bytes);

  std::optional<Gb18030Converter> converter_;  // opened when first needed
  Gb18030Shares shares_;
};

/// Finds a line of UTF-8 among lines of another encoding. Two characters of
/// three bytes in a line that has nothing else beyond ASCII are enough: three
/// pairs of GBK read so only by an accident that no real text has.
class Utf8Lines {
 public:
  /// The rest of the line at which the search starts is passed over.
  explicit Utf8Lines(std::uint64_t line) : line_(line) {}

  /// Pieces that follow one another, without overlap.
  void feed(std::string_view text, std::uint64_t offset, bool last);

  std::uint64_t line() const { return line_; }  ///< the one it is in
  /// The first such line, at its first character beyond ASCII.
  const std::optional<ScanFault>& found() const { return found_; }

 private:
  void take(unsigned char byte, std::uint64_t offset);
  void end_line();

  std::uint64_t line_;
  bool passed_over_ = true;  // the rest of this line is of no use
  unsigned char lead_ = 0;   // of the character
  int missing_ = 0;          // bytes that it still needs
  int hanzi_ = 0;            // in this line
  ScanFault first_;          // character beyond ASCII of this line
  std::optional<ScanFault> found_;
};

}  // namespace gov_report
