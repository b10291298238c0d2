// other_sense.h - whether a label or header of a page speaks of something else
// than the words of the form that it is like: of another time, in another unit.
//
//   in      printed words and those of the form, folded
//   absent  year 0: not known; then no year is one before it

#pragma once

#include <string_view>

#include "schema/page_format.h"

namespace gov_report {

class OtherSense {
 public:
  /// REQUIRES: the words stay.
  OtherSense(const SenseWords& words, int year) : words_(words), year_(year) {}

  bool is_in(std::string_view printed, std::string_view of_form) const;

 private:
  bool names_year_before(std::string_view printed) const;

  const SenseWords& words_;
  int year_;
};

}  // namespace gov_report
