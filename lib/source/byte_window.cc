#include "source/byte_window.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace gov_report {

namespace {

constexpr std::size_t kFirstSize = 256 << 10;

}  // namespace

ByteWindow::ByteWindow(std::unique_ptr<ByteStream> bytes, std::size_t limit)
    : bytes_(std::move(bytes)),
      limit_(limit),
      buffer_(std::min(kFirstSize, limit)) {}

bool ByteWindow::grow() {
  if (ended_) return false;
  const std::size_t before = end_ - at_;
  if (at_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + at_, before);
    at_ = 0;
    end_ = before;
  } else if (end_ == buffer_.size()) {
    buffer_.resize(std::min(2 * buffer_.size(), limit_));
  }
  while (end_ < buffer_.size() && !ended_) {
    const std::size_t got =
        bytes_->read(buffer_.data() + end_, buffer_.size() - end_);
    ended_ = got == 0;
    end_ += got;
  }
  const std::size_t more = end_ - before;
  if (more > 0 && std::memchr(buffer_.data() + before, 0, more) != nullptr) {
    seen_nul_ = true;
  }
  return more > 0;
}

}  // namespace gov_report
