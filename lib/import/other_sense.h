// other_sense.h - whether a label or header of a page speaks of something else
// than the words of the form that it is like: of another time or place, of a
// part of the year.
//
//   in      printed words and those of the form, folded
//   absent  year 0: not known; then no year is one before it

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "schema/page_format.h"

namespace gov_report {

/// Units of money as words name them, folded, and their powers of ten of the
/// yuan; nullopt: other money.
using MoneyUnits = std::map<std::string, std::optional<int>>;

/// An amount that is not in the unit of the form.
struct OtherMoney {
  std::string figure;        ///< as it is printed
  std::string unit;          ///< as the words around it name it; empty: several
  std::optional<int> power;  ///< of ten of the yuan; nullopt: not sure
};

class OtherSense {
 public:
  /// REQUIRES: the words stay.
  OtherSense(const SenseWords& words, int year) : words_(words), year_(year) {}

  bool is_in(std::string_view printed, std::string_view of_form) const;
  /// The same of a line above a table, or of its title. Longer ones may say
  /// what the body is of, or which figures come in: there only a year counts,
  /// and a part of one in the name of a table.
  bool is_in_caption(std::string_view printed, std::string_view of_form) const;
  /// A header that is made as the form's are and counts something else:
  /// requests in place of decisions.
  bool has_other_subject(std::string_view printed,
                         std::string_view of_form) const;
  MoneyUnits money_in(std::string_view words) const;

 private:
  bool names_year_before(std::string_view printed) const;
  std::string subject_of(std::string_view words) const;

  const SenseWords& words_;
  int year_;
};

}  // namespace gov_report
