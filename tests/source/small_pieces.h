// small_pieces.h - a ByteStream that gives a few bytes at a time.

#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "base/byte_stream.h"

namespace gov_report {

class SmallPieces : public ByteStream {
 public:
  SmallPieces(std::string bytes, std::size_t piece)
      : bytes_(std::move(bytes)), piece_(piece) {}

  std::size_t read(char* into, std::size_t size) override {
    const std::size_t given = bytes_.copy(into, std::min(size, piece_), at_);
    at_ += given;
    return given;
  }

 private:
  std::string bytes_;
  std::size_t piece_;
  std::size_t at_ = 0;
};

}  // namespace gov_report
