// ledger_format.h - what one ledger may contain, loaded from
// schemas/ledgers/*.yaml (the language: schemas/README.md).
//
//   source  domain of the fields: 条例 §45 (the duty to keep records)
//   absent  an optional the schema does not set says so in its comment

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/finding.h"

namespace gov_report {

enum class FieldType { text, date, count, amount, flag, value_class };

/// Index of a field in LedgerFormat::fields.
using FieldIndex = std::uint16_t;
/// Index of a value in FieldFormat::values.
using ValueIndex = std::uint16_t;

/// Words that are taken for a value although they need not mean it.
struct JudgedWords {
  std::vector<std::string> words;
  Text reason;  ///< why they most likely do
};

struct FieldValue {
  std::string id;
  Text label;
  std::vector<std::string> aliases;
  std::vector<JudgedWords> judged;
};

/// Words that may mean one value as well as another, so that none is taken.
struct AmbiguousWords {
  std::vector<std::string> words;
  std::vector<ValueIndex> values;  ///< at least two
  Text reason;
};

/// A word after a number; the number stands for itself times 10^power_of_ten.
struct NumberUnit {
  std::string word;  ///< folded
  int power_of_ten = 0;
};

struct FieldFormat {
  std::string id;
  Text heading;
  std::vector<std::string> aliases;
  FieldType type = FieldType::text;
  bool required = false;         ///< the column must exist
  std::string missing;           ///< rule an empty value breaks; empty: allowed
  std::string unknown;           ///< rule any other text breaks
  std::string multiple;          ///< rule several values in one break
  std::string unique;            ///< rule an equal value breaks; empty: none
  bool not_after_as_of = false;  ///< a later date breaks `missing`
  bool is_private = false;       ///< never in a published output
  std::vector<std::string> own_words;  ///< folded; "this body" in other words
  std::string default_value;  ///< taken for an empty value; empty: none
  std::vector<FieldValue> values;
  std::vector<AmbiguousWords> ambiguous;
  std::vector<NumberUnit> units;      ///< of counts and amounts
  std::vector<std::string> prefixes;  ///< folded; before a number: currency
  std::string citation;
  Position at;  ///< in the schema
};

/// One test of one field. All conditions of a Where must hold.
struct Condition {
  enum class Test {
    filled,
    empty,
    any_of,         ///< a class or flag field has one of `values`
    in_year,        ///< Y-01-01 <= date <= Y-12-31
    before_year,    ///< date < Y-01-01
    by_year_end,    ///< date <= Y-12-31
    open_at_start,  ///< empty, or date >= Y-01-01
    open_at_end,    ///< empty, or date > Y-12-31
    own,            ///< empty, the name of the reporting body, or a word
                    ///< of FieldFormat::own_words
    others,         ///< filled and not `own`
    positive,       ///< a count or amount above 0
  };
  FieldIndex field = 0;
  Test test = Test::filled;
  std::vector<ValueIndex> values;
};
using Where = std::vector<Condition>;

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

struct CarriedCases;       // schema/year_end.h
struct StandingDocuments;  // schema/year_end.h

struct LedgerFormat {
  std::string id;
  Text label;
  std::string citation;
  std::vector<FieldFormat> fields;
  std::vector<FieldIndex> named_by;  ///< the first filled one names a record
  /// Folded; what may stand in brackets beside a heading and says nothing.
  std::vector<std::string> heading_notes;
  /// Folded; what rows under the records begin with: sums, and who signed when.
  std::vector<std::string> total_words;
  std::vector<std::string> signature_words;
  std::vector<RowRule> rules;
  std::optional<DueRule> due;
  std::optional<Tariff> tariff;
  std::shared_ptr<const CarriedCases> carried;        ///< null: none
  std::shared_ptr<const StandingDocuments> standing;  ///< null: none

  /// nullopt if there is no such field.
  std::optional<FieldIndex> field(std::string_view id) const;
};

}  // namespace gov_report
