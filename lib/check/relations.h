// relations.h - the constraints of a report as linear relations over the
// figures that somebody typed in: what can be changed, and what follows.
//
//   computed   a sum that was left out is written as its parts, so that what
//              it is computed from can be changed and it cannot
//   constant   figures counted from records and those of last year
//   unknown    a cell that is no number stands in `unknown`, as 0 in `value`

#pragma once

#include <optional>
#include <vector>

#include "check/table_rules.h"
#include "schema/rule_catalogue.h"

namespace gov_report {

/// factor * cell.
struct RelationTerm {
  CellIndex cell = 0;
  Decimal factor;

  friend bool operator==(const RelationTerm&, const RelationTerm&) = default;
};

/// terms + unknown + constant compared with 0.
struct Relation {
  std::vector<RelationTerm> terms;    ///< by cell, no factor is 0
  std::vector<RelationTerm> unknown;  ///< the same
  Decimal value;                      ///< left minus right, as it is now
  Comparison::Operator op = Comparison::Operator::equal;

  /// Whether it would hold if `value` were another.
  bool holds_with(Decimal other) const;
};

/// A constraint that concerns this body and year, as a relation.
struct JudgedRelation {
  Judgement judgement;
  Severity severity = Severity::error;
  Relation relation;
  std::optional<Relation> condition;

  bool broken() const {
    return judgement.outcome == Judgement::Outcome::broken;
  }
  bool is_equation() const {
    return relation.op == Comparison::Operator::equal && !condition;
  }
};

/// One per judgement, in their order.
std::vector<JudgedRelation> relations_of(
    const Table& table, const SealedReport* last,
    const std::vector<Judgement>& judgements, const RuleCatalogue& rules);

/// Whether a figure stands in a file as it is, and is not computed.
bool is_typed_in(const Cell& cell);

}  // namespace gov_report
