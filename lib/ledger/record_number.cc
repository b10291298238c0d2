#include "ledger/record_number.h"

#include "base/text.h"

namespace gov_report {
namespace {

/// Hyphens, dashes and minus signs, which look alike.
bool is_dash(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2043 || c == 0x2212 ||
         c == 0xFE58 || c == 0xFE63;
}

}  // namespace

std::string fold_number(std::string_view number) {
  std::string folded = fold(number);
  // What no dash of is_dash() begins with: nearly all numbers.
  if (folded.find_first_of("\xE2\xEF") == std::string::npos) return folded;
  std::string out;
  out.reserve(folded.size());
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    if (is_dash(next_code_point(folded, at))) {
      out += '-';
    } else {
      out.append(folded, begin, at - begin);
    }
  }
  return out;
}

}  // namespace gov_report
