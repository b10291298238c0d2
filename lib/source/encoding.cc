#include "source/encoding.h"

#include <algorithm>
#include <array>
#include <utility>

#include "source/converting_stream.h"
#include "source/gb18030.h"
#include "source/utf16.h"

namespace gov_report {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::array<std::pair<Encoding, std::string_view>, 4> kNames = {
    {{Encoding::utf8, "utf-8"},
     {Encoding::gb18030, "gb18030"},
     {Encoding::utf16le, "utf-16le"},
     {Encoding::utf16be, "utf-16be"}}};

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

class Gb18030Stream : public ConvertingStream {
 public:
  using ConvertingStream::ConvertingStream;

 private:
  std::size_t convert(std::string_view bytes, bool /*last*/,
                      std::string& out) override {
    return converter_.convert(bytes, out);
  }

  Gb18030Converter converter_;
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

std::vector<std::string> encoding_names() {
  std::vector<std::string> names;
  for (const auto& [encoding, name] : kNames) names.emplace_back(name);
  return names;
}

std::string encoding_name(Encoding encoding) {
  const auto found = std::ranges::find(
      kNames, encoding, &std::pair<Encoding, std::string_view>::first);
  return std::string(found->second);
}

std::optional<Encoding> encoding_of_name(std::string_view name) {
  const auto found = std::ranges::find(
      kNames, name, &std::pair<Encoding, std::string_view>::second);
  if (found == kNames.end()) return std::nullopt;
  return found->first;
}

std::unique_ptr<ByteStream> decoded(std::unique_ptr<ByteStream> bytes,
                                    Encoding encoding) {
  if (encoding == Encoding::gb18030) {
    bytes = std::make_unique<Gb18030Stream>(std::move(bytes));
  } else if (encoding == Encoding::utf16le) {
    bytes = utf16_as_utf8(std::move(bytes), ByteOrder::little);
  } else if (encoding == Encoding::utf16be) {
    bytes = utf16_as_utf8(std::move(bytes), ByteOrder::big);
  }
  return std::make_unique<MarklessStream>(std::move(bytes));
}

}  // namespace gov_report
