// byte_window.h - a stream of bytes seen through a window that moves on.
//
//   in      a ByteStream
//   out     the bytes from the current place on, in one piece, growing on
//           demand up to `limit`; the memory never exceeds that
//   errors  std::system_error when the stream cannot be read

#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "base/byte_stream.h"

namespace gov_report {

class ByteWindow {
 public:
  ByteWindow(std::unique_ptr<ByteStream> bytes, std::size_t limit);

  /// What has been read from the current place on.
  std::string_view rest() const { return {buffer_.data() + at_, end_ - at_}; }

  /// Reads on behind rest(), which moves. False if it got no longer: at the
  /// end, or when it has reached the limit.
  bool grow();

  /// REQUIRES: count <= rest().size().
  void advance(std::size_t count) { at_ += count; }

  /// Everything up to the end of the stream is in rest().
  bool ended() const { return ended_; }
  /// A byte 0 has been read at some time.
  bool seen_nul() const { return seen_nul_; }

 private:
  std::unique_ptr<ByteStream> bytes_;
  std::size_t limit_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  bool ended_ = false;
  bool seen_nul_ = false;
};

}  // namespace gov_report
