// converting_stream.h - a stream of bytes in another encoding, piece by piece.
//
//   absent  half a character at the end becomes U+FFFD

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/byte_stream.h"

namespace gov_report {

class ConvertingStream : public ByteStream {
 public:
  explicit ConvertingStream(std::unique_ptr<ByteStream> bytes);

  std::size_t read(char* into, std::size_t size) override;

 private:
  /// Appends the UTF-8 of `bytes` to `out` and returns how many it took: all
  /// but those that begin a character which goes on in the next piece. `last`:
  /// there is none.
  virtual std::size_t convert(std::string_view bytes, bool last,
                              std::string& out) = 0;
  void convert_piece();

  std::unique_ptr<ByteStream> bytes_;
  std::vector<char> in_;
  std::size_t held_ = 0;  // bytes of in_ that begin a character
  std::string out_;
  std::size_t at_ = 0;  // of out_, given out so far
  bool ended_ = false;
};

}  // namespace gov_report
