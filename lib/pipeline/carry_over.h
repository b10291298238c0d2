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
  /// `schema` must outlive the sums.
  explicit CarriedCaseSums(const Schema& schema);

  void see(const Finding& finding);
  /// By the id of a ledger; none if it has no such rules.
  const CellChanges& changes(const std::string& ledger) const;
  /// Adds what was seen elsewhere.
  void add(const std::string& ledger, const CellChanges& changes);

 private:
  struct OfLedger {
    const CarriedCases* rules;
    CellChanges changes;
  };
  std::map<std::string, OfLedger> ledgers_;
};

/// Moves each finding carry-over-differs-from-last-year whose difference the
/// cases account for, to the last one, under the first of those cases.
void fold_carry_over(const Year& year, const CarriedCaseSums& sums,
                     FindingList& findings);

}  // namespace gov_report
