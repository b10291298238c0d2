// seeded_errors.h - the slips of somebody who types a table, one at a time.

#pragma once

#include <string>
#include <vector>

#include "support/figures.h"

namespace gov_report::test {

struct SeededError {
  std::string kind;
  std::string cell;
  std::string wrong;  ///< what stands there in place of the right figure
};

/// The kinds, in the order of seeded_errors().
const std::vector<std::string>& error_kinds();

/// Every single wrong figure of each kind: two adjacent digits swapped, a
/// digit dropped, a digit doubled, one more or less, ten times as much, the
/// figure of the cell to the right or below, and 0. None is the right figure.
std::vector<SeededError> seeded_errors(const Figures& figures,
                                       const std::string& format);

/// Those of one cell.
std::vector<SeededError> errors_of_cell(const Figures& figures,
                                        const std::string& format,
                                        const std::string& cell);

}  // namespace gov_report::test
