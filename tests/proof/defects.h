// defects.h - seeded defects: workspaces that break one rule in many ways, and
// near misses that must not, from tests/proof/defects/*.yaml.
//
//   - rule: dates-out-of-order
//     ledger: applications            # a row more in the base ledger
//     row: {received: 2024-03-04, applicant_type: 自然人, …}   # in common
//     wrong:                          # each combination is a row that breaks
//     it
//       - {received: [2024-03-04, 2024-03-05], decided: [2024-01-02, …]}
//     right:                          # each combination is a row that does not
//       - {decided: [2024-03-04, 2024-03-08]}
//
//   with `counts: {cell: figure, …}` in place of `ledger` and `row`, the
//   figures of counts/YEAR.yaml that `wrong` and `right` change; with `file:`
//   a file whose whole texts they list; `base:` another base than
//   tests/cli/base; `year:` another year than 2024; `as_of:` a day.
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
