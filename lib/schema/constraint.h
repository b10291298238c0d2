// constraint.h - an equation or condition that the figures of a report keep.
//
//   source  every constraint carries its citation

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/finding.h"
#include "schema/table_format.h"

namespace gov_report {

/// factor * cell; the cell may be one of last year's report.
struct Term {
  Decimal factor;
  bool last_year = false;
  CellIndex cell = 0;          ///< REQUIRES: !last_year
  std::string last_year_cell;  ///< id, as last year's format may differ
};

struct Expression {
  std::vector<Term> terms;
  Decimal constant;
};

struct Comparison {
  enum class Operator { equal, at_most, at_least, less, more };
  Expression left;
  Operator op = Operator::equal;
  Expression right;
  Position at;  ///< in the schema
};

/// One equation or condition over the cells of a report.
struct Constraint {
  /// What it is repeated over; tells which labels name its terms.
  enum class Each { once, row, column };
  std::string rule;
  Each each = Each::once;
  std::string citation;
  std::optional<Comparison> condition;  ///< `if:`
  Comparison holds;
  std::optional<Severity> severity;  ///< absent: that of the rule
  std::string unless_flag;           ///< configuration flag; empty: none
  std::vector<std::string> levels;   ///< empty: bodies of every level
  std::vector<std::string> kinds;    ///< empty: bodies of every kind
  int from_year = 0;
  int to_year = 9999;
  bool is_sum = false;  ///< comes from a `sum:`
  /// The right side may be off by half a unit of its last printed digit.
  bool within_rounding = false;
  bool show_check = false;  ///< the workbook shows it as a live check
  Position at;
  bool uses_last_year() const;
};

}  // namespace gov_report
