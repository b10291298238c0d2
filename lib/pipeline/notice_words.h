// notice_words.h - one finding as a letter to the body says it: not as the
// screen does, which speaks to whoever filled in the report.
//
//   in      a finding of a report; schemas/messages.yaml (notice.*), which may
//           say a part otherwise (notice.says.RULE.VARIANT.PART, RULE.PART or
//           VARIANT.PART; PART: headline, reported, expected, checks, remedy),
//           leave words out (notice.omit.)
//   absent  a part without words is not there; a place that the body cannot
//           find, such as a line of a web page, neither
//   laws    cited in full, with what held in the year of the report
//           (notice.cite., notice.cite-from.YEAR.)

#pragma once

#include <map>
#include <string>
#include <vector>

#include "document/document.h"
#include "pipeline/audit.h"

namespace gov_report {

/// False: about our reading, or not sure to be wrong.
bool is_for_letters(const std::string& rule, const RuleCatalogue& rules);
bool is_for_letters(const Finding& finding, const RuleCatalogue& rules);

class NoticeWords {
 public:
  /// REQUIRES: rules and messages stay.
  NoticeWords(const RuleCatalogue& rules, const Messages& chinese);

  /// What is wrong, both values, what should hold, by what, what to do.
  std::vector<Run> item(const Finding& finding,
                        const AuditedReport& report) const;
  /// Whether nothing is said of a figure but that it is wrong, where, and what
  /// all such figures should be.
  bool is_place_alone(const Finding& finding) const;
  /// Findings of one rule and variant in one item: the places, and once what
  /// should hold, by what, what to do.
  std::vector<Run> item_of_many(const std::vector<const Finding*>& findings,
                                const AuditedReport& report) const;
  /// What a rule asks for, to go on inside a sentence.
  std::string checks_of(const Finding& finding) const;

 private:
  static std::string section_at(const Place& place,
                                const PublishedReport& report);
  bool is_for_all(const Finding& finding) const;
  std::string headline(const Finding& finding, const std::string& given) const;
  std::string sentence(const std::string& key, const std::string& words) const;
  std::string demand(const Finding& finding, const std::string& remedy_given,
                     const AuditedReport& report) const;
  std::string part(const Finding& finding, const std::string& part,
                   const std::string& given) const;
  std::string value(const Finding& finding, const std::string& part,
                    const std::string& given) const;
  std::string headlines(const std::vector<Diagnostic>& candidates) const;
  std::string in_full(std::string_view citation, int year) const;
  std::string place_of(const Place& place, const AuditedReport& report) const;

  const RuleCatalogue& rules_;
  const Messages& messages_;
  std::map<std::string, Text> says_;
  std::map<std::string, Text> omitted_;
};

}  // namespace gov_report
