// content_words.h - what sections of a report must say and must not say
// (schemas/texts.yaml).
//
//   in      patterns meet folded text (narrative/folded_text.h)
//   units   lengths are characters without blanks; shares are percent

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "base/pattern.h"
#include "schema/field_format.h"
#include "schema/outline_words.h"

namespace gov_report {

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
  Pattern person;   ///< whose number it is, in front of it
  Pattern invited;  ///< to call it
  Pattern identity_word;
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

}  // namespace gov_report
