#include "check/explain_totals.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "check/rank_repairs.h"
#include "check/repair_effects.h"
#include "check/repair_groups.h"

namespace gov_report {
namespace {

constexpr std::size_t kMostShown = 5;

class TotalsExplainer {
 public:
  TotalsExplainer(const Table& table, const std::vector<JudgedRelation>& all,
                  const RepairRanking& ranking, std::vector<Finding>& findings)
      : relations_(all),
        effects_(all, table.cells.size()),
        ranking_(ranking),
        findings_(findings) {
    for (std::size_t r = 0; r < all.size(); ++r) {
      if (all[r].broken()) finding_of_.emplace(r, finding_of_.size());
    }
  }

  void explain(RepairGroup group) {
    add_other_mended(group);
    const std::size_t lead = lead_of(group);
    Finding& finding = findings_[finding_of_.at(lead)];
    const std::size_t shown = std::min(group.repairs.size(), kMostShown);
    for (std::size_t i = 0; i < shown; ++i) {
      finding.candidates.push_back(
          ranking_.candidate(group.repairs[i], finding.rule));
    }
    add_rest(group, shown, finding);
    for (const std::size_t r : group.broken) {
      if (r != lead) folded_.emplace(r, lead);
    }
  }

  /// After all groups: moves what follows under what it follows from.
  void fold() {
    std::vector<bool> is_gone(findings_.size());
    for (const auto& [r, lead] : folded_) {
      const std::size_t from = finding_of_.at(r);
      findings_[finding_of_.at(lead)].consequences.push_back(
          std::move(findings_[from]));
      is_gone[from] = true;
    }
    std::size_t at = 0;
    std::erase_if(findings_, [&](const Finding&) { return is_gone[at++]; });
  }

 private:
  /// Broken rules of other kinds that every repair mends as well.
  void add_other_mended(RepairGroup& group) {
    for (const auto& entry : finding_of_) {
      const auto r = entry.first;  // clang 14 captures no binding
      if (is_taken(r, group)) continue;
      const bool is_mended =
          std::ranges::all_of(group.repairs, [&](const Repair& repair) {
            const auto touched = effects_.touched(repair);
            return std::ranges::find(touched, r) != touched.end() &&
                   effects_.holds_after(r, repair);
          });
      if (is_mended) group.broken.push_back(r);
    }
    taken_.insert(taken_.end(), group.broken.begin(), group.broken.end());
  }

  bool is_taken(std::size_t r, const RepairGroup& group) const {
    return std::ranges::find(group.broken, r) != group.broken.end() ||
           std::ranges::find(taken_, r) != taken_.end();
  }

  /// The gravest; a sum before other equations, and the shortest of them: the
  /// total of a row stands where the slip is.
  std::size_t lead_of(const RepairGroup& group) const {
    return *std::ranges::min_element(group.broken, {}, [&](std::size_t r) {
      const JudgedRelation& one = relations_[r];
      return std::make_tuple(-static_cast<int>(one.severity),
                             !one.judgement.constraint->is_sum,
                             one.relation.terms.size(), r);
    });
  }

  void add_rest(const RepairGroup& group, std::size_t shown,
                Finding& finding) const {
    if (group.all && group.repairs.size() == shown) return;
    Finding rest;
    rest.rule = finding.rule;
    rest.variant = group.all ? "candidate-more" : "candidate-and-others";
    rest.arguments = {{"count", std::to_string(group.repairs.size() - shown)}};
    finding.candidates.push_back(std::move(rest));
  }

  const std::vector<JudgedRelation>& relations_;
  RepairEffects effects_;
  const RepairRanking& ranking_;
  std::vector<Finding>& findings_;
  std::map<std::size_t, std::size_t> finding_of_;  ///< by relation
  std::vector<std::size_t> taken_;
  std::map<std::size_t, std::size_t> folded_;  ///< relation → its lead
};

}  // namespace

void explain_totals(const Table& table, const SealedReport* last,
                    const std::vector<Judgement>& judgements,
                    const RuleCatalogue& rules, FindingList& findings) {
  if (findings.empty()) return;
  const auto relations = relations_of(table, last, judgements, rules);
  const RepairRanking ranking(table, last, relations);
  TotalsExplainer explainer(table, relations, ranking, findings.all());
  for (RepairGroup& group : ranked_repairs(table, last, relations)) {
    explainer.explain(std::move(group));
  }
  explainer.fold();
}

}  // namespace gov_report
