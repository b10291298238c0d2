// number_words.h - words around the numbers of a text, from `numbers:` of
// schemas/claims.yaml. The longest of a list comes first.

#pragma once

#include <string>
#include <vector>

namespace gov_report {

/// Words around numbers.
struct NumberWords {
  using Words = std::vector<std::u32string>;
  Words about;      ///< within a tenth
  Words or_more;    ///< N <= v < 1.1 N
  Words more_than;  ///< v > N
  Words at_least;
  Words less_than;
  Words at_most;
  Words vague;     ///< before a number: it is none
  Words ordinals;  ///< before a Chinese number: it counts nothing
  Words not_units;
  Words each;
  Words in_order;
  Words units;
  Words percent;
  Words points;
  Words percent_before;
  /// Letters that words in front of a number begin with, sorted.
  std::u32string first_letters;
};

}  // namespace gov_report
