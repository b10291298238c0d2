// page_format.h - where the report stands on a published page, loaded from
// schemas/pages.yaml (the language: schemas/README.md).
//
//   in      patterns meet folded text (narrative/folded_text.h)

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/pattern.h"

namespace gov_report {

/// A title, right or wrong.
struct PageTitle {
  Pattern front;  ///< of one in a list or among particulars
  /// The first that fits; groups: the year with what belongs to it, alone.
  std::vector<Pattern> years;
  std::map<std::string, int> numerals;  ///< of a year that is in words
  Pattern pattern;       ///< of one without its year; group 1: the name
  Pattern notice;        ///< of one without its year; groups: who, does, what
  Pattern without_year;  ///< group 1: the name
  Pattern cut;
  Pattern no_title;  ///< in the place of a name
  Pattern not_a_name;
  Pattern name_alone;
};

/// How a figure may be written, beside a bare number.
struct FigureWords {
  Pattern any;      ///< words before it, after it or in its place
  int longest = 0;  ///< characters
};

struct MoneyWords {
  Pattern pattern;                    ///< group 1: the unit
  std::map<std::string, int> powers;  ///< of ten, of the yuan
};

/// What tells that a label or header speaks of something else.
struct SenseWords {
  Pattern note;  ///< tells of nothing
  Pattern time;
  Pattern year;    ///< the group that took part
  Pattern scope;   ///< a part of the year, other bodies
  Pattern part;    ///< a part of the year, in a name of a table too
  Pattern table;   ///< a name of a table ends so
  Pattern filler;  ///< what headers have in common, whatever they count
  MoneyWords money;
  Pattern any;  ///< any of note, time, year, scope
};

struct NoReport {
  std::string variant;
  Pattern pattern;
};

/// What a name says about its body.
struct BodyOfName {
  Pattern name;
  std::string kind;
  std::string level;                ///< empty: not said
  std::optional<bool> regulations;  ///< may make them; nullopt: not said
};

struct PageFormat {
  PageTitle title;
  Pattern ends;
  Pattern page_number;
  FigureWords figure;
  SenseWords other_sense;
  std::vector<NoReport> no_report;
  std::vector<BodyOfName> bodies;
};

}  // namespace gov_report
