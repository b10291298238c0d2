// chinese_numerals.h - whole numbers in Chinese characters.
//
//   十二 is 12       两千零五 is 2005      一百二 is 120
//   廿三 is 23       二〇二四 is 2024      三亿五千万 is 350000000
//   百, 十百, 三三   are nullopt, or what digits one by one give (三三 is 33)

#pragma once

#include <optional>
#include <string_view>

#include "base/decimal.h"

namespace gov_report {

/// Zero to nine.
bool is_chinese_digit(char32_t c);
/// A digit, ten to thousand, ten thousand, a hundred million, 廿 or 卅.
bool is_chinese_numeral(char32_t c);
int small_chinese_scale(char32_t c);    ///< 10, 100, 1000; 0 for any other
Count large_chinese_scale(char32_t c);  ///< 10^4, 10^8; 0 for any other

/// nullopt for an order of characters that is no number.
/// REQUIRES: every character is_chinese_numeral().
std::optional<Count> chinese_number(std::u32string_view text);

}  // namespace gov_report
