// rank_repairs.h - the likeliest of several repairs first, and each as a
// candidate of a finding, with the slip that it would undo.

#pragma once

#include <vector>

#include "check/cell_grid.h"
#include "check/repair_effects.h"
#include "check/repair_groups.h"
#include "check/slips.h"

namespace gov_report {

class RepairRanking {
 public:
  /// `last` is last year's report; nullptr if there is none.
  RepairRanking(const Table& table, const SealedReport* last,
                const std::vector<JudgedRelation>& relations);

  /// Sorts by likelihood; what is equally likely stays by cell, totals first.
  void rank(std::vector<Repair>& repairs) const;

  /// Variants candidate-…, shared by all rules (schemas/rules.yaml):
  ///   {cell, id, from, to} of one change; with {other, other_id, other_from,
  ///   other_to} of two; {changes} of more
  Finding candidate(const Repair& repair, const std::string& rule) const;

 private:
  SlipContext context(CellIndex cell) const;
  int cost(const Repair& repair) const;
  int cost_of_pair(const Change& a, const Change& b) const;
  /// How much worse the other rules would fare.
  int side_effects(const Repair& repair) const;
  bool is_sum(CellIndex cell) const;
  LikelySlip slip_of(const Change& change) const;

  const Table& table_;
  const SealedReport* last_;
  const std::vector<JudgedRelation>& relations_;
  RepairEffects effects_;
  CellNeighbours grid_;
};

/// All groups of broken equations, the likeliest repair of each first.
std::vector<RepairGroup> ranked_repairs(
    const Table& table, const SealedReport* last,
    const std::vector<JudgedRelation>& relations);

}  // namespace gov_report
