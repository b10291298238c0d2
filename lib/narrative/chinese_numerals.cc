#include "narrative/chinese_numerals.h"

#include <map>

namespace gov_report {
namespace {

constexpr std::size_t kLongestNumber = 15;  // characters

// Zero to nine, as characters and with what is written for them.
const std::map<char32_t, int>& digits() {
  static const std::map<char32_t, int> kDigits = {
      {U'\u96f6', 0}, {U'\u3007', 0}, {U'\u25cb', 0}, {U'\u4e00', 1},
      {U'\u4e8c', 2}, {U'\u4e24', 2}, {U'\u4e09', 3}, {U'\u56db', 4},
      {U'\u4e94', 5}, {U'\u516d', 6}, {U'\u4e03', 7}, {U'\u516b', 8},
      {U'\u4e5d', 9}};
  return kDigits;
}

// Twenty and thirty as one character.
int tens(char32_t c) {
  if (c == U'\u5eff') return 20;
  if (c == U'\u5345') return 30;
  return 0;
}

/// A group below ten thousand: 一千二百零五, 十二, 廿三.
std::optional<Count> group_value(std::u32string_view text) {
  Count value = 0;
  int last_scale = 10'000;
  int digit = -1;
  bool zero = false;
  for (const char32_t c : text) {
    if (const int scale = small_chinese_scale(c)) {
      if (scale >= last_scale) return std::nullopt;
      if (digit == 0 || (digit < 0 && (scale != 10 || value != 0) && !zero)) {
        return std::nullopt;
      }
      value += (digit < 0 ? 1 : digit) * scale;
      last_scale = scale;
      digit = -1;
      zero = false;
    } else if (const int ten = tens(c)) {
      if (last_scale <= 10 || digit >= 0) return std::nullopt;
      value += ten;
      last_scale = 10;
    } else {
      const int next = digits().at(c);
      if (digit > 0 || (digit == 0 && next == 0)) return std::nullopt;
      digit = next;
      zero = zero || next == 0;
    }
  }
  if (digit > 0 && last_scale > 10 && last_scale < 10'000 && !zero) {
    value += digit * (last_scale / 10);  // 一百二 is 120
  } else if (digit > 0) {
    value += digit;
  }
  return value;
}

/// 二〇二四: digits one by one.
std::optional<Count> spelled_value(std::u32string_view text) {
  Count value = 0;
  for (const char32_t c : text) {
    const auto digit = digits().find(c);
    if (digit == digits().end()) return std::nullopt;
    value = value * 10 + digit->second;
  }
  return value;
}

}  // namespace

std::optional<Count> chinese_number(std::u32string_view text) {
  if (text.empty() || text.size() > kLongestNumber) return std::nullopt;
  if (text.size() > 1) {
    if (const auto spelled = spelled_value(text)) return spelled;
  }
  Count value = 0;
  Count largest = 1'000'000'000;
  while (!text.empty()) {
    std::size_t to = 0;
    while (to < text.size() && large_chinese_scale(text[to]) == 0) ++to;
    const auto group = group_value(text.substr(0, to));
    if (!group) return std::nullopt;
    if (to == text.size()) return value + *group;
    const Count scale = large_chinese_scale(text[to]);
    if (scale >= largest || *group == 0) return std::nullopt;
    value += *group * scale;
    largest = scale;
    text.remove_prefix(to + 1);
  }
  return value;
}

bool is_chinese_digit(char32_t c) {
  return digits().contains(c);
}

bool is_chinese_numeral(char32_t c) {
  return digits().contains(c) || small_chinese_scale(c) != 0 ||
         large_chinese_scale(c) != 0 || tens(c) != 0;
}

int small_chinese_scale(char32_t c) {
  switch (c) {
    case U'\u5341':
      return 10;
    case U'\u767e':
      return 100;
    case U'\u5343':
      return 1000;
    default:
      return 0;
  }
}

Count large_chinese_scale(char32_t c) {
  if (c == U'\u4e07') return 10'000;
  if (c == U'\u4ebf') return 100'000'000;
  return 0;
}

}  // namespace gov_report
