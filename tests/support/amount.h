// amount.h - exact money of the fixtures, in millionths.

#pragma once

#include <string>
#include <string_view>

namespace gov_report::test {

/// "75394432.52" is 75394432520000.
/// REQUIRES: a plain decimal, at most six decimals.
long long millionths(std::string_view text);

/// `units` of 10^-decimals, without trailing zeros.
///
///   decimal_text(1250000, 6) is "1.25"
std::string decimal_text(long long units, int decimals);

}  // namespace gov_report::test
