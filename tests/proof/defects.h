// defects.h - seeded defects: workspaces that break one rule in many ways, and
// near misses that must not, from tests/proof/defects/*.yaml.
//
//   - rule: dates-out-of-order
//     ledger: applications            # a row more in the base ledger
//     row: {received: 2024-03-04, applicant_type: 自然人, …}   # in common
//     wrong:                          # each combination breaks it
//       - {received: [2024-03-04, 2024-03-05], decided: [2024-01-02, …]}
//     right:                          # none of these does
//       - {decided: [2024-03-04, 2024-03-08]}
//
//   with `figures: {cell: figure, last.cell: figure}` in place of `ledger` and
//   `row`, all figures are typed in: 0 but for these and what `wrong` and
//   `right` say; totals left out are computed, those of last year are not. With
//   `file:` a file whose whole texts they list, or with `text:` its text with
//   {names} that they put values for. `base:` another base than
//   tests/cli/base; `with:` texts of more files; `without:` files taken away;
//   `year:` another year than 2024; `as_of:` a day.
//
//   Values that come as a list are combined, each with each.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace gov_report::test {

/// What became of the variants of one rule.
struct Recall {
  std::string rule;
  std::size_t wrong = 0;
  std::size_t found = 0;
  std::size_t right = 0;
  std::size_t false_alarms = 0;
  /// Variants that went the other way, in words.
  std::vector<std::string> misses;
};

/// All files of the folder, rules in the order they come; a rule that stands
/// in several entries is one Recall. Errors: std::runtime_error.
std::vector<Recall> run_defects();

}  // namespace gov_report::test
