#include "source/encoding.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <vector>

#include "source/encoding_scan.h"
#include "source/gb18030.h"

namespace gov_report {

namespace {

constexpr std::size_t kPiece = 256 << 10;
constexpr std::string_view kZipStart = "PK\x03\x04";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Reads until `size` bytes are there or the file ends.
std::size_t read_fully(ByteStream& bytes, char* into, std::size_t size) {
  std::size_t filled = 0;
  while (filled < size) {
    const std::size_t got = bytes.read(into + filled, size - filled);
    if (got == 0) break;
    filled += got;
  }
  return filled;
}

/// A byte order mark, or zero bytes at the rate at which UTF-16 has them.
bool looks_like_utf16(std::string_view start) {
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) {
    return true;
  }
  const auto zeros = std::count(start.begin(), start.end(), '\0');
  const auto count = static_cast<std::size_t>(zeros);
  // More than that is a file that has been emptied.
  return count * 50 > start.size() && count * 10 < start.size() * 9;
}

std::string hexadecimal(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (!out.empty()) out += ' ';
    out += "0x";
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

/// Converts as much as it is asked for and hands it out in pieces.
class Gb18030Stream : public ByteStream {
 public:
  explicit Gb18030Stream(std::unique_ptr<ByteStream> bytes)
      : bytes_(std::move(bytes)), in_(kPiece) {}

  std::size_t read(char* into, std::size_t size) override {
    if (size == 0) return 0;
    while (at_ == out_.size() && !ended_) convert_piece();
    const std::size_t given = out_.copy(into, size, at_);
    at_ += given;
    return given;
  }

 private:
  void convert_piece() {
    out_.clear();
    at_ = 0;
    const std::size_t got =
        bytes_->read(in_.data() + held_, in_.size() - held_);
    if (got == 0) {
      ended_ = true;
      if (held_ > 0) out_ += "\xEF\xBF\xBD";  // half a character at the end
      return;
    }
    held_ += got;
    const std::size_t taken = converter_.convert({in_.data(), held_}, out_);
    held_ -= taken;
    std::memmove(in_.data(), in_.data() + taken, held_);
  }

  std::unique_ptr<ByteStream> bytes_;
  Gb18030Converter converter_;
  std::vector<char> in_;
  std::size_t held_ = 0;  // bytes of in_ that begin a character
  std::string out_;
  std::size_t at_ = 0;  // of out_, given out so far
  bool ended_ = false;
};

/// Passes everything on but a byte order mark at the start.
class MarklessStream : public ByteStream {
 public:
  explicit MarklessStream(std::unique_ptr<ByteStream> bytes)
      : bytes_(std::move(bytes)) {}

  std::size_t read(char* into, std::size_t size) override {
    if (!started_) start();
    if (start_.empty()) return bytes_->read(into, size);
    const std::size_t given = start_.copy(into, size);
    start_.erase(0, given);
    return given;
  }

 private:
  void start() {
    started_ = true;
    char first[kByteOrderMark.size()];
    const std::size_t got = read_fully(*bytes_, first, sizeof first);
    if (std::string_view(first, got) != kByteOrderMark)
      start_.assign(first, got);
  }

  std::unique_ptr<ByteStream> bytes_;
  bool started_ = false;
  std::string start_;  // read, but not yet passed on
};

}  // namespace

std::optional<Encoding> detect_encoding(ByteStream& bytes,
                                        DecodingError& error) {
  constexpr std::size_t kOverlap = EncodingScan::kLongest - 1;
  std::vector<char> buffer(kOverlap + kPiece);
  Utf8Scan utf8;
  Gb18030Scan gb18030;
  std::uint64_t offset = 0;  // of the buffer's first byte in the file
  std::size_t kept = 0;
  for (bool last = false; !last;) {
    const std::size_t size =
        kept + read_fully(bytes, buffer.data() + kept, kPiece);
    const std::string_view text(buffer.data(), size);
    last = size < kept + kPiece;
    if (offset == 0 && kept == 0 && text.starts_with(kZipStart)) {
      error = {0, 1, hexadecimal(text.substr(0, 4)), false, true};
      return std::nullopt;
    }
    if (offset == 0 && kept == 0 && looks_like_utf16(text)) {
      error = {0, 1, hexadecimal(text.substr(0, 2)), true, false};
      return std::nullopt;
    }
    utf8.feed(text, offset, last);
    gb18030.feed(text, offset, last);
    if (utf8.failed() && gb18030.failed()) break;
    kept = std::min(size, kOverlap);
    offset += size - kept;
    std::memmove(buffer.data(), buffer.data() + size - kept, kept);
  }
  if (!utf8.failed()) return Encoding::utf8;
  if (!gb18030.failed() && gb18030.mostly_common()) return Encoding::gb18030;
  // The scan that got further was the one on the right track.
  const bool further =
      gb18030.failed() && gb18030.fault().offset > utf8.fault().offset;
  const ScanFault& fault = further ? gb18030.fault() : utf8.fault();
  error = {fault.offset, fault.line, hexadecimal(fault.bytes), false, false};
  return std::nullopt;
}

std::unique_ptr<ByteStream> decoded(std::unique_ptr<ByteStream> bytes,
                                    Encoding encoding) {
  if (encoding == Encoding::gb18030) {
    bytes = std::make_unique<Gb18030Stream>(std::move(bytes));
  }
  return std::make_unique<MarklessStream>(std::move(bytes));
}

}  // namespace gov_report
