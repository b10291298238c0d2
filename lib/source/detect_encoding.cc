#include <algorithm>
#include <cstring>
#include <string_view>
#include <vector>

#include "source/encoding.h"
#include "source/encoding_scan.h"
#include "source/utf16.h"

namespace gov_report {

namespace {

using Look = DecodingError::Look;

constexpr std::size_t kPiece = 256 << 10;
constexpr std::size_t kOverlap = EncodingScan::kLongest - 1;

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

DecodingError error_at(const ScanFault& fault, Look look) {
  return {look, fault.offset, fault.line, hexadecimal(fault.bytes), {}};
}

std::optional<Encoding> mark_at_start(std::string_view start) {
  if (start.starts_with("\xEF\xBB\xBF")) return Encoding::utf8;
  if (start.starts_with("\xFF\xFE")) return Encoding::utf16le;
  if (start.starts_with("\xFE\xFF")) return Encoding::utf16be;
  return std::nullopt;
}

/// Of xlsx and docx, and of the older xls and doc.
bool is_office_file(std::string_view start) {
  return start.starts_with("PK\x03\x04") ||
         start.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

/// The first byte beyond ASCII; `line` is that of the text's start, and of its
/// end if there is none.
std::optional<ScanFault> beyond_ascii(std::string_view text,
                                      std::uint64_t offset,
                                      std::uint64_t& line) {
  const auto at = std::ranges::find_if(
      text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  line += static_cast<std::uint64_t>(std::count(text.begin(), at, '\n'));
  if (at == text.end()) return std::nullopt;
  const auto start = static_cast<std::size_t>(at - text.begin());
  return ScanFault{offset + start, line, std::string(text.substr(start, 4))};
}

/// Hands `bytes` out in pieces that overlap, until `feed` returns false.
///   feed(piece, its offset, how much of it was in the one before, last)
template <typename Feed>
void read_in_pieces(ByteStream& bytes, const Feed& feed) {
  std::vector<char> buffer(kOverlap + kPiece);
  std::uint64_t offset = 0;  // of the buffer's first byte in the file
  std::size_t kept = 0;
  for (bool last = false; !last;) {
    std::size_t size = kept;
    while (size < kept + kPiece) {
      const std::size_t got =
          bytes.read(buffer.data() + size, kept + kPiece - size);
      if (got == 0) break;
      size += got;
    }
    last = size < kept + kPiece;
    if (!feed(std::string_view(buffer.data(), size), offset, kept, last)) {
      return;
    }
    kept = std::min(size, kOverlap);
    offset += size - kept;
    std::memmove(buffer.data(), buffer.data() + size - kept, kept);
  }
}

/// Zero bytes at even and at odd offsets.
class ZeroBytes {
 public:
  void feed(std::string_view text, std::uint64_t offset) {
    size_ = offset + text.size();
    for (std::size_t at = 0;
         (at = text.find('\0', at)) != std::string_view::npos; ++at) {
      ++((offset + at) % 2 == 0 ? even_ : odd_);
    }
  }
  bool any() const { return even_ + odd_ > 0; }
  bool more_than(std::uint64_t percent) const {
    return (even_ + odd_) * 100 > size_ * percent;
  }
  /// Letters and marks have their zero byte on one side.
  std::optional<Encoding> parity() const {
    if (odd_ >= 4 * even_) return Encoding::utf16le;
    if (even_ >= 4 * odd_) return Encoding::utf16be;
    return std::nullopt;
  }

 private:
  std::uint64_t size_ = 0;
  std::uint64_t even_ = 0;
  std::uint64_t odd_ = 0;
};

class Detector {
 public:
  /// False when the rest of the file can change nothing.
  bool feed(std::string_view text, std::uint64_t offset, std::size_t kept,
            bool last) {
    if (offset == 0 && kept == 0) {
      start_ = text.substr(0, 4);
      office_ = is_office_file(text);
      mark_ = mark_at_start(text);
      if (office_) return false;
    }
    zeros_.feed(text.substr(kept), offset + kept);
    // UTF-16 without a zero byte in the first piece has no ASCII in it.
    if (offset == 0 && kept == 0) utf16_ = zeros_.any() || is_utf16(mark_);
    if (utf16_) {
      little_.feed(text, offset, last);
      big_.feed(text, offset, last);
    }
    const bool was_utf8 = !utf8_.failed();
    utf8_.feed(text, offset, last);
    gb18030_.feed(text, offset, last);
    if (was_utf8 && utf8_.failed()) note_fault(text, offset);
    if (lines_) feed_lines(text, offset, kept, last);
    const bool decided =
        utf8_.failed() && gb18030_.failed() &&
        (lines_->found() || lines_->line() > last_fault_line());
    return !decided || utf16_;
  }

  std::optional<Encoding> decide(DecodingError& error) const {
    if (office_) return refuse({0, 1, start_}, Look::zip, error);
    if (mark_) return marked(error);
    if (const auto utf16 = without_mark()) return as_utf16(*utf16, error);
    if (!utf8_.failed()) return Encoding::utf8;
    return by_pairs(error);
  }

 private:
  static bool is_utf16(std::optional<Encoding> encoding) {
    return encoding == Encoding::utf16le || encoding == Encoding::utf16be;
  }

  std::uint64_t last_fault_line() const {
    return std::max(utf8_.fault().line, gb18030_.fault().line);
  }

  /// The line in which UTF-8 ends: is it GBK, and is UTF-8 above it?
  void note_fault(std::string_view text, std::uint64_t offset) {
    const ScanFault& fault = utf8_.fault();
    lines_.emplace(fault.line);
    const auto at = static_cast<std::size_t>(fault.offset - offset);
    const std::size_t above = text.substr(0, at).rfind('\n');
    const std::size_t begin = above == std::string_view::npos ? 0 : above + 1;
    const std::string_view line =
        text.substr(begin, std::min(text.find('\n', at), text.size()) - begin);
    Utf8Scan before;
    before.feed(line.substr(0, at - begin), 0, false);
    hanzi_above_ = utf8_.hanzi() - std::min(utf8_.hanzi(), before.hanzi());
    Gb18030Scan pairs;
    pairs.feed(line, 0, false);
    fault_is_gbk_ = !pairs.failed() && pairs.mostly_common();
  }

  void feed_lines(std::string_view text, std::uint64_t offset, std::size_t kept,
                  bool last) {
    const std::size_t from =
        lines_fed_ ? kept
                   : static_cast<std::size_t>(utf8_.fault().offset - offset);
    lines_fed_ = true;
    lines_->feed(text.substr(from), offset + from, last);
  }

  std::optional<Encoding> refuse(const ScanFault& fault, Look look,
                                 DecodingError& error) const {
    error = error_at(fault, look);
    return std::nullopt;
  }

  std::optional<Encoding> marked(DecodingError& error) const {
    if (is_utf16(mark_)) return as_utf16(*mark_, error);
    if (!utf8_.failed()) return Encoding::utf8;
    return refuse(utf8_.fault(), fault_is_gbk_ ? Look::gbk_line : Look::unknown,
                  error);
  }

  std::optional<Encoding> without_mark() const {
    const bool enough = zeros_.more_than(utf8_.failed() ? 2 : 25);
    return utf16_ && enough ? zeros_.parity() : std::nullopt;
  }

  std::optional<Encoding> as_utf16(Encoding encoding,
                                   DecodingError& error) const {
    const Utf16Scan& scan = encoding == Encoding::utf16le ? little_ : big_;
    if (!scan.failed()) return encoding;
    return refuse(
        scan.fault(),
        scan.fault().bytes.size() == 1 ? Look::utf16_cut : Look::utf16_broken,
        error);
  }

  /// REQUIRES: it is not UTF-8.
  std::optional<Encoding> by_pairs(DecodingError& error) const {
    if (zeros_.more_than(2)) {
      return refuse(utf8_.fault(), Look::binary, error);
    }
    if (hanzi_above_ >= 2) {
      return refuse(utf8_.fault(),
                    fault_is_gbk_ ? Look::gbk_line : Look::unknown, error);
    }
    if (lines_->found() && gb18030_.mostly_common()) {
      return refuse(*lines_->found(), Look::utf8_line, error);
    }
    if (lines_->found() && fault_is_gbk_) {
      return refuse(utf8_.fault(), Look::gbk_line, error);
    }
    if (!gb18030_.failed()) {
      if (gb18030_.mostly_common()) return Encoding::gb18030;
      return refuse(utf8_.fault(),
                    gb18030_.like_big5() ? Look::big5 : Look::rare, error);
    }
    // Else the scan that got further was the one on the right track.
    const bool is_utf8 = utf8_.hanzi() >= 2 || lines_->found().has_value();
    const bool further =
        !is_utf8 && gb18030_.fault().offset > utf8_.fault().offset;
    return refuse(further ? gb18030_.fault() : utf8_.fault(), Look::unknown,
                  error);
  }

  std::string start_;
  bool office_ = false;
  std::optional<Encoding> mark_;
  ZeroBytes zeros_;
  bool utf16_ = false;  // it may be, so the two scans of it run
  Utf8Scan utf8_;
  Gb18030Scan gb18030_;
  Utf16Scan little_{ByteOrder::little};
  Utf16Scan big_{ByteOrder::big};
  std::uint64_t hanzi_above_ = 0;   // the line where UTF-8 ends
  bool fault_is_gbk_ = false;       // that line
  std::optional<Utf8Lines> lines_;  // from there on
  bool lines_fed_ = false;
};

}  // namespace

std::optional<Encoding> detect_encoding(ByteStream& bytes,
                                        DecodingError& error) {
  Detector detector;
  read_in_pieces(bytes, [&](std::string_view text, std::uint64_t offset,
                            std::size_t kept, bool last) {
    return detector.feed(text, offset, kept, last);
  });
  return detector.decide(error);
}

bool is_in_encoding(ByteStream& bytes, Encoding encoding,
                    DecodingError& error) {
  Utf8Scan utf8;
  Gb18030Scan gb18030;
  Utf16Scan utf16(encoding == Encoding::utf16le ? ByteOrder::little
                                                : ByteOrder::big);
  EncodingScan& scan = encoding == Encoding::utf8 ? utf8
                       : encoding == Encoding::gb18030
                           ? gb18030
                           : static_cast<EncodingScan&>(utf16);
  // Text in UTF-8 may read as GB18030 or UTF-16 too, never the reverse.
  Utf8Scan other;
  bool zeros = false;
  std::optional<ScanFault> start;  // of the file; nullopt: it is empty
  std::optional<ScanFault> first;  // character beyond ASCII
  std::uint64_t line = 1;
  std::optional<DecodingError> found;
  read_in_pieces(bytes, [&](std::string_view text, std::uint64_t offset,
                            std::size_t kept, bool last) {
    const auto mark = mark_at_start(text);
    if (offset == 0 && kept == 0 && mark && mark != encoding) {
      found =
          error_at({0, 1, std::string(text.substr(0, 3))}, Look::not_as_told);
      return false;
    }
    if (!start && !text.empty()) start = {0, 1, std::string(text.substr(0, 4))};
    scan.feed(text, offset, last);
    if (encoding != Encoding::utf8 && !other.failed()) {
      other.feed(text, offset, last);
      zeros = zeros || text.find('\0') != std::string_view::npos;
      if (!first) first = beyond_ascii(text.substr(kept), offset + kept, line);
    }
    return !scan.failed();
  });
  if (!found && scan.failed())
    found = error_at(scan.fault(), Look::not_as_told);
  const bool is_utf8 = encoding != Encoding::utf8 && start && !zeros &&
                       !other.failed() &&
                       (other.hanzi() >= 2 || encoding != Encoding::gb18030);
  if (!found && is_utf8) {
    found = error_at(first.value_or(*start), Look::not_as_told);
  }
  if (!found) return true;
  error = *found;
  error.told = encoding;
  return false;
}

}  // namespace gov_report
