#include "check/repair.h"

#include <doctest/doctest.h>

#include <string>

namespace gov_report {
namespace {

/// Figures a, b, c … with their values, and equations between them.
struct System {
  System& figure(std::string_view value, Unit unit = Unit::count) {
    problem.figures.push_back({static_cast<CellIndex>(problem.figures.size()),
                               Decimal::parse(value).value(), unit});
    return *this;
  }
  /// left figures add up to the right ones: "ab=c"
  System& equation(std::string_view text) {
    RepairProblem::Equation equation;
    Count factor = 1;
    for (const char c : text) {
      if (c == '=') {
        factor = -1;
        continue;
      }
      const auto figure = static_cast<std::size_t>(c - 'a');
      equation.terms.push_back({figure, factor});
      equation.gap += Decimal(factor) * problem.figures[figure].value;
    }
    problem.equations.push_back(std::move(equation));
    return *this;
  }
  RepairProblem problem;
};

/// "a1>2 b3>4", one repair a line.
std::string text(const Repairs& repairs) {
  std::string out;
  for (const Repair& repair : repairs.found) {
    for (const Change& change : repair) {
      out += static_cast<char>('a' + change.cell);
      out += change.from.text() + ">" + change.to.text() + " ";
    }
    out += "\n";
  }
  return out + (repairs.all ? "" : "…");
}

TEST_CASE("repair: nothing is changed where all equations hold") {
  System one;
  one.figure("1").figure("2").figure("3").equation("ab=c");
  CHECK(text(one_figure_repairs(one.problem)) == "");
  CHECK(text(two_figure_repairs(one.problem)) == "");
  CHECK(text(fewest_changes(one.problem, 5)) == "");
}

TEST_CASE("repair: one equation can be mended in any of its figures") {
  System one;
  one.figure("1").figure("2").figure("4").equation("ab=c");
  CHECK(text(one_figure_repairs(one.problem)) == "a1>2 \nb2>3 \nc4>3 \n");
}

TEST_CASE("repair: no figure becomes negative unless its unit allows it") {
  System one;
  one.figure("1").figure("5").figure("3").equation("ab=c");
  CHECK(text(one_figure_repairs(one.problem)) == "b5>2 \nc3>6 \n");
  one.problem.figures[0].unit = Unit::signed_count;
  CHECK(text(one_figure_repairs(one.problem)) == "a1>-2 \nb5>2 \nc3>6 \n");
}

TEST_CASE("repair: amounts may have decimals, counts may not") {
  System one;
  one.figure("1", Unit::amount).figure("2").figure("3.25", Unit::amount);
  one.equation("ab=c");
  CHECK(text(one_figure_repairs(one.problem)) == "a1>1.25 \nc3.25>3 \n");
}

TEST_CASE("repair: a figure in two failing equations explains both") {
  // a + b = c and a + d = e, both short by 2: only a stands in both.
  System one;
  one.figure("1").figure("2").figure("5").figure("4").figure("7");
  one.equation("ab=c").equation("ad=e");
  CHECK(text(one_figure_repairs(one.problem)) == "a1>3 \n");
}

TEST_CASE("repair: gaps that differ need two figures") {
  // a + b = c short by 2, a + d = e short by 3.
  System one;
  one.figure("1").figure("2").figure("5").figure("4").figure("8");
  one.equation("ab=c").equation("ad=e");
  CHECK(text(one_figure_repairs(one.problem)) == "");
  // By hand: a takes 2 or 3 and one figure of the other equation the rest, or
  // one figure of each; c 5>3 is the last choice of the first.
  CHECK(text(two_figure_repairs(one.problem)) ==
        "a1>3 d4>5 \na1>3 e8>7 \na1>4 b2>1 \na1>4 c5>6 \n"
        "b2>4 d4>7 \nb2>4 e8>5 \nc5>3 d4>7 \nc5>3 e8>5 \n");
}

TEST_CASE("repair: exchanged figures of a square are found among few") {
  // Rows a+b=c, d+e=f; columns a+d=g, b+e=h; a and b exchanged (right: 3, 8).
  System one;
  for (const char* value : {"8", "3", "11", "1", "2", "3", "4", "10"}) {
    one.figure(value);
  }
  one.equation("ab=c").equation("de=f").equation("ad=g").equation("be=h");
  CHECK(text(one_figure_repairs(one.problem)) == "");
  CHECK(text(two_figure_repairs(one.problem)) == "a8>3 b3>8 \ng4>9 h10>5 \n");
}

TEST_CASE("repair: three wrong figures are found by their number") {
  // Three equations that share nothing; each total is wrong, and the parts are
  // 0, so that only the totals can be changed downwards.
  System one;
  for (const char* value : {"0", "7", "0", "8", "0", "9"}) one.figure(value);
  one.equation("a=b").equation("c=d").equation("e=f");
  CHECK(text(two_figure_repairs(one.problem)) == "");
  const Repairs repairs = fewest_changes(one.problem, 20);
  CHECK(repairs.all);
  CHECK(repairs.found.size() == 8);  // in each equation, either figure
  for (const Repair& repair : repairs.found) CHECK(repair.size() == 3);
}

TEST_CASE("repair: the program stops at its limit and says so") {
  System one;
  for (const char* value : {"0", "7", "0", "8", "0", "9"}) one.figure(value);
  one.equation("a=b").equation("c=d").equation("e=f");
  const Repairs repairs = fewest_changes(one.problem, 2);
  CHECK(repairs.found.size() == 2);
  CHECK_FALSE(repairs.all);
}

TEST_CASE("repair: gaps too large for floating point are left alone") {
  System one;
  one.figure("0").figure("999999999999").equation("a=b");
  CHECK(text(one_figure_repairs(one.problem)) ==
        "a0>999999999999 \nb999999999999>0 \n");
  CHECK(text(fewest_changes(one.problem, 5)) == "");
}

TEST_CASE("repair: an equation that cannot hold has no repair") {
  System one;
  one.problem.equations.push_back({{}, Decimal(3)});
  CHECK(text(one_figure_repairs(one.problem)) == "");
  CHECK(text(two_figure_repairs(one.problem)) == "");
  CHECK(text(fewest_changes(one.problem, 5)) == "");
}

TEST_CASE("repair: an equation that follows from others is not independent") {
  System one;
  for (const char* value : {"1", "2", "3", "1", "2", "3"}) one.figure(value);
  one.equation("a=d").equation("b=e").equation("ab=de").equation("c=f");
  CHECK(independent_equations(one.problem) ==
        std::vector<std::size_t>{0, 1, 3});
}

}  // namespace
}  // namespace gov_report
