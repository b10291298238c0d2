// field_format.h - the fields of a ledger, and conditions over them.
//
//   source  domain of the fields: 条例 §45 (the duty to keep records)
//   absent  an optional the schema does not set says so in its comment

#pragma once

#include <cstdint>
#include <string>
#include <vector>

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

}  // namespace gov_report
