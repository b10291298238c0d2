#include "source/converting_stream.h"

#include <cstring>

namespace gov_report {
namespace {

constexpr std::size_t kPiece = 256 << 10;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

}  // namespace

ConvertingStream::ConvertingStream(std::unique_ptr<ByteStream> bytes)
    : bytes_(std::move(bytes)), in_(kPiece) {}

std::size_t ConvertingStream::read(char* into, std::size_t size) {
  if (size == 0) return 0;
  while (at_ == out_.size() && !ended_) convert_piece();
  const std::size_t given = out_.copy(into, size, at_);
  at_ += given;
  return given;
}

void ConvertingStream::convert_piece() {
  out_.clear();
  at_ = 0;
  const std::size_t got = bytes_->read(in_.data() + held_, in_.size() - held_);
  ended_ = got == 0;
  held_ += got;
  const std::size_t taken = convert({in_.data(), held_}, ended_, out_);
  held_ -= taken;
  std::memmove(in_.data(), in_.data() + taken, held_);
  if (ended_ && held_ > 0) out_ += kReplacement;
}

}  // namespace gov_report
