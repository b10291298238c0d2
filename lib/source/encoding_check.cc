#include "source/encoding_check.h"

#include <vector>

#include "base/utf8_check.h"

namespace gov_report {

std::optional<Encoding> guess_encoding(ByteStream& bytes,
                                       std::optional<Encoding> told) {
  constexpr std::size_t kStart = 1 << 20;
  std::vector<char> buffer(kStart);
  std::size_t size = 0;
  while (size < kStart) {
    const std::size_t got = bytes.read(buffer.data() + size, kStart - size);
    if (got == 0) break;
    size += got;
  }
  std::string_view start(buffer.data(), size);
  if (start.starts_with("PK\x03\x04") ||
      start.find('\0') != std::string_view::npos) {
    return std::nullopt;
  }
  if (start.starts_with("\xEF\xBB\xBF") && told == Encoding::gb18030) {
    return std::nullopt;
  }
  start = start.substr(0, start.rfind('\n') + 1);
  for (const Encoding encoding : {Encoding::utf8, Encoding::gb18030}) {
    if (told && told != encoding) continue;
    EncodingCheck check(encoding, told.has_value());
    if (check.feed(start) && check.holds()) return encoding;
  }
  return std::nullopt;
}

bool EncodingCheck::feed(std::string_view piece) {
  if (encoding_ == Encoding::utf8) {
    failed_ = failed_ || !is_utf8(piece);
    return !failed_;
  }
  Gb18030Scan scan;
  scan.feed(piece, 0, true);
  return feed(piece, {0, scan.shares(), !scan.failed()});
}

bool EncodingCheck::feed(std::string_view piece, const Gb18030Text& converted) {
  Utf8Lines lines(0);
  lines.feed("\n", 0, false);  // it passes over the line that it begins in
  lines.feed(piece, 1, true);
  failed_ = failed_ || !converted.valid || lines.found().has_value();
  shares_ += converted.shares;
  if (told_ && encoding_ == Encoding::gb18030)
    is_utf8_ = is_utf8_ && is_utf8(piece);
  return !failed_;
}

void EncodingCheck::absorb(const EncodingCheck& other) {
  failed_ = failed_ || other.failed_;
  shares_ += other.shares_;
  is_utf8_ = is_utf8_ && other.is_utf8_;
}

bool EncodingCheck::holds() const {
  if (failed_ || encoding_ == Encoding::utf8) return !failed_;
  return told_ ? !is_utf8_ : shares_.mostly_common();
}

}  // namespace gov_report
