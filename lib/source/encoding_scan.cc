#include "source/encoding_scan.h"

#include <algorithm>
#include <cstring>

#include "base/text.h"
#include "base/utf8_check.h"

namespace gov_report {

namespace {

constexpr std::uint64_t kEnoughHanzi = 1000;  // more need not be counted

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool eight_are_ascii(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return (word & 0x8080808080808080ULL) == 0;
}

std::size_t ascii_prefix(std::string_view text) {
  std::size_t size = 0;
  while (size + 8 <= text.size() && eight_are_ascii(text.data() + size)) {
    size += 8;
  }
  while (size < text.size() && byte_at(text, size) < 0x80) ++size;
  return size;
}

/// Faster than std::count for lines of usual length.
std::uint64_t count_lines(std::string_view text) {
  std::uint64_t lines = 0;
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos;
       ++at) {
    ++lines;
  }
  return lines;
}

/// A character of three bytes in UTF-8, U+1000 to U+CFFF.
bool is_hanzi(std::string_view bytes) {
  return bytes.size() == 3 && byte_at(bytes, 0) >= 0xE1 &&
         byte_at(bytes, 0) <= 0xEC && (byte_at(bytes, 1) & 0xC0) == 0x80 &&
         (byte_at(bytes, 2) & 0xC0) == 0x80;
}

/// In valid UTF-8.
std::uint64_t hanzi_in(std::string_view text) {
  return static_cast<std::uint64_t>(std::ranges::count_if(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE1 && byte <= 0xEC;
  }));
}

bool is_lead(unsigned char byte) {
  return byte >= 0x81 && byte <= 0xFE;
}
bool is_digit(unsigned char byte) {
  return byte >= 0x30 && byte <= 0x39;
}

}  // namespace

void EncodingScan::feed(std::string_view text, std::uint64_t offset,
                        bool last) {
  if (fault_) return;
  text.remove_prefix(static_cast<std::size_t>(offset_ - offset));
  const std::size_t valid = valid_prefix(text);
  line_ += lines_in(text.substr(0, valid));
  offset_ += valid;
  const std::size_t left = text.size() - valid;
  if (left >= kLongest || (left > 0 && last)) {
    fault_ =
        ScanFault{offset_, line_, std::string(text.substr(valid, kLongest))};
  }
}

std::uint64_t EncodingScan::lines_in(std::string_view text) const {
  return count_lines(text);
}

/// Passes over ASCII and hanzi quickly and leaves the rest to base/text.h.
std::size_t Utf8Scan::valid_prefix(std::string_view text) {
  // A character may be cut off at the end.
  const std::size_t cut = std::min<std::size_t>(text.size(), kLongest);
  for (std::size_t less = 0; less < cut; ++less) {
    const std::string_view whole = text.substr(0, text.size() - less);
    if (less > 0 && byte_at(text, whole.size()) < 0xC0) continue;
    if (is_utf8(whole)) {
      if (hanzi_ < kEnoughHanzi) hanzi_ += hanzi_in(whole);
      return whole.size();
    }
    if (less > 0) break;
  }
  std::size_t at = 0;
  while (at < text.size()) {
    if (byte_at(text, at) < 0x80) {
      at += ascii_prefix(text.substr(at));
    } else if (is_hanzi(text.substr(at, 3))) {
      at += 3;
      ++hanzi_;
    } else {
      const std::string_view rest = text.substr(at, kLongest);
      const std::size_t valid = first_invalid_utf8(rest).value_or(rest.size());
      if (valid == 0) break;
      at += valid;
    }
  }
  return at;
}

std::size_t Gb18030Scan::valid_prefix(std::string_view text) {
  std::size_t at = 0;
  for (;;) {
    at += ascii_prefix(text.substr(at));
    const std::size_t begin = at;
    at = pass_pairs(text, at);
    if (at != begin) continue;
    if (!is_quad(text.substr(at, 4))) return at;
    at += 4;
  }
}

/// Behind the characters of two bytes that stand at `at`.
std::size_t Gb18030Scan::pass_pairs(std::string_view text, std::size_t at) {
  PackedShares sum;
  while (at + 2 <= text.size() && sum.pairs() < PackedShares::kMost) {
    const PackedShares pair = shares_of_pair(text.data() + at);
    if (!pair.any()) break;
    sum += pair;
    at += 2;
  }
  shares_ += sum.shares();
  return at;
}

/// One character of four bytes that Unicode has.
bool Gb18030Scan::is_quad(std::string_view bytes) {
  const bool like_one = bytes.size() == 4 && is_lead(byte_at(bytes, 0)) &&
                        is_digit(byte_at(bytes, 1)) &&
                        is_lead(byte_at(bytes, 2)) &&
                        is_digit(byte_at(bytes, 3));
  if (!like_one) return false;
  if (!converter_) converter_.emplace();
  return converter_->has(bytes);
}

void Utf8Lines::feed(std::string_view text, std::uint64_t offset, bool last) {
  std::size_t at = 0;
  while (at < text.size() && !found_) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (missing_ == 0) at += ascii_prefix(text.substr(at, end - at));
    for (; at < end && !passed_over_; ++at) {
      take(byte_at(text, at), offset + at);
    }
    at = end;
    if (at == text.size()) break;
    end_line();
    ++at;
  }
  if (last && !found_) end_line();
}

void Utf8Lines::take(unsigned char byte, std::uint64_t offset) {
  if (byte < 0x80) {
    passed_over_ = missing_ > 0;
    return;
  }
  if (hanzi_ == 0 && first_.bytes.size() < 3) {
    if (first_.bytes.empty()) first_.offset = offset;
    first_.bytes += static_cast<char>(byte);
  }
  if (missing_ > 0) {
    // Behind 0xED these are halves of UTF-16, which no UTF-8 has.
    const bool half = missing_ == 2 && lead_ == 0xED && byte >= 0xA0;
    passed_over_ = half || (byte & 0xC0) != 0x80;
    if (--missing_ == 0) ++hanzi_;
    return;
  }
  // Those of two bytes prove nothing: pairs of GBK read so too.
  passed_over_ = byte < 0xE1 || byte > 0xEF;
  lead_ = byte;
  missing_ = 2;
}

void Utf8Lines::end_line() {
  if (!passed_over_ && missing_ == 0 && hanzi_ >= 2) {
    found_ = first_;
    found_->line = line_;
    return;
  }
  ++line_;
  passed_over_ = false;
  missing_ = 0;
  hanzi_ = 0;
  first_ = ScanFault();
}

}  // namespace gov_report
