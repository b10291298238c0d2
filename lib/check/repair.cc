#include "check/repair.h"

#include <algorithm>
#include <optional>

#include "check/table_rules.h"

namespace gov_report {
namespace {

/// More pairs than this are not told apart by anybody.
constexpr std::size_t kMostPairs = 5000;

struct Entry {
  std::size_t equation = 0;
  Count factor = 0;
};

class PairSearch {
 public:
  explicit PairSearch(const RepairProblem& problem)
      : problem_(problem), columns_(problem.figures.size()) {
    for (std::size_t e = 0; e < problem.equations.size(); ++e) {
      gaps_.push_back(problem.equations[e].gap);
      for (const auto& term : problem.equations[e].terms) {
        columns_[term.figure].push_back({e, term.factor});
      }
    }
  }

  Repairs one() {
    if (const auto e = narrowest_failing()) find_singles(*e, std::nullopt);
    return std::move(repairs_);
  }

  Repairs two() {
    const auto e = narrowest_failing();
    if (!e) return {};
    // Every repair changes a figure of each failing equation, this one too.
    const auto& terms = problem_.equations[*e].terms;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      with_second_elsewhere(terms[i], *e);
      for (std::size_t j = i + 1; j < terms.size(); ++j) {
        with_second_here(terms[i], terms[j], *e);
      }
    }
    return std::move(repairs_);
  }

 private:
  using Term = RepairProblem::Term;

  /// The failing equation with the fewest figures.
  std::optional<std::size_t> narrowest_failing() const {
    std::optional<std::size_t> best;
    for (std::size_t e = 0; e < gaps_.size(); ++e) {
      if (gaps_[e] == Decimal()) continue;
      if (!best || problem_.equations[e].terms.size() <
                       problem_.equations[*best].terms.size()) {
        best = e;
      }
    }
    return best;
  }

  Count factor_in(std::size_t figure, std::size_t equation) const {
    for (const Entry& entry : columns_[figure]) {
      if (entry.equation == equation) return entry.factor;
    }
    return 0;
  }

  bool possible(std::size_t figure, Decimal delta) const {
    const auto& changed = problem_.figures[figure];
    const Decimal to = changed.value + delta;
    return delta != Decimal() && fits(changed.unit, to) &&
           to <= kLargestFigure && -to <= kLargestFigure;
  }

  void shift(std::size_t figure, Decimal delta) {
    for (const Entry& entry : columns_[figure]) {
      gaps_[entry.equation] += Decimal(entry.factor) * delta;
    }
  }

  bool all_hold() const {
    return std::ranges::all_of(
        gaps_, [](const Decimal& gap) { return gap == Decimal(); });
  }

  /// Whether changing one figure mends all that fails now.
  bool mends(std::size_t figure, Decimal delta) {
    shift(figure, delta);
    const bool mended = all_hold();
    shift(figure, -delta);
    return mended;
  }

  /// Figures of `equation` that mend everything, with what was changed before.
  void find_singles(std::size_t equation, const std::optional<Change>& before,
                    std::optional<std::size_t> not_in = {}) {
    for (const Term& term : problem_.equations[equation].terms) {
      if (not_in && factor_in(term.figure, *not_in) != 0) continue;
      const auto delta = (-gaps_[equation]).divided_by(term.factor);
      if (!delta || !possible(term.figure, *delta)) continue;
      if (!mends(term.figure, *delta)) continue;
      Repair repair = {change(term.figure, *delta)};
      if (before) repair.push_back(*before);
      add(std::move(repair));
    }
  }

  /// `first` closes the gap of `equation`; the other figure is not in it.
  void with_second_elsewhere(const Term& first, std::size_t equation) {
    const auto delta = (-gaps_[equation]).divided_by(first.factor);
    if (!delta || !possible(first.figure, *delta)) return;
    shift(first.figure, *delta);
    if (const auto next = narrowest_failing()) {
      find_singles(*next, change(first.figure, *delta), equation);
    }
    shift(first.figure, -*delta);
  }

  /// Both are in `equation`; another one tells how they share its gap.
  void with_second_here(const Term& a, const Term& b, std::size_t equation) {
    for (const std::size_t figure : {a.figure, b.figure}) {
      for (const Entry& entry : columns_[figure]) {
        const Count a2 = factor_in(a.figure, entry.equation);
        const Count b2 = factor_in(b.figure, entry.equation);
        const Count determinant = a.factor * b2 - b.factor * a2;
        if (determinant == 0) continue;
        const Decimal gap = -gaps_[equation];
        const Decimal gap2 = -gaps_[entry.equation];
        const auto delta_a = (gap * Decimal(b2) - gap2 * Decimal(b.factor))
                                 .divided_by(determinant);
        const auto delta_b = (gap2 * Decimal(a.factor) - gap * Decimal(a2))
                                 .divided_by(determinant);
        if (delta_a && delta_b)
          add_pair(a.figure, *delta_a, b.figure, *delta_b);
        return;
      }
    }
  }

  void add_pair(std::size_t a, Decimal delta_a, std::size_t b,
                Decimal delta_b) {
    if (!possible(a, delta_a) || !possible(b, delta_b)) return;
    shift(a, delta_a);
    if (mends(b, delta_b)) add({change(a, delta_a), change(b, delta_b)});
    shift(a, -delta_a);
  }

  Change change(std::size_t figure, Decimal delta) const {
    const auto& changed = problem_.figures[figure];
    return {changed.cell, changed.value, changed.value + delta};
  }

  void add(Repair repair) {
    if (repairs_.found.size() == kMostPairs) {
      repairs_.all = false;
      return;
    }
    std::ranges::sort(repair, {}, &Change::cell);
    repairs_.found.push_back(std::move(repair));
  }

  const RepairProblem& problem_;
  std::vector<std::vector<Entry>> columns_;  ///< by figure
  std::vector<Decimal> gaps_;
  Repairs repairs_;
};

}  // namespace

Repairs one_figure_repairs(const RepairProblem& problem) {
  return PairSearch(problem).one();
}

Repairs two_figure_repairs(const RepairProblem& problem) {
  return PairSearch(problem).two();
}

std::vector<std::size_t> independent_equations(const RepairProblem& problem) {
  // Elimination over the integers modulo a prime: fast, and the factors of
  // statutory tables are so small that nothing is lost.
  constexpr Count kPrime = 2147483647;
  const auto power = [](Count base, Count exponent) {
    Count result = 1;
    for (; exponent > 0; exponent /= 2) {
      if (exponent % 2 == 1) result = result * base % kPrime;
      base = base * base % kPrime;
    }
    return result;
  };
  std::vector<std::vector<Count>> kept;
  std::vector<std::size_t> pivots;
  std::vector<std::size_t> independent;
  for (std::size_t e = 0; e < problem.equations.size(); ++e) {
    std::vector<Count> row(problem.figures.size());
    for (const auto& term : problem.equations[e].terms) {
      row[term.figure] = (term.factor % kPrime + kPrime) % kPrime;
    }
    for (std::size_t k = 0; k < kept.size(); ++k) {
      const Count times = row[pivots[k]];
      if (times == 0) continue;
      for (std::size_t f = 0; f < row.size(); ++f) {
        row[f] = (row[f] + (kPrime - times) * kept[k][f]) % kPrime;
      }
    }
    const auto pivot =
        std::ranges::find_if(row, [](Count factor) { return factor != 0; });
    if (pivot == row.end()) continue;
    const Count inverse = power(*pivot, kPrime - 2);
    pivots.push_back(static_cast<std::size_t>(pivot - row.begin()));
    for (Count& factor : row) factor = factor * inverse % kPrime;
    kept.push_back(std::move(row));
    independent.push_back(e);
  }
  return independent;
}

}  // namespace gov_report
