#include "support/amount.h"

#include <stdexcept>

namespace gov_report::test {

long long millionths(std::string_view text) {
  long long units = 0;
  int decimals = -1;
  for (const char c : text) {
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (c >= '0' && c <= '9' && decimals < 6) {
      units = units * 10 + (c - '0');
      if (decimals >= 0) ++decimals;
    } else {
      throw std::runtime_error("not an amount: " + std::string(text));
    }
  }
  for (int place = decimals < 0 ? 0 : decimals; place < 6; ++place) {
    units *= 10;
  }
  return units;
}

std::string decimal_text(long long units, int decimals) {
  std::string digits = std::to_string(units);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) {
    digits.insert(0, places + 1 - digits.size(), '0');
  }
  digits.insert(digits.size() - places, 1, '.');
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

}  // namespace gov_report::test
