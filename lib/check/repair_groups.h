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

/// Tells what repairs would do to all relations.
class RepairEffects {
 public:
  RepairEffects(const std::vector<JudgedRelation>& relations,
                std::size_t cells);

  /// Relations with a figure of the repair, each once.
  std::vector<std::size_t> touched(const Repair& repair) const;
  /// Whether relation `index` holds, or is not asked for, after the repair.
  bool holds_after(std::size_t index, const Repair& repair) const;

 private:
  static Decimal after(const Relation& relation, const Repair& repair);

  const std::vector<JudgedRelation>& relations_;
  std::vector<std::vector<std::size_t>> by_cell_;
};

}  // namespace gov_report
