// repair.h - the smallest change of figures that makes equations hold again.
//
//   in      linear equations over figures, and by how much each is off
//   out     changes of one, of two, or of the fewest possible figures; every
//           figure stays one that its unit allows (a count: whole, >= 0)
//   exact   one and two by search in the columns of the equations; more by a
//           mixed integer program, whose answer is verified exactly
//   time    bounded by the number of figures and by limits on the search
//           tree, never by a clock

#pragma once

#include <cstddef>
#include <vector>

#include "schema/report_format.h"

namespace gov_report {

struct Change {
  CellIndex cell = 0;
  Decimal from;
  Decimal to;

  friend bool operator==(const Change&, const Change&) = default;
};

/// Changes that go together, by cell.
using Repair = std::vector<Change>;

/// Whether two figures stand in each other's place.
inline bool is_exchange(const Change& a, const Change& b) {
  return a.from == b.to && a.to == b.from;
}

/// Figures that may be changed, and equations that must hold.
struct RepairProblem {
  struct Figure {
    CellIndex cell = 0;
    Decimal value;
    Unit unit = Unit::count;
  };
  struct Term {
    std::size_t figure = 0;  ///< index of `figures`
    Count factor = 1;        ///< not 0
  };
  struct Equation {
    std::vector<Term> terms;  ///< no figure twice
    Decimal gap;              ///< left minus right; 0: it holds
  };
  std::vector<Figure> figures;
  std::vector<Equation> equations;
};

struct Repairs {
  std::vector<Repair> found;
  bool all = true;  ///< there are no others with as few changes
};

/// Every change of one figure after which all equations hold.
Repairs one_figure_repairs(const RepairProblem& problem);

/// Every change of two figures after which all equations hold. Left out are
/// pairs whose changes only add up: they have no definite values.
Repairs two_figure_repairs(const RepairProblem& problem);

/// Changes of as few figures as possible, of those that stand in an equation
/// that fails; at most `limit` ways. None if all equations hold, there is no
/// repair, or none was found within the limits.
Repairs fewest_changes(const RepairProblem& problem, std::size_t limit);

/// Indices of equations that do not follow from those before them.
std::vector<std::size_t> independent_equations(const RepairProblem& problem);

}  // namespace gov_report
