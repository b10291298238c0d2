// carry_over.h - a carry-over that differs from last year's report because of
// cases that are named one by one: the equation follows from them.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/finding_list.h"
#include "pipeline/year.h"

namespace gov_report {

/// By cell, what findings over single cases add to it.
using CellChanges = std::map<std::string, Count>;

/// Adds up what all cases change, those too that are counted and not kept.
class CarriedCaseSums {
 public:
  explicit CarriedCaseSums(const Schema& schema);

  void see(const Finding& finding);
  const CellChanges& changes(const CarriedCases& rules) const {
    return changes_.at(&rules);
  }

 private:
  std::map<const CarriedCases*, CellChanges> changes_;
};

/// Moves each finding carry-over-differs-from-last-year whose difference the
/// cases account for, to the last one, under the first of those cases.
void fold_carry_over(const Year& year, const CarriedCaseSums& sums,
                     FindingList& findings);

}  // namespace gov_report
