// More than two wrong figures: a mixed integer program for GLPK. What it
// answers is only believed after exact verification.
//
// GLPK ends the process where its interface is used wrongly or memory is out,
// and its error hook cannot come back from that without a long jump. So sizes
// and factors are bounded here before it sees them; an equation it cannot
// solve is an answer, not an error.

#include <glpk.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>

#include "check/repair.h"
#include "check/table_rules.h"

namespace gov_report {
namespace {

/// Limits on the search, in nodes of its tree and steps of its simplex.
constexpr int kMostNodes = 200;
constexpr int kMostSteps = 20000;
/// GLPK calculates in floating point. Larger gaps are left unexplained.
constexpr Count kLargestGap = 10'000'000;
constexpr std::size_t kMostFigures = 400;

/// GLPK has an environment for each thread and leaves it behind.
struct ThreadEnvironment {
  ThreadEnvironment() = default;
  ThreadEnvironment(const ThreadEnvironment&) = delete;
  ThreadEnvironment& operator=(const ThreadEnvironment&) = delete;
  ~ThreadEnvironment() { glp_free_env(); }
};

glp_prob* new_program() {
  thread_local const ThreadEnvironment environment;
  return glp_create_prob();
}

struct FreeProgram {
  void operator()(glp_prob* program) const { glp_delete_prob(program); }
};

/// Ends the search at the limit. REQUIRES: `info` is the count of nodes.
void count_node(glp_tree* tree, void* info) {
  int& nodes = *static_cast<int*>(info);
  if (glp_ios_reason(tree) == GLP_ISELECT && ++nodes > kMostNodes) {
    glp_ios_terminate(tree);
  }
}

/// Minimise the number of changed figures. Columns of figure i: 3i+1 and 3i+2
/// what is added and taken away, 3i+3 whether it is changed.
class Program {
 public:
  Program(const RepairProblem& problem, Count largest)
      : problem_(problem), program_(new_program()), largest_(largest) {
    glp_set_obj_dir(program_.get(), GLP_MIN);
    add_figures();
    for (const auto& equation : problem.equations) {
      add_equation(equation);
      if (equation.gap != Decimal()) add_cover(equation);
    }
  }

  /// Whether the search ended at a limit before it was through.
  bool cut_short() const { return cut_short_; }

  /// nullopt if there is none, or none was found within the limits.
  std::optional<Repair> solve() {
    glp_smcp simplex;
    glp_init_smcp(&simplex);
    simplex.msg_lev = GLP_MSG_OFF;
    simplex.it_lim = kMostSteps;
    glp_std_basis(program_.get());
    cut_short_ = glp_simplex(program_.get(), &simplex) != 0;
    if (glp_get_status(program_.get()) != GLP_OPT) return std::nullopt;
    int nodes = 0;
    glp_iocp integer;
    glp_init_iocp(&integer);
    integer.msg_lev = GLP_MSG_OFF;
    integer.cb_func = count_node;
    integer.cb_info = &nodes;
    cut_short_ = glp_intopt(program_.get(), &integer) != 0;
    if (glp_mip_status(program_.get()) != GLP_OPT) return std::nullopt;
    auto repair = read_solution();
    cut_short_ = cut_short_ || !repair;
    return repair;
  }

  /// The next answer is another set of figures.
  void exclude(const Repair& repair) {
    std::vector<int> columns(1);
    std::vector<double> factors(1);
    for (std::size_t f = 0; f < problem_.figures.size(); ++f) {
      const auto same = [&](const Change& change) {
        return change.cell == problem_.figures[f].cell;
      };
      if (std::ranges::none_of(repair, same)) continue;
      columns.push_back(column(f, 3));
      factors.push_back(1);
    }
    const int row = glp_add_rows(program_.get(), 1);
    glp_set_row_bnds(program_.get(), row, GLP_UP, 0,
                     static_cast<double>(repair.size()) - 1);
    glp_set_mat_row(program_.get(), row, static_cast<int>(columns.size()) - 1,
                    columns.data(), factors.data());
  }

 private:
  static int column(std::size_t figure, int which) {
    return static_cast<int>(3 * figure) + which;
  }

  void add_figures() {
    const double most = static_cast<double>(largest_);
    const std::size_t count = problem_.figures.size();
    glp_add_cols(program_.get(), static_cast<int>(3 * count));
    for (std::size_t f = 0; f < count; ++f) {
      const auto& figure = problem_.figures[f];
      double down = most;
      if (figure.unit != Unit::signed_count) {
        const Decimal room = std::min(figure.value, Decimal(largest_));
        down = static_cast<double>(room.whole().value_or(0));
      }
      set_change(f, 1, most);
      set_change(f, 2, std::max(down, 0.0));
      glp_set_col_kind(program_.get(), column(f, 3), GLP_BV);
      glp_set_obj_coef(program_.get(), column(f, 3), 1);
    }
  }

  /// 0 <= change <= most * changed
  void set_change(std::size_t figure, int which, double most) {
    const int change = column(figure, which);
    if (most > 0) {
      glp_set_col_bnds(program_.get(), change, GLP_DB, 0, most);
    } else {
      glp_set_col_bnds(program_.get(), change, GLP_FX, 0, 0);
    }
    const int row = glp_add_rows(program_.get(), 1);
    glp_set_row_bnds(program_.get(), row, GLP_UP, 0, 0);
    const std::array<int, 3> columns = {0, change, column(figure, 3)};
    const std::array<double, 3> factors = {0, 1, -most};
    glp_set_mat_row(program_.get(), row, most > 0 ? 2 : 1, columns.data(),
                    factors.data());
  }

  void add_equation(const RepairProblem::Equation& equation) {
    std::vector<int> columns(1);
    std::vector<double> factors(1);
    for (const auto& term : equation.terms) {
      columns.push_back(column(term.figure, 1));
      factors.push_back(static_cast<double>(term.factor));
      columns.push_back(column(term.figure, 2));
      factors.push_back(-static_cast<double>(term.factor));
    }
    const double gap = static_cast<double>(equation.gap.whole().value_or(0));
    const int row = glp_add_rows(program_.get(), 1);
    glp_set_row_bnds(program_.get(), row, GLP_FX, -gap, -gap);
    glp_set_mat_row(program_.get(), row, static_cast<int>(columns.size()) - 1,
                    columns.data(), factors.data());
  }

  /// An equation that fails has a figure to change. This follows from the
  /// rest, but lets the search end a hundred times sooner.
  void add_cover(const RepairProblem::Equation& equation) {
    std::vector<int> columns(1);
    for (const auto& term : equation.terms) {
      columns.push_back(column(term.figure, 3));
    }
    const std::vector<double> factors(columns.size(), 1);
    const int row = glp_add_rows(program_.get(), 1);
    glp_set_row_bnds(program_.get(), row, GLP_LO, 1, 0);
    glp_set_mat_row(program_.get(), row, static_cast<int>(columns.size()) - 1,
                    columns.data(), factors.data());
  }

  std::optional<Repair> read_solution() const {
    Repair repair;
    std::vector<Decimal> deltas;
    for (std::size_t f = 0; f < problem_.figures.size(); ++f) {
      const double up = glp_mip_col_val(program_.get(), column(f, 1));
      const double down = glp_mip_col_val(program_.get(), column(f, 2));
      const Decimal delta(static_cast<Count>(std::llround(up - down)));
      deltas.push_back(delta);
      if (delta == Decimal()) continue;
      const auto& figure = problem_.figures[f];
      repair.push_back({figure.cell, figure.value, figure.value + delta});
      if (!fits(figure.unit, figure.value + delta)) return std::nullopt;
    }
    for (const auto& equation : problem_.equations) {
      Decimal gap = equation.gap;
      for (const auto& term : equation.terms) {
        gap += Decimal(term.factor) * deltas[term.figure];
      }
      if (gap != Decimal()) return std::nullopt;
    }
    std::ranges::sort(repair, {}, &Change::cell);
    return repair;
  }

  const RepairProblem& problem_;
  std::unique_ptr<glp_prob, FreeProgram> program_;
  Count largest_;
  bool cut_short_ = false;
};

/// What one figure goes beyond all gaps together another must take back;
/// nullopt if one is no whole
/// number or too large.
std::optional<Count> largest_change(const RepairProblem& problem) {
  Count sum = 0;
  for (const auto& equation : problem.equations) {
    const auto gap = equation.gap.whole();
    if (!gap || *gap > kLargestGap || *gap < -kLargestGap) return std::nullopt;
    sum += *gap < 0 ? -*gap : *gap;
  }
  if (sum == 0 || sum > kLargestGap) return std::nullopt;
  return sum;
}

}  // namespace

/// Without figures that stand only in equations that hold: a change there
/// would have to be taken back by another.
RepairProblem only_suspects(const RepairProblem& problem) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> number(problem.figures.size(), kNone);
  RepairProblem less;
  for (const auto& equation : problem.equations) {
    if (equation.gap == Decimal()) continue;
    for (const auto& term : equation.terms) {
      if (number[term.figure] != kNone) continue;
      number[term.figure] = less.figures.size();
      less.figures.push_back(problem.figures[term.figure]);
    }
  }
  for (const auto& equation : problem.equations) {
    RepairProblem::Equation kept{{}, equation.gap};
    for (const auto& term : equation.terms) {
      if (number[term.figure] == kNone) continue;
      kept.terms.push_back({number[term.figure], term.factor});
    }
    if (!kept.terms.empty()) less.equations.push_back(std::move(kept));
  }
  return less;
}

Repairs fewest_changes(const RepairProblem& whole, std::size_t limit) {
  Repairs repairs;
  const RepairProblem problem = only_suspects(whole);
  const auto largest = largest_change(problem);
  if (!largest || problem.figures.size() > kMostFigures) return repairs;
  glp_term_out(GLP_OFF);
  {
    Program program(problem, *largest);
    repairs.all = false;
    while (repairs.found.size() < limit) {
      auto repair = program.solve();
      const bool is_worse = repair && !repairs.found.empty() &&
                            repair->size() > repairs.found.front().size();
      if (!repair || is_worse) {
        repairs.all = !program.cut_short();
        break;
      }
      program.exclude(*repair);
      repairs.found.push_back(std::move(*repair));
    }
  }
  glp_free_env();
  return repairs;
}

}  // namespace gov_report
