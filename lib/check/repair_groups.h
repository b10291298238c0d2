// repair_groups.h - broken equations put together by what would mend them: one
// group for each mistake that seems to have been made.
//
//   order   equations of one year are mended first; those with last year's
//           report, and those that are only warnings, where the others hold

#pragma once

#include <vector>

#include "check/relations.h"
#include "check/repair.h"

namespace gov_report {

struct RepairGroup {
  std::vector<std::size_t> broken;  ///< indices of relations
  /// Each mends all of `broken`; never empty.
  std::vector<Repair> repairs;
  bool all = true;  ///< there are no other repairs as small
};

std::vector<RepairGroup> repair_groups(
    const Table& table, const std::vector<JudgedRelation>& relations);

}  // namespace gov_report
