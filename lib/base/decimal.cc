#include "base/decimal.h"

#include <cassert>
#include <stdexcept>

namespace gov_report {
namespace {

constexpr std::size_t kMaxWholeDigits = 18;
constexpr std::size_t kMaxDecimals = 10;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t digits_at_front(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[n])) ++n;
  return n;
}

[[noreturn]] void throw_out_of_range() {
  throw std::overflow_error("a figure is out of range");
}

// `limit` is 10^18 in units; the sums below stay far inside 128 bits.
template <typename Wide>
Wide in_range(Wide units, Wide limit) {
  if (units >= limit || units <= -limit) throw_out_of_range();
  return units;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t whole = digits_at_front(text);
  if (whole == 0 || whole > kMaxWholeDigits) return std::nullopt;
  std::string_view decimals = text.substr(whole);
  if (!decimals.empty()) {
    if (decimals.front() != '.') return std::nullopt;
    decimals.remove_prefix(1);
    if (decimals.empty() || decimals.size() > kMaxDecimals ||
        digits_at_front(decimals) != decimals.size()) {
      return std::nullopt;
    }
  }
  Wide units = 0;
  for (char c : text.substr(0, whole)) units = units * 10 + (c - '0');
  for (std::size_t i = 0; i < kMaxDecimals; ++i) {
    units = units * 10 + (i < decimals.size() ? decimals[i] - '0' : 0);
  }
  Decimal result;
  result.units_ = negative ? -units : units;
  return result;
}

std::string Decimal::text() const {
  if (const auto number = whole()) return std::to_string(*number);
  Wide left = units_ < 0 ? -units_ : units_;
  std::string reversed;
  bool after_point = false;  // a digit other than 0 was seen, or the point
  for (std::size_t place = 0; place <= kMaxDecimals || left != 0; ++place) {
    if (place == kMaxDecimals) {
      if (after_point) reversed += '.';
      after_point = true;
    }
    const int digit = static_cast<int>(left % 10);
    left /= 10;
    if (digit != 0) after_point = true;
    if (after_point) reversed += static_cast<char>('0' + digit);
  }
  if (units_ < 0) reversed += '-';
  return {reversed.rbegin(), reversed.rend()};
}

std::optional<Decimal> Decimal::divided_by_power_of_ten(int places) const {
  assert(places >= 0);
  Decimal result = *this;
  for (; places > 0 && result.units_ != 0; --places) {
    if (result.units_ % 10 != 0) return std::nullopt;
    result.units_ /= 10;
  }
  return result;
}

std::optional<Decimal> Decimal::divided_by(Count divisor) const {
  if (divisor == 0 || units_ % divisor != 0) return std::nullopt;
  Decimal result;
  result.units_ = units_ / divisor;
  return result;
}

int Decimal::decimals() const {
  if (is_whole()) return 0;
  int count = static_cast<int>(kMaxDecimals);
  for (Wide left = units_; count > 0 && left % 10 == 0; left /= 10) --count;
  return count;
}

std::optional<Count> Decimal::whole() const {
  if (!is_whole()) return std::nullopt;
  return static_cast<Count>(units_ / kUnit);
}

Decimal Decimal::operator-() const {
  return Decimal() - *this;
}

Decimal operator+(Decimal a, Decimal b) {
  using Wide = Decimal::Wide;
  constexpr Wide kLimit = Wide{100'000'000} * Decimal::kUnit * Decimal::kUnit;
  Decimal result;
  result.units_ = in_range<Wide>(a.units_ + b.units_, kLimit);
  return result;
}

Decimal operator-(Decimal a, Decimal b) {
  b.units_ = -b.units_;
  return a + b;
}

Decimal operator*(Decimal a, Decimal b) {
  Decimal result;
  // A product beyond 128 bits is beyond 10^18 too: 2^127 / 10^20 > 10^18.
  if (__builtin_mul_overflow(a.units_, b.units_, &result.units_)) {
    throw_out_of_range();
  }
  if (result.units_ % Decimal::kUnit != 0) {
    throw std::overflow_error("a product has more than 10 decimals");
  }
  result.units_ /= Decimal::kUnit;
  return result + Decimal();
}

}  // namespace gov_report
