#include "check/slips.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace gov_report {
namespace {

/// Costs: a slip that leaves more of the figure in place, and that fewer other
/// figures could be explained by, is cheaper. Of one digit nothing is left.
constexpr int kSureCost = 1;
constexpr int kDigitCost = 2;
constexpr int kNearKeyCost = 3;
constexpr int kCopiedCost = 3;
constexpr int kOtherKeyCost = 4;
constexpr int kWrongSumCost = 5;
constexpr int kZeroCost = 5;  ///< zeros stand everywhere
constexpr int kOffByOneCost = 6;
constexpr int kUnknownCost = 9;
constexpr int kOneDigitMore = 3;

/// Keys beside, above or below each other on the keyboard row or the pad, and
/// digits that look alike in print or handwriting.
bool easily_mistaken(char a, char b) {
  constexpr std::array<std::string_view, 10> kMistaken = {
      "1269",    // 0
      "0247",    // 1
      "0135",    // 2
      "2468",    // 3
      "1357",    // 4
      "24689",   // 5
      "035789",  // 6
      "14689",   // 7
      "35679",   // 8
      "05678"    // 9
  };
  if (a < '0' || a > '9') return false;
  return kMistaken[static_cast<std::size_t>(a - '0')].find(b) !=
         std::string_view::npos;
}

bool are_swapped(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const auto differ = std::ranges::mismatch(a, b);
  const auto at = static_cast<std::size_t>(differ.in1 - a.begin());
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.substr(at + 2) == b.substr(at + 2);
}

/// Where a character must be taken out of `longer` to get `shorter`.
std::optional<std::size_t> extra_at(std::string_view longer,
                                    std::string_view shorter) {
  if (longer.size() != shorter.size() + 1) return std::nullopt;
  std::size_t at = 0;
  while (at < shorter.size() && longer[at] == shorter[at]) ++at;
  if (longer.substr(at + 1) != shorter.substr(at)) return std::nullopt;
  return at;
}

/// Where the only difference of two texts of the same length is.
std::optional<std::size_t> only_difference(std::string_view a,
                                           std::string_view b) {
  if (a.size() != b.size()) return std::nullopt;
  const auto differ = std::ranges::mismatch(a, b);
  const auto at = static_cast<std::size_t>(differ.in1 - a.begin());
  if (at == a.size() || a.substr(at + 1) != b.substr(at + 1)) {
    return std::nullopt;
  }
  return at;
}

std::optional<LikelySlip> slip_of_digits(const std::string& from,
                                         const std::string& to) {
  if (are_swapped(from, to)) return LikelySlip{Slip::swapped_digits, kSureCost};
  if (extra_at(to, from) && from != "0") {
    return LikelySlip{Slip::missing_digit, kDigitCost};
  }
  if (const auto at = extra_at(from, to)) {
    const bool doubled = (*at > 0 && from[*at - 1] == from[*at]) ||
                         (*at + 1 < from.size() && from[*at + 1] == from[*at]);
    return LikelySlip{doubled ? Slip::doubled_digit : Slip::extra_digit,
                      kDigitCost};
  }
  if (const auto at = only_difference(from, to)) {
    const int more = from.size() == 1 ? kOneDigitMore : 0;
    const bool near = easily_mistaken(from[*at], to[*at]);
    return LikelySlip{Slip::mistyped_digit,
                      (near ? kNearKeyCost : kOtherKeyCost) + more};
  }
  return std::nullopt;
}

}  // namespace

LikelySlip likely_slip(Decimal from, Decimal to, const SlipContext& context) {
  LikelySlip best{Slip::unknown, kUnknownCost};
  const auto consider = [&](LikelySlip slip) {
    if (slip.cost < best.cost) best = slip;
  };
  if (from != Decimal() && from == -to) consider({Slip::sign, kSureCost});
  if (from == Decimal()) {
    consider({Slip::left_at_zero, context.is_sum ? kSureCost : kZeroCost});
  }
  if (const auto slip = slip_of_digits(from.text(), to.text())) {
    consider(*slip);
  }
  const int copied =
      kCopiedCost + (from.text().size() == 1 ? kOneDigitMore : 0);
  if (context.last_year == from && from != Decimal()) {
    consider({Slip::last_years_value, copied});
  }
  if (from != Decimal() &&
      std::ranges::find(context.neighbours, from) != context.neighbours.end()) {
    consider({Slip::neighbours_value, copied});
  }
  if (context.is_sum) consider({Slip::wrong_sum, kWrongSumCost});
  if (from - to == Decimal(1) || to - from == Decimal(1)) {
    consider({Slip::off_by_one, kOffByOneCost});
  }
  return best;
}

}  // namespace gov_report
