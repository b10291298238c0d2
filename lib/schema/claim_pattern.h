// claim_pattern.h - wording patterns of schemas/claims.yaml become regular
// expressions over marks.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/claim_format.h"

namespace gov_report {

struct ExpandedPattern {
  std::string expression;
  std::vector<WordKindIndex> requires_;  ///< it matches no text without them
  /// Kinds of words and the number of the group that captures them.
  std::vector<std::pair<WordKindIndex, std::size_t>> groups;
  std::vector<std::string> unknown;  ///< names that are no kind of words
};

/// Puts marks in place of <kind>, <kind+>, <kind=value>, <gap>, <slim>,
/// <tight> and <far>; everything else is RE2 syntax and stays.
ExpandedPattern expand_pattern(std::string_view pattern,
                               const std::vector<WordKind>& kinds);

}  // namespace gov_report
