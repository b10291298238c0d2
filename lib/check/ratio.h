// ratio.h - percentages, exactly: two whole numbers and the digits written.

#pragma once

#include <optional>
#include <string>

#include "base/decimal.h"

namespace gov_report {

/// numerator / denominator, both whole. REQUIRES: denominator > 0.
struct Ratio {
  __extension__ using Wide = __int128;
  Wide numerator = 0;
  Wide denominator = 1;

  /// 100 * part / whole; nullopt unless both are whole and whole is above 0.
  static std::optional<Ratio> percent(Decimal part, Decimal whole);
  /// a - b.
  static Ratio difference(const Ratio& a, const Ratio& b);

  /// Whether it rounds to `value` written with so many decimals: at most half
  /// a unit of the last one away.
  ///   1 of 3 rounds to 33.3 (1 decimal), to 33 (0), not to 33.4
  bool rounds_to(Decimal value, int decimals) const;
  bool at_least(Decimal value) const;
  bool at_most(Decimal value) const;
  Ratio magnitude() const;

  /// Rounded half up.
  Decimal rounded(int decimals) const;
};

}  // namespace gov_report
