#include "check/repair_effects.h"

#include <algorithm>

namespace gov_report {

RepairEffects::RepairEffects(const std::vector<JudgedRelation>& relations,
                             std::size_t cells)
    : relations_(relations), by_cell_(cells) {
  const auto enter = [&](const Relation& relation, std::size_t r) {
    for (const RelationTerm& term : relation.terms) {
      auto& list = by_cell_[term.cell];
      if (list.empty() || list.back() != r) list.push_back(r);
    }
  };
  for (std::size_t r = 0; r < relations.size(); ++r) {
    enter(relations[r].relation, r);
    if (relations[r].condition) enter(*relations[r].condition, r);
  }
}

std::vector<std::size_t> RepairEffects::touched(const Repair& repair) const {
  std::vector<std::size_t> found;
  for (const Change& change : repair) {
    found.insert(found.end(), by_cell_[change.cell].begin(),
                 by_cell_[change.cell].end());
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool RepairEffects::holds_after(std::size_t index, const Repair& repair) const {
  const JudgedRelation& one = relations_[index];
  if (one.judgement.outcome == Judgement::Outcome::open) return true;
  if (one.condition &&
      !one.condition->holds_with(after(*one.condition, repair))) {
    return true;
  }
  // Rounding is not repeated here: such a relation counts as it was judged.
  if (one.judgement.constraint->within_rounding) return !one.broken();
  return one.relation.holds_with(after(one.relation, repair));
}

Decimal RepairEffects::after(const Relation& relation, const Repair& repair) {
  Decimal value = relation.value;
  for (const Change& change : repair) {
    const auto term = std::ranges::lower_bound(relation.terms, change.cell, {},
                                               &RelationTerm::cell);
    if (term == relation.terms.end() || term->cell != change.cell) continue;
    value += term->factor * (change.to - change.from);
  }
  return value;
}

}  // namespace gov_report
