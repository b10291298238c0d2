// text_format.h - what the wording of a report must say and must not say,
// loaded from schemas/texts.yaml (the language: schemas/README.md).
//
//   in      patterns meet folded text (narrative/folded_text.h)
//   units   lengths are characters without blanks; shares are percent

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/pattern.h"
#include "schema/ledger_format.h"

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

struct Topic {
  Text label;
  std::vector<std::string> formats;  ///< empty: all
  Pattern pattern;
};

struct OverviewWords {
  std::string section;
  std::vector<Topic> topics;
  std::map<std::string, int> longest;  ///< by format
  int shortest = 0;
};

struct SupervisionWords {
  struct Item {
    Text label;
    Pattern word;
    Pattern result;
  };
  std::string section;
  std::map<std::string, Severity> kinds;
  std::vector<Item> items;
  Pattern sentence_end;
};

struct ProblemWords {
  std::string section;
  Pattern denied;  ///< taken out first
  Pattern problem;
  Pattern improvement;
  int shortest = 0;
  std::vector<Pattern> stock;
  int covers = 0;
  int rest = 0;
  Pattern clause_end;
};

struct CopyLimits {
  std::set<std::string> sections;
  int shingle = 0;
  int shortest = 0;
  int alike = 0;
  int same = 0;
  std::set<std::string> same_in;
  int paragraph = 0;
};

struct ForeignWords {
  Pattern partner;
  Pattern clause_end;
};

struct TypingWords {
  std::vector<WrongWording> look_alikes;
  std::u32string numbers;
  /// Words with a character twice in a row, by that character, and where in
  /// the word it begins.
  std::map<char32_t, std::vector<std::pair<std::size_t, std::u32string>>>
      reduplicated;
  std::unordered_set<std::string> begins_after_any;
  std::unordered_set<std::string> ends;
  std::unordered_set<std::string> begins;
  std::size_t longest = 0;  ///< characters of the longest of these
};

/// Whose names must not be printed, and what is a name.
struct PersonalWords {
  Pattern identity;
  Pattern mobile;
  Pattern contact;
  Pattern clause_end;
  std::size_t ledger = 0;
  FieldIndex field = 0;
  Where where;
  Pattern name;
  std::u32string separators;
  Pattern no_name;
  std::unordered_set<std::string> words;
  Pattern name_end;  ///< what is no part of a name behind it
  Pattern before;
  Pattern after;
};

struct Deadline {
  std::set<std::string> kinds;
  std::set<std::string> levels;  ///< empty: all
  int month = 1;
  int day = 1;
};

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
