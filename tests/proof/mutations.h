// mutations.h - wrong figures, one at a time: every figure of a correct report
// is changed in each way that typing goes wrong, and the rules are run.
//
//   in      the figures of a real case (tests/data/cases)
//   out     for each change, the gravest finding that was not there before
//   absent  nullopt: no rule noticed

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace gov_report::test {

/// What is done to a figure: 1 added or taken away, a digit 0 put behind it,
/// exchanged with the next cell of its row or column, left out.
const std::vector<std::string>& mutation_kinds();

struct MutationResult {
  std::string format;  ///< cn-2021
  std::string cell;
  std::size_t kind = 0;  ///< index in mutation_kinds()
  bool with_last_year = false;
  std::optional<Severity> noticed;
};

/// All changes of one case, without and with a report of the year before. A
/// case whose last year is not among the cases gets one that agrees with it:
/// the stocks that the definitions ask for, and the same flows.
std::vector<MutationResult> mutate_case(std::string_view name);

/// The rules of severity error that the unchanged case breaks.
std::vector<std::string> errors_of_case(std::string_view name);

/// The names of all complete cases.
const std::vector<std::string>& complete_cases();

}  // namespace gov_report::test
