// encoding_check.h - is a file, seen piece by piece in any order, all in the
// encoding that its start is in?

#pragma once

#include <optional>
#include <string_view>

#include "base/byte_stream.h"
#include "source/encoding.h"
#include "source/encoding_scan.h"

namespace gov_report {

/// What the first MiB is in; nullopt if that is neither UTF-8 nor GB18030, or
/// not what the file is `told` to be in.
std::optional<Encoding> guess_encoding(ByteStream& bytes,
                                       std::optional<Encoding> told);

class EncodingCheck {
 public:
  /// `told`: the user says so, and it need not look like it.
  EncodingCheck(Encoding encoding, bool told)
      : encoding_(encoding), told_(told) {}

  /// False if it cannot be. `piece` is of whole lines.
  bool feed(std::string_view piece);
  /// The same for a piece of GB18030 that has been converted.
  bool feed(std::string_view piece, const Gb18030Text& converted);
  /// Adds the pieces that another check of the file has seen.
  void absorb(const EncodingCheck& other);
  /// After all pieces: what source/encoding.h would decide. False too for a
  /// file told to be in GB18030 that is also UTF-8: that takes a closer look.
  bool holds() const;

 private:
  Encoding encoding_;
  bool told_;
  bool failed_ = false;
  bool is_utf8_ = true;
  Gb18030Shares shares_;
};

}  // namespace gov_report
