// row_rule.h - rules over the rows of a ledger.
//
//   units   days are working days (schema/calendar.h), tariffs are in 元
//   source  time limits: 条例 §33; fees: 109号

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "schema/field_format.h"

namespace gov_report {

/// How the due date of a case is found (条例 §33, 109号).
struct DueRule {
  std::vector<FieldIndex> from;  ///< the latest of these is day 0
  int days = 20;                 ///< working days
  std::optional<FieldIndex> extension;
  std::vector<std::pair<FieldIndex, FieldIndex>> skip;  ///< sent, answered
  int unanswered = 15;  ///< working days skipped while nobody answers
  /// Asked, done: while asked and not done, no due date runs.
  std::vector<std::pair<FieldIndex, FieldIndex>> waits;

  /// The rule for those who take the fields of `empty` as empty.
  DueRule without(const std::vector<FieldIndex>& empty) const;
};

/// One step of a progressive tariff (109号 §4, §5), in 元.
struct TariffStep {
  std::int64_t from = 1;   ///< first unit it holds for
  std::int64_t rate = 0;   ///< of the units up to the next step
  std::int64_t plus = 0;   ///< added to the rate after every `every` units
  std::int64_t every = 0;  ///< 0: the rate stays
};

/// What the fee for processing an application may be (109号).
struct Tariff {
  std::vector<std::string> formats;  ///< report formats; empty: all
  FieldIndex amount = 0;
  FieldIndex method = 0;
  ValueIndex piece_value = 0;        ///< charged by the application
  std::vector<FieldIndex> group_by;  ///< whose applications are counted
  FieldIndex month_of = 0;
  std::vector<FieldIndex> order_by;
  std::vector<TariffStep> piece_steps;
  ValueIndex page_value = 0;  ///< charged by the page
  FieldIndex pages = 0;
  std::vector<TariffStep> page_steps;
  std::string wrong;       ///< rules: any other amount,
  std::string free;        ///< a charge for free units,
  std::string impossible;  ///< an amount that no number of units gives
};

/// A rule over single rows.
struct RowRule {
  enum class Kind {
    together,    ///< fields[0], fields[1]: both filled or both empty
    order,       ///< fields[0] <= fields[1]
    then,        ///< `then` holds
    within,      ///< fields[1] at most `days` working days after fields[0]
    after,       ///< fields[1] later than `days` working days after fields[0]
    at_most,     ///< count in fields[0] <= limit
    same,        ///< fields[0] = fields[1]
    due,         ///< fields[0] (or the as-of date if none) <= due date
    not_before,  ///< fields[0] >= earliest
    never,       ///< the condition never holds
    distinct,    ///< no two rows are equal in `fields`
  };
  std::string rule;
  std::vector<std::string> formats;  ///< report formats; empty: all
  Kind kind = Kind::then;
  Where condition;  ///< applies only where this holds; empty: everywhere
  Where then;
  std::vector<FieldIndex> fields;
  std::vector<FieldIndex> needs;  ///< all columns that must be there
  DueRule due;                    ///< Kind::due
  int days = 0;
  std::int64_t limit = 0;
  Date earliest;
  std::string citation;
  Position at;
};

}  // namespace gov_report
