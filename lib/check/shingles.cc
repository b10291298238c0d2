#include "check/shingles.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "check/text_scan.h"

namespace gov_report {
namespace {

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

/// Letters alone, each row of digits one 0.
std::u32string masked(std::string_view folded) {
  std::u32string out;
  bool in_digits = false;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    const bool digit = is_digit(c);
    if (is_letter(c) && !(digit && in_digits)) out += digit ? U'0' : c;
    in_digits = digit;
  }
  return out;
}

}  // namespace

Shingles::Shingles(std::string_view folded, std::size_t size) {
  const std::u32string text = masked(folded);
  letters_ = text.size();
  for (std::size_t i = 0; i + size <= text.size(); ++i) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (std::size_t k = 0; k < size; ++k) {
      hash = (hash ^ text[i + k]) * 0x100000001b3U;
    }
    pieces_.push_back(hash);
  }
  std::ranges::sort(pieces_);
  pieces_.erase(std::unique(pieces_.begin(), pieces_.end()), pieces_.end());
}

std::size_t Shingles::share_in(const Shingles& other) const {
  if (pieces_.empty()) return 0;
  std::size_t common = 0;
  auto there = other.pieces_.begin();
  for (const std::uint64_t hash : pieces_) {
    while (there != other.pieces_.end() && *there < hash) ++there;
    common += there != other.pieces_.end() && *there == hash ? 1 : 0;
  }
  return common * 100 / pieces_.size();
}

}  // namespace gov_report
