// expression.h - "new + carried_over = resolved + carried_forward" as data.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"

namespace gov_report {

/// factor * name; `name` is empty for a plain number.
struct ParsedTerm {
  Decimal factor = 1;
  std::string name;
};

struct ParsedComparison {
  std::vector<ParsedTerm> left;
  std::string op;  ///< = <= >= < >
  std::vector<ParsedTerm> right;
};

/// Terms joined by + and -, each `name`, `number` or `number * name`, on both
/// sides of one of = <= >= < >. nullopt if the text is anything else.
///   parse_comparison("10 * a <= b + 3")
std::optional<ParsedComparison> parse_comparison(std::string_view text);

}  // namespace gov_report
