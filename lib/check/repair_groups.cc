#include "check/repair_groups.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "check/cell_grid.h"
#include "check/repair_effects.h"

namespace gov_report {
namespace {

/// More repairs of three and more figures are not looked for.
constexpr std::size_t kMostPrograms = 3;

/// Sets of things numbered from 0 that belong together.
class Unions {
 public:
  explicit Unions(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t item) {
    while (parent_[item] != item) item = parent_[item] = parent_[parent_[item]];
    return item;
  }
  void join(std::size_t a, std::size_t b) { parent_[root(a)] = root(b); }

 private:
  std::vector<std::size_t> parent_;
};

/// The factors of a relation as whole numbers, its value times as much;
/// nullopt if they are too fine.
std::optional<RepairProblem::Equation> whole_equation(
    const Relation& relation, const std::map<CellIndex, std::size_t>& figures) {
  constexpr int kMostDecimals = 4;
  Decimal scale = 1;
  for (int places = 0; places <= kMostDecimals; ++places) {
    RepairProblem::Equation equation;
    for (const RelationTerm& term : relation.terms) {
      const auto factor = (scale * term.factor).whole();
      if (!factor) break;
      equation.terms.push_back({figures.at(term.cell), *factor});
    }
    if (equation.terms.size() == relation.terms.size()) {
      equation.gap = scale * relation.value;
      return equation;
    }
    scale = scale * Decimal(10);
  }
  return std::nullopt;
}

/// A group, and the equations that hold it together.
struct SplitGroup {
  RepairGroup found;
  std::set<std::size_t> tying;
};

class GroupFinder {
 public:
  GroupFinder(const Table& table, const std::vector<JudgedRelation>& relations)
      : table_(table),
        relations_(relations),
        effects_(relations, table.cells.size()),
        grid_(*table.format),
        settled_(relations.size()) {}

  std::vector<RepairGroup> find() {
    std::vector<std::size_t> own;
    for (std::size_t r = 0; r < relations_.size(); ++r) {
      if (is_of_the_year(r) || (must_stay(r) && !relations_[r].broken())) {
        own.push_back(r);
      }
    }
    for (const auto& component : components(own)) solve(component, true);
    std::vector<std::size_t> with_last = own;
    for (std::size_t r = 0; r < relations_.size(); ++r) {
      if (!settled_[r] && can_be_mended_later(r)) with_last.push_back(r);
    }
    for (const auto& component : components(with_last)) {
      const bool is_clear = std::ranges::none_of(component, [&](std::size_t r) {
        return relations_[r].broken() && is_of_the_year(r);
      });
      if (is_clear) solve(component, false);
    }
    return std::move(groups_);
  }

 private:
  bool is_equation(std::size_t r) const {
    const JudgedRelation& one = relations_[r];
    return one.is_equation() && !one.relation.terms.empty() &&
           one.relation.unknown.empty() &&
           one.judgement.outcome != Judgement::Outcome::open;
  }
  bool must_stay(std::size_t r) const {
    return is_equation(r) && relations_[r].severity == Severity::error;
  }
  /// One figure that must have a fixed value is no equation to be mended: the
  /// finding says all.
  bool is_fixed_value(std::size_t r) const {
    return relations_[r].relation.terms.size() == 1 &&
           !relations_[r].judgement.constraint->is_sum;
  }
  bool is_of_the_year(std::size_t r) const {
    return must_stay(r) && !is_fixed_value(r) &&
           !relations_[r].judgement.constraint->uses_last_year();
  }
  bool can_be_mended_later(std::size_t r) const {
    return relations_[r].broken() && is_equation(r) && !is_of_the_year(r) &&
           relations_[r].judgement.constraint->uses_last_year();
  }

  /// Sets of relations that share figures, those with a broken one only.
  std::vector<std::vector<std::size_t>> components(
      const std::vector<std::size_t>& members) const {
    Unions unions(table_.cells.size());
    for (const std::size_t r : members) {
      const auto& terms = relations_[r].relation.terms;
      for (const RelationTerm& term : terms) {
        unions.join(term.cell, terms.front().cell);
      }
    }
    std::map<std::size_t, std::vector<std::size_t>> by_root;
    for (const std::size_t r : members) {
      by_root[unions.root(relations_[r].relation.terms.front().cell)].push_back(
          r);
    }
    std::vector<std::vector<std::size_t>> found;
    for (auto& [root, component] : by_root) {
      const bool is_broken = std::ranges::any_of(
          component, [&](std::size_t r) { return relations_[r].broken(); });
      if (is_broken) found.push_back(std::move(component));
    }
    return found;
  }

  /// Equations between totals come last: they follow from the others.
  void put_totals_last(std::vector<std::size_t>& component) const {
    const auto is_of_totals = [&](std::size_t r) {
      return std::ranges::all_of(
          relations_[r].relation.terms, [&](const RelationTerm& term) {
            return !table_.format->cells[term.cell].parts.empty();
          });
    };
    // Not std::ranges: clang 14 cannot read what it returns.
    std::stable_partition(component.begin(), component.end(),
                          [&](std::size_t r) { return !is_of_totals(r); });
  }

  RepairProblem problem_of(const std::vector<std::size_t>& component) const {
    RepairProblem problem;
    std::map<CellIndex, std::size_t> figures;
    for (const std::size_t r : component) {
      for (const RelationTerm& term : relations_[r].relation.terms) {
        if (!figures.emplace(term.cell, problem.figures.size()).second) {
          continue;
        }
        problem.figures.push_back({term.cell, table_.cells[term.cell].number,
                                   table_.format->cells[term.cell].unit});
      }
    }
    for (const std::size_t r : component) {
      auto equation = whole_equation(relations_[r].relation, figures);
      problem.equations.push_back(
          std::move(equation).value_or(RepairProblem::Equation()));
    }
    return problem;
  }

  void solve(std::vector<std::size_t> component, bool with_program) {
    put_totals_last(component);
    const RepairProblem problem = problem_of(component);
    Repairs repairs = one_figure_repairs(problem);
    drop_harmful(repairs, {});
    if (repairs.found.empty()) {
      repairs = two_figure_repairs(problem);
      drop_harmful(repairs, {});
    }
    const bool by_program = repairs.found.empty() && with_program;
    if (by_program) repairs = by_programs(component, problem);
    if (repairs.found.empty()) return;
    auto groups = split(component, problem, repairs);
    // Exchanged neighbours are one mistake, whatever equations they stand in.
    if (groups.size() > 1 && has_exchange(repairs)) {
      groups = {{{{}, std::move(repairs.found), repairs.all}, {}}};
    }
    if (by_program) list_alternatives(problem, groups);
    give_out_broken(component, groups);
  }

  bool has_exchange(const Repairs& repairs) const {
    return std::ranges::any_of(repairs.found, [&](const Repair& repair) {
      return repair.size() == 2 && is_exchange(repair[0], repair[1]) &&
             grid_.are_neighbours(repair[0].cell, repair[1].cell);
    });
  }

  /// As few changes as possible; if that many also mend what is broken with
  /// regard to last year, those.
  Repairs by_programs(const std::vector<std::size_t>& component,
                      const RepairProblem& problem) const {
    Repairs repairs = fewest_changes(problem, kMostPrograms);
    std::vector<std::size_t> more = component;
    for (std::size_t r = 0; r < relations_.size(); ++r) {
      if (must_stay(r) && relations_[r].broken() && !is_of_the_year(r)) {
        more.push_back(r);
      }
    }
    if (more.size() > component.size() && !repairs.found.empty()) {
      Repairs better = fewest_changes(problem_of(more), kMostPrograms);
      if (!better.found.empty() &&
          better.found.front().size() == repairs.found.front().size()) {
        repairs = std::move(better);
      }
    }
    drop_harmful(repairs, {});
    return repairs;
  }

  /// The program finds a few repairs; with all other groups mended, each group
  /// is small enough to find every one.
  void list_alternatives(const RepairProblem& problem,
                         std::vector<SplitGroup>& groups) const {
    for (SplitGroup& group : groups) {
      const std::size_t size = group.found.repairs.front().size();
      if (size > 2) continue;
      Repair others;
      for (const SplitGroup& other : groups) {
        if (&other == &group) continue;
        const Repair& first = other.found.repairs.front();
        others.insert(others.end(), first.begin(), first.end());
      }
      const RepairProblem rest = changed(problem, others);
      Repairs repairs =
          size == 1 ? one_figure_repairs(rest) : two_figure_repairs(rest);
      drop_harmful(repairs, others);
      if (!repairs.found.empty()) {
        group.found.repairs = std::move(repairs.found);
      }
    }
  }

  static RepairProblem changed(RepairProblem problem, const Repair& repair) {
    std::map<CellIndex, Decimal> deltas;
    for (const Change& change : repair) {
      deltas[change.cell] = change.to - change.from;
    }
    for (auto& equation : problem.equations) {
      for (const auto& term : equation.terms) {
        const auto delta = deltas.find(problem.figures[term.figure].cell);
        if (delta == deltas.end()) continue;
        equation.gap += Decimal(term.factor) * delta->second;
      }
    }
    for (auto& figure : problem.figures) {
      const auto delta = deltas.find(figure.cell);
      if (delta != deltas.end()) figure.value += delta->second;
    }
    return problem;
  }

  /// A repair must not break what has to hold and holds now.
  void drop_harmful(Repairs& repairs, const Repair& with) const {
    std::erase_if(repairs.found, [&](Repair repair) {
      repair.insert(repair.end(), with.begin(), with.end());
      return std::ranges::any_of(effects_.touched(repair), [&](std::size_t r) {
        return relations_[r].severity == Severity::error &&
               !relations_[r].broken() && !effects_.holds_after(r, repair);
      });
    });
  }

  /// Changes belong together if they meet in an equation in any repair. What
  /// follows from other equations does not tie them.
  std::vector<SplitGroup> split(const std::vector<std::size_t>& component,
                                const RepairProblem& problem,
                                const Repairs& repairs) const {
    std::set<std::size_t> tying;
    for (const std::size_t e : independent_equations(problem)) {
      tying.insert(component[e]);
    }
    const auto tied = [&](const Change& change) {
      auto touched = effects_.touched({change});
      std::erase_if(touched, [&](std::size_t r) { return !tying.contains(r); });
      return touched;
    };
    Unions unions(relations_.size());
    for (const Repair& repair : repairs.found) {
      for (const Change& change : repair) {
        const auto touched = tied(change);
        for (const std::size_t r : touched) unions.join(r, touched.front());
      }
    }
    std::map<std::size_t, SplitGroup> groups;
    for (const Repair& repair : repairs.found) {
      std::map<std::size_t, Repair> pieces;
      for (const Change& change : repair) {
        const auto touched = tied(change);
        const std::size_t root =
            touched.empty() ? 0 : unions.root(touched.front());
        pieces[root].push_back(change);
      }
      for (auto& [root, piece] : pieces) add_piece(groups[root], piece);
    }
    std::vector<SplitGroup> list;
    for (auto& [root, group] : groups) {
      for (const std::size_t r : tying) {
        if (unions.root(r) == root) group.tying.insert(r);
      }
      group.found.all = repairs.all;
      list.push_back(std::move(group));
    }
    return list;
  }

  static void add_piece(SplitGroup& group, Repair& piece) {
    auto& known = group.found.repairs;
    if (std::ranges::find(known, piece) == known.end()) {
      known.push_back(std::move(piece));
    }
  }

  /// Each broken equation goes to the group that mends it.
  void give_out_broken(const std::vector<std::size_t>& component,
                       std::vector<SplitGroup>& groups) {
    for (const std::size_t r : component) {
      if (!relations_[r].broken()) continue;
      settled_[r] = true;
      auto best = std::ranges::find_if(groups, [&](const SplitGroup& group) {
        return group.tying.contains(r);
      });
      if (best == groups.end()) {
        best = std::ranges::find_if(groups, [&](const SplitGroup& group) {
          const auto touched = effects_.touched(group.found.repairs.front());
          return std::ranges::find(touched, r) != touched.end();
        });
      }
      if (best == groups.end()) best = groups.begin();
      best->found.broken.push_back(r);
    }
    for (SplitGroup& group : groups) {
      if (!group.found.broken.empty()) {
        groups_.push_back(std::move(group.found));
      }
    }
  }

  const Table& table_;
  const std::vector<JudgedRelation>& relations_;
  RepairEffects effects_;
  CellNeighbours grid_;
  std::vector<bool> settled_;
  std::vector<RepairGroup> groups_;
};

}  // namespace

std::vector<RepairGroup> repair_groups(
    const Table& table, const std::vector<JudgedRelation>& relations) {
  return GroupFinder(table, relations).find();
}

}  // namespace gov_report
