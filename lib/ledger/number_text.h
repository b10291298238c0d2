// number_text.h - counts and amounts as people write them.
//
//   in      1234, １２３４, 1,234, 1，234.50, +5, ￥36.50, 3件, 1.5 万元; which
//           words may stand before and after is said by the field's schema
//   out     the exact number; nothing is rounded
//   errors  nullopt and what it is that cannot be read; nothing is guessed:
//           1,23 and 12 34 are no numbers, 25万 has an unknown unit

#pragma once

#include <optional>
#include <string_view>

#include "base/decimal.h"
#include "schema/ledger_format.h"

namespace gov_report {

struct NumberText {
  enum class Problem {
    none,
    other,       ///< no number at all
    separators,  ///< commas that are not before every third digit
    unit,        ///< a number, and a word that the schema does not know
    negative,
    exponent,  ///< 1.2E+17: digits may be lost
  };
  std::optional<Decimal> value;
  Problem problem = Problem::none;
  bool converted = false;  ///< its unit is not 1: 1.5万元
};

NumberText read_number_text(std::string_view text, const FieldFormat& field);

/// "1.2E+17", as a spreadsheet writes a number of more than 11 digits.
bool is_spreadsheet_exponent(std::string_view text);

/// What stands in ="00123", the text of a formula that is nothing but a text;
/// nullopt for other texts.
std::optional<std::string_view> wrapped_text(std::string_view text);

/// "#N/A", "#REF!", "########": what a spreadsheet shows instead of a value.
bool is_formula_error(std::string_view text);

}  // namespace gov_report
