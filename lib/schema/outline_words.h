// outline_words.h - what the title, headings, periods and years of a report
// look like, and what wording is wrong anywhere in it (schemas/texts.yaml).
//
//   in      patterns meet folded text (narrative/folded_text.h)

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/pattern.h"

namespace gov_report {

struct TitleFormat {
  struct Form {
    Pattern pattern;       ///< of the whole title
    std::size_t name = 0;  ///< group
    std::size_t year = 0;  ///< group
  };
  std::vector<Form> forms;
  Pattern not_in_name;
};

/// Rules that are one step milder in these years.
struct Trial {
  std::set<int> years;
  std::set<std::string> rules;
};

struct SectionWords {
  Pattern announced;  ///< group 1: how many sections
  Pattern announced_near;
  std::map<std::string, Pattern> names;  ///< by id of the section
  Pattern obsolete;  ///< heading of a section that is none any more
  Pattern item;      ///< group 1: the number of an item
};

struct PeriodFormat {
  Pattern pattern;  ///< groups: year, month, day; year, month, day
  Pattern near;     ///< outside the preamble, its sentence must have this
};

/// Years from `from` to `to` after the report year, in place if one holds.
struct AllowedYears {
  int from = 0;
  int to = 0;
  std::optional<Pattern> before;
  std::optional<Pattern> after;
  std::optional<Pattern> near;
};

struct YearWords {
  Pattern pattern;  ///< group 1: the year
  Pattern quoted;   ///< what stands in it is no year of the text
  std::vector<AllowedYears> allowed;
  int earliest = 0;
  int latest = 0;
};

/// Wording that is wrong in some years, and what takes its place.
struct WrongWording {
  Pattern pattern;  ///< a group marks the piece meant
  std::string instead;
  int from_year = 0;
  int to_year = 9999;
};

}  // namespace gov_report
