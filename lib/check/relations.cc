#include "check/relations.h"

#include <algorithm>

namespace gov_report {
namespace {

class RelationWriter {
 public:
  RelationWriter(const Table& table, const SealedReport* last)
      : table_(table), last_(last) {}

  Relation write(const Comparison& comparison) {
    known_.clear();
    unknown_.clear();
    relation_ = Relation();
    relation_.op = comparison.op;
    add(comparison.left, Decimal(1));
    add(comparison.right, Decimal(-1));
    relation_.terms = terms_of(known_);
    relation_.unknown = terms_of(unknown_);
    return std::move(relation_);
  }

 private:
  void add(const Expression& expression, Decimal sign) {
    relation_.value += sign * expression.constant;
    for (const Term& term : expression.terms) {
      const Decimal factor = sign * term.factor;
      if (!term.last_year) {
        add(term.cell, factor);
      } else if (last_ != nullptr) {
        relation_.value +=
            factor * last_->number(term.last_year_cell).value_or(Decimal());
      }
    }
  }

  void add(CellIndex index, Decimal factor) {
    const Cell& cell = table_.cells[index];
    const std::vector<CellIndex>& parts = table_.format->cells[index].parts;
    const bool is_number = cell.state == CellState::number;
    const bool is_open =
        cell.state == CellState::missing || cell.state == CellState::blank;
    if (is_typed_in(cell)) {
      known_.push_back({index, factor});
      relation_.value += factor * cell.number;
    } else if (!parts.empty() && (is_number || is_open)) {
      for (const CellIndex part : parts) add(part, factor);
    } else if (is_number) {
      relation_.value += factor * cell.number;
    } else {
      unknown_.push_back({index, factor});
    }
  }

  /// By cell, the factors of each added up.
  static std::vector<RelationTerm> terms_of(std::vector<RelationTerm>& added) {
    std::ranges::sort(added, {}, &RelationTerm::cell);
    std::vector<RelationTerm> terms;
    terms.reserve(added.size());
    for (const RelationTerm& term : added) {
      if (!terms.empty() && terms.back().cell == term.cell) {
        terms.back().factor += term.factor;
      } else {
        terms.push_back(term);
      }
    }
    std::erase_if(terms, [](const RelationTerm& term) {
      return term.factor == Decimal();
    });
    return terms;
  }

  const Table& table_;
  const SealedReport* last_;
  Relation relation_;
  std::vector<RelationTerm> known_;  // as they come
  std::vector<RelationTerm> unknown_;
};

}  // namespace

bool Relation::holds_with(Decimal other) const {
  switch (op) {
    case Comparison::Operator::equal:
      return other == Decimal();
    case Comparison::Operator::at_most:
      return other <= Decimal();
    case Comparison::Operator::at_least:
      return other >= Decimal();
    case Comparison::Operator::less:
      return other < Decimal();
    case Comparison::Operator::more:
      return other > Decimal();
  }
  return true;
}

bool is_typed_in(const Cell& cell) {
  return cell.state == CellState::number && !cell.text.empty();
}

std::vector<JudgedRelation> relations_of(
    const Table& table, const SealedReport* last,
    const std::vector<Judgement>& judgements, const RuleCatalogue& rules) {
  RelationWriter writer(table, last);
  std::vector<JudgedRelation> relations;
  relations.reserve(judgements.size());
  for (const Judgement& judgement : judgements) {
    const Constraint& constraint = *judgement.constraint;
    JudgedRelation& one = relations.emplace_back();
    one.judgement = judgement;
    one.severity =
        constraint.severity.value_or(rules.severity(constraint.rule));
    one.relation = writer.write(constraint.holds);
    if (constraint.condition)
      one.condition = writer.write(*constraint.condition);
  }
  return relations;
}

}  // namespace gov_report
