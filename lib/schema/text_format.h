// text_format.h - what the wording of a report must say and must not say,
// loaded from schemas/texts.yaml (the language: schemas/README.md).
//
//   in      patterns meet folded text (narrative/folded_text.h)

#pragma once

#include <string>
#include <vector>

#include "base/pattern.h"
#include "schema/content_words.h"
#include "schema/outline_words.h"

namespace gov_report {

/// Patterns are in simplified characters; a text in the others is left alone.
struct TraditionalScript {
  std::u32string characters;  ///< that only it has, sorted
  int share = 100;            ///< percent of the letters that show it
};

struct TextFormat {
  TraditionalScript traditional;
  TitleFormat title;
  Trial trial;
  std::vector<std::string> numerals;  ///< 1, 2, 3 … in Chinese
  SectionWords sections;
  PeriodFormat period;
  YearWords years;
  std::vector<WrongWording> legal;
  std::vector<WrongWording> leftovers;
  OverviewWords overview;
  SupervisionWords supervision;
  ProblemWords problems;
  CopyLimits copies;
  ForeignWords foreign;
  TypingWords typing;
  /// The patterns of many wordings, of which a text has few: those of `legal`,
  /// `leftovers`, `typing.look_alikes`, `problems.stock`, of periods and years.
  PatternSet glance;
  PersonalWords personal;
  std::vector<Deadline> deadlines;
};

}  // namespace gov_report
