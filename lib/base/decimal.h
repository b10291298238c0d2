// decimal.h - exact decimal figures: counts, signed counts and money.
//
//   in      decimal text with at most 10 digits after the point
//   out     the exact value; nothing is ever rounded
//   absent  parse gives nullopt for text that is not a plain decimal
//   errors  arithmetic out of range (|value| >= 10^18) throws
//           std::overflow_error; no ledger of the real world gets there

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gov_report {

/// A number of things: applications, documents, decisions.
using Count = std::int64_t;

/// An exact number with up to 10 decimals. A count is a Decimal without any.
class Decimal {
 public:
  constexpr Decimal() = default;
  constexpr Decimal(Count whole)  // NOLINT: a count is a Decimal
      : units_(static_cast<Wide>(whole) * kUnit) {}

  /// "12", "-8", "75394432.52". No sign but '-', no separators, no exponent.
  ///   parse("0.10") == parse("0.1")     parse("1,234") is nullopt
  static std::optional<Decimal> parse(std::string_view text);

  /// Shortest text: no trailing zeros, no plus sign.
  std::string text() const;

  /// The value divided by 10^places; nullopt if digits would be lost.
  ///   75394432.52 / 10^4 is 7539.443252
  std::optional<Decimal> divided_by_power_of_ten(int places) const;

  /// The value divided by a whole number; nullopt if it is 0 or digits would
  /// be lost.
  std::optional<Decimal> divided_by(Count divisor) const;

  bool is_whole() const { return units_ % kUnit == 0; }
  int decimals() const;                ///< digits after the point in text()
  std::optional<Count> whole() const;  ///< nullopt unless is_whole()

  Decimal operator-() const;
  friend Decimal operator+(Decimal a, Decimal b);
  friend Decimal operator-(Decimal a, Decimal b);
  friend Decimal operator*(Decimal a, Decimal b);
  Decimal& operator+=(Decimal other) { return *this = *this + other; }
  friend constexpr bool operator==(Decimal a, Decimal b) = default;
  friend constexpr auto operator<=>(Decimal a, Decimal b) {
    return a.units_ <=> b.units_;
  }

 private:
  __extension__ using Wide = __int128;
  static constexpr Count kUnit = 10'000'000'000;
  Wide units_ = 0;  // the value times 10^10
};

/// No single figure of an office is larger; sums of them fit a Decimal.
inline constexpr Decimal kLargestFigure = Count{1'000'000'000'000};

}  // namespace gov_report
