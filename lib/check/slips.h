// slips.h - how a wrong figure may have come about, told from what stands
// there and what would be right.

#pragma once

#include <optional>
#include <vector>

#include "base/decimal.h"

namespace gov_report {

enum class Slip {
  swapped_digits,    ///< 3952 for 3592
  sign,              ///< -3 for 3
  missing_digit,     ///< 35 for 352
  doubled_digit,     ///< 3552 for 352
  extra_digit,       ///< 3572 for 352
  mistyped_digit,    ///< 358 for 352
  left_at_zero,      ///< 0 for 352
  last_years_value,  ///< what stood there last year
  neighbours_value,  ///< what stands beside it, above or below
  wrong_sum,         ///< a total that is anything else
  off_by_one,        ///< 353 for 352
  unknown,
};

/// What is known about the place of the figure.
struct SlipContext {
  bool is_sum = false;
  std::optional<Decimal> last_year;  ///< the figure of the same cell
  std::vector<Decimal> neighbours;
};

struct LikelySlip {
  Slip slip = Slip::unknown;
  int cost = 0;  ///< the lower, the likelier
};

/// The likeliest way from the right figure `to` to the figure `from`.
LikelySlip likely_slip(Decimal from, Decimal to, const SlipContext& context);

}  // namespace gov_report
