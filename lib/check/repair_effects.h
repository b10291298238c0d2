// repair_effects.h - what a change of figures would do to every constraint.

#pragma once

#include <vector>

#include "check/relations.h"
#include "check/repair.h"

namespace gov_report {

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
