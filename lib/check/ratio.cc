#include "check/ratio.h"

namespace gov_report {
namespace {

constexpr int kScale = 6;  // decimals of a percentage that can be written

Ratio::Wide power_of_ten(int places) {
  Ratio::Wide power = 1;
  for (int i = 0; i < places; ++i) power *= 10;
  return power;
}

/// value * 10^kScale. REQUIRES: at most kScale decimals.
Ratio::Wide scaled(Decimal value) {
  return static_cast<Ratio::Wide>(
      (value * Decimal(static_cast<Count>(power_of_ten(kScale))))
          .whole()
          .value_or(0));
}

}  // namespace

std::optional<Ratio> Ratio::percent(Decimal part, Decimal whole) {
  const auto a = part.whole();
  const auto b = whole.whole();
  if (!a || !b || *b <= 0) return std::nullopt;
  return Ratio{static_cast<Wide>(*a) * 100, static_cast<Wide>(*b)};
}

Ratio Ratio::difference(const Ratio& a, const Ratio& b) {
  return {a.numerator * b.denominator - b.numerator * a.denominator,
          a.denominator * b.denominator};
}

bool Ratio::rounds_to(Decimal value, int decimals) const {
  Wide off = numerator * power_of_ten(kScale) - scaled(value) * denominator;
  if (off < 0) off = -off;
  return off * 2 <= denominator * power_of_ten(kScale - decimals);
}

bool Ratio::at_least(Decimal value) const {
  return numerator * power_of_ten(kScale) >= scaled(value) * denominator;
}

bool Ratio::at_most(Decimal value) const {
  return numerator * power_of_ten(kScale) <= scaled(value) * denominator;
}

Ratio Ratio::magnitude() const {
  return {numerator < 0 ? -numerator : numerator, denominator};
}

Decimal Ratio::rounded(int decimals) const {
  const bool minus = numerator < 0;
  const Wide doubled =
      magnitude().numerator * power_of_ten(decimals) * 2 + denominator;
  const auto units = static_cast<Count>(doubled / (denominator * 2));
  const Decimal value =
      Decimal(units).divided_by_power_of_ten(decimals).value_or(0);
  return minus ? -value : value;
}

}  // namespace gov_report
