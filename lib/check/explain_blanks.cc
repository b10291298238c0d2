// Cells without a number whose value follows from the equations.

#include <algorithm>
#include <map>
#include <set>

#include "check/explain_totals.h"

namespace gov_report {
namespace {

class BlankSolver {
 public:
  BlankSolver(const Table& table, const std::vector<JudgedRelation>& relations)
      : table_(table) {
    for (const JudgedRelation& one : relations) {
      const bool must_hold =
          one.is_equation() && one.severity == Severity::error;
      if (must_hold && !one.relation.unknown.empty()) {
        open_.push_back(one.relation);
      }
    }
  }

  /// Values by cell. A cell for which two equations ask for different values,
  /// or an impossible one, has none.
  std::map<CellIndex, Decimal> solve() {
    for (bool found = true; found;) {
      found = false;
      for (Relation& relation : open_) {
        put_in_known(relation);
        found = find_in(relation) || found;
      }
    }
    drop_contradicted();
    return std::move(values_);
  }

 private:
  void put_in_known(Relation& relation) const {
    std::erase_if(relation.unknown, [&](const RelationTerm& term) {
      const auto value = values_.find(term.cell);
      if (value == values_.end()) return false;
      relation.value += term.factor * value->second;
      relation.terms.push_back(term);
      return true;
    });
  }

  /// One unknown figure, or several that can only be 0.
  bool find_in(const Relation& relation) {
    const auto& unknown = relation.unknown;
    if (unknown.empty()) return false;
    if (unknown.size() == 1) {
      const auto factor = unknown.front().factor.whole();
      const auto value =
          factor ? (-relation.value).divided_by(*factor) : std::nullopt;
      const Unit unit = table_.format->cells[unknown.front().cell].unit;
      if (!value || !fits(unit, *value)) return false;
      return values_.emplace(unknown.front().cell, *value).second;
    }
    const bool same_sign =
        std::ranges::all_of(unknown, [&](const RelationTerm& term) {
          return (term.factor > Decimal()) ==
                     (unknown.front().factor > Decimal()) &&
                 table_.format->cells[term.cell].unit != Unit::signed_count;
        });
    if (!same_sign || relation.value != Decimal()) return false;
    for (const RelationTerm& term : unknown) {
      values_.emplace(term.cell, Decimal());
    }
    return true;
  }

  void drop_contradicted() {
    std::set<CellIndex> doubtful;
    for (Relation& relation : open_) {
      put_in_known(relation);
      const bool is_impossible =
          relation.unknown.empty() && relation.value != Decimal();
      if (!is_impossible) continue;
      for (const RelationTerm& term : relation.terms) {
        doubtful.insert(term.cell);
      }
    }
    std::erase_if(values_, [&](const auto& value) {
      return doubtful.contains(value.first);
    });
  }

  const Table& table_;
  std::vector<Relation> open_;
  std::map<CellIndex, Decimal> values_;
};

}  // namespace

void explain_blanks(const Table& table, const SealedReport* last,
                    const std::vector<Judgement>& judgements,
                    const RuleCatalogue& rules, FindingList& findings) {
  const auto is_open = [](const Judgement& judgement) {
    return judgement.outcome == Judgement::Outcome::open;
  };
  if (findings.empty() || std::ranges::none_of(judgements, is_open)) return;
  const auto values =
      BlankSolver(table, relations_of(table, last, judgements, rules)).solve();
  for (Finding& finding : findings.all()) {
    const auto cell = table.format->cell(finding.cell);
    const auto value = cell ? values.find(*cell) : values.end();
    if (value == values.end() || !finding.candidates.empty()) continue;
    if (table.cells[*cell].state == CellState::number) continue;
    Finding candidate;
    candidate.rule = finding.rule;
    candidate.variant = "candidate-blank";
    candidate.place = finding.place;
    candidate.cell = finding.cell;
    candidate.arguments = {{"cell", cell_label(table.format->cells[*cell])},
                           {"id", finding.cell},
                           {"to", value->second.text()}};
    finding.candidates.push_back(std::move(candidate));
  }
}

}  // namespace gov_report
