// Statements about two figures: shares, and this year against the last.

#include <algorithm>

#include "check/narrative_claims.h"
#include "check/ratio.h"

namespace gov_report {
namespace {

using Kind = Claim::Kind;

constexpr int kShownDecimals = 2;
constexpr Count kLargestPercent = 1'000'000;

/// The number a percentage says, and how exactly.
bool fits(const Ratio& ratio, const Numeral& number) {
  if (number.exact) return ratio.rounds_to(number.value, number.decimals);
  return (!number.range.low || ratio.at_least(*number.range.low)) &&
         (!number.range.high || ratio.at_most(*number.range.high));
}

std::string percent_text(const Ratio& ratio, int decimals) {
  return ratio.rounded(std::max(decimals, kShownDecimals)).text() + "%";
}

std::string signed_difference(Decimal now, Decimal last) {
  return now.text() + " - " + last.text();
}

}  // namespace

bool ClaimRules::check_share(const FoundClaim& claim) {
  if (claim.number->value > Decimal(kLargestPercent)) return false;
  std::vector<Decimal> parts;
  if (claim.base && claim.base->exact) parts.push_back(claim.base->value);
  for (const ClaimSum& sum : claim.figures.sums) {
    if (const auto part = value(sum, false)) parts.push_back(*part);
  }
  std::optional<Finding> wrong;
  for (const Decimal part : parts) {
    for (const ClaimSum& sum : claim.figures.share_of) {
      const auto whole = value(sum, false);
      if (!whole) continue;
      const auto ratio = Ratio::percent(part, *whole);
      if (!ratio) continue;
      if (fits(*ratio, *claim.number)) return true;
      if (wrong) continue;
      wrong = finding(claim, "claim-share");
      const std::string percent = percent_text(*ratio, claim.number->decimals);
      wrong->arguments.insert(
          wrong->arguments.end(),
          {{"value", percent},
           {"sum", part.text() + " / " + whole->text() + " = " + percent},
           {"whole", figure(sum, false).written_out}});
    }
  }
  if (!wrong) return false;
  sink_(std::move(*wrong));
  return true;
}

/// Growth says nothing where last year's form counted otherwise.
bool ClaimRules::is_incomparable(const FoundClaim& claim) {
  if (table_.year != table_.format->from_year) return false;
  for (const Incomparable& entry : format_.incomparable) {
    const bool concerned =
        std::ranges::any_of(claim.figures.sums, [&](const ClaimSum& sum) {
          return std::ranges::any_of(sum.terms, [&](const std::string& id) {
            return std::ranges::any_of(
                entry.cells, [&](const std::string& cell) {
                  return id == cell || id.starts_with(cell + ".");
                });
          });
        });
    if (!concerned) continue;
    Finding one = finding(claim, "claim-incomparable");
    one.rule = entry.rule;
    one.severity.reset();
    one.arguments.push_back({"year", std::to_string(table_.year)});
    one.arguments.push_back({"last_year", std::to_string(table_.year - 1)});
    sink_(std::move(one));
    return true;
  }
  return false;
}

bool ClaimRules::check_growth(const FoundClaim& claim) {
  std::optional<std::pair<Decimal, Decimal>> wrong;
  for (const ClaimSum& sum : claim.figures.sums) {
    const auto now = value(sum, false);
    const auto last = value(sum, true);
    if (!now || !last) continue;
    if (!wrong) wrong.emplace(*now, *last);
    const int direction = *now > *last ? 1 : *now < *last ? -1 : 0;
    if (claim.claim->kind == Kind::flat) {
      if (direction == 0) return true;
      continue;
    }
    if (direction != claim.direction && claim.claim->kind == Kind::trend) {
      continue;
    }
    if (claim.claim->kind == Kind::trend) return true;
    const auto ratio = Ratio::percent(*now - *last, *last);
    if (!ratio) continue;
    if (claim.claim->percent) {
      // 翻一番: about twice as many.
      const Decimal percent = *claim.claim->percent;
      if (ratio->at_least(percent - Decimal(10)) &&
          ratio->at_most(percent + Decimal(10))) {
        return true;
      }
      continue;
    }
    const bool same_way = direction == claim.direction || direction == 0;
    if (same_way && fits(ratio->magnitude(), *claim.number)) return true;
  }
  if (!wrong) return false;
  report_growth(claim, wrong->first, wrong->second);
  return true;
}

void ClaimRules::report_growth(const FoundClaim& claim, Decimal now,
                               Decimal last) {
  const int direction = now > last ? 1 : now < last ? -1 : 0;
  const auto ratio = Ratio::percent(now - last, last);
  const bool way =
      claim.claim->kind == Kind::trend ||
      (claim.claim->kind == Kind::growth && !claim.claim->percent &&
       direction != claim.direction && direction != 0);
  std::string variant = claim.claim->kind == Kind::flat ? "claim-flat"
                        : way                           ? "claim-direction"
                        : !ratio                        ? "claim-from-zero"
                                                        : "claim-growth";
  Finding one = finding(claim, std::move(variant));
  const int decimals = claim.number ? claim.number->decimals : 0;
  const std::string percent = ratio ? percent_text(*ratio, decimals) : "-";
  one.arguments.insert(one.arguments.end(),
                       {{"now", now.text()},
                        {"last", last.text()},
                        {"value", percent},
                        {"sum", "(" + signed_difference(now, last) + ") / " +
                                    last.text() + " = " + percent},
                        {"last_year", std::to_string(table_.year - 1)},
                        {"year", std::to_string(table_.year)}});
  sink_(std::move(one));
}

bool ClaimRules::check_change(const FoundClaim& claim) {
  std::optional<std::pair<Decimal, Decimal>> wrong;
  const bool is_last = claim.claim->kind == Kind::last_year;
  for (const ClaimSum& sum : claim.figures.sums) {
    const auto now = value(sum, false);
    const auto last = value(sum, true);
    if (!now || !last) continue;
    if (!wrong) wrong.emplace(*now, *last);
    const Decimal change = claim.direction < 0 ? *last - *now : *now - *last;
    if (claim.number->range.holds(is_last ? *last : change)) return true;
  }
  if (!wrong) return false;
  const auto [now, last] = *wrong;
  Finding one = finding(claim, is_last ? "claim-last-year" : "claim-change");
  one.arguments.insert(
      one.arguments.end(),
      {{"now", now.text()},
       {"last", last.text()},
       {"sum", signed_difference(now, last) + " = " + (now - last).text()},
       {"value", (now - last).text()},
       {"last_year", std::to_string(table_.year - 1)},
       {"year", std::to_string(table_.year)}});
  sink_(std::move(one));
  return true;
}

bool ClaimRules::check_points(const FoundClaim& claim) {
  if (claim.number->value > Decimal(kLargestPercent)) return false;
  std::optional<Ratio> wrong;
  for (const ClaimSum& sum : claim.figures.sums) {
    for (const ClaimSum& of : claim.figures.share_of) {
      const auto part = value(sum, false);
      const auto last_part = value(sum, true);
      const auto whole = value(of, false);
      const auto last_whole = value(of, true);
      if (!part || !last_part || !whole || !last_whole) continue;
      const auto now = Ratio::percent(*part, *whole);
      const auto last = Ratio::percent(*last_part, *last_whole);
      if (!now || !last) continue;
      const Ratio moved = Ratio::difference(*now, *last);
      const bool same_way =
          claim.direction < 0 ? moved.numerator <= 0 : moved.numerator >= 0;
      if (same_way && fits(moved.magnitude(), *claim.number)) return true;
      if (!wrong) wrong = moved;
    }
  }
  if (!wrong) return false;
  Finding one = finding(claim, "claim-points");
  one.arguments.push_back(
      {"value", wrong->rounded(std::max(claim.number->decimals, kShownDecimals))
                    .text()});
  sink_(std::move(one));
  return true;
}

}  // namespace gov_report
