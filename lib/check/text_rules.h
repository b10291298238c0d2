// text_rules.h - rules over the structure and the words of a report (domain
// rules 4.9), whatever it was read from.
//
//   in      the text without tables; facts of the body and of last year
//   absent  a rule that lacks a fact is not run, with the reason: no
//           neighbours named, no text of last year, no date of publication
//   limit   kTextFindings of one rule; a last one says how many more there are

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/coverage.h"
#include "narrative/report_text.h"
#include "schema/report_format.h"
#include "schema/text_format.h"

namespace gov_report {

inline constexpr std::size_t kTextFindings = 1000;

/// A text of last year's report, for comparison.
struct LastText {
  std::string file;
  std::string text;  ///< headings left out; a placeholder's figure is a 0
};

/// What is known of the body besides its text.
struct TextFacts {
  int year = 0;
  std::string agency;
  std::vector<std::string> short_names;  ///< other names it goes by
  std::string kind;                      ///< government department …
  std::string level;                     ///< county …; empty: not said
  bool tables_only = false;             ///< a workbook; its words are elsewhere
  std::vector<std::string> neighbours;  ///< names that must not appear
  std::optional<Date> published;
  Place published_at;                      ///< where that is said
  std::map<std::string, LastText> before;  ///< by id of the section
  /// Applicants who are natural persons; nullopt: there is no such ledger.
  std::optional<std::vector<std::string>> applicants;
  bool applicants_complete = true;  ///< false: there were too many
};

/// Every rule of domain.md 4.9 but changed-after-publication.
void check_text(const ReportText& report, const ReportFormat& format,
                const TextFormat& words, const TextFacts& facts,
                Coverage& coverage, const FindingSink& sink);

}  // namespace gov_report
