// rule.h - one rule and its words.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace gov_report {

/// The words of one kind of finding; {name} stands for an argument.
struct RuleMessage {
  Text headline;
  Text note;
  Text expected;
  Text reported;
  Text effect;
  Text remedy;
  /// Said instead about a report that others have published: whoever reads it
  /// has none of the files that it was made from. Empty: as `remedy`.
  Text remedy_published;

  friend bool operator==(const RuleMessage&, const RuleMessage&) = default;
};
using RuleMessages = std::map<std::string, RuleMessage>;  ///< by variant

struct RuleWords {
  Text checks;
  Text why;
  Text example;  ///< a tiny case: what stands there, what is wrong with it
  Text fix;      ///< what the clerk does
  RuleMessages messages;

  friend bool operator==(const RuleWords&, const RuleWords&) = default;
};

/// How severe a rule is in some formats and years.
struct SeverityCase {
  std::vector<std::string> formats;  ///< empty: all
  int from_year = 0;
  int to_year = 9999;
  Severity is = Severity::error;

  bool always() const;
  /// "cn-2019, 2019-2020"; "" if it holds always.
  std::string condition() const;
  friend bool operator==(const SeverityCase&, const SeverityCase&) = default;
};

struct Rule {
  /// beta: runs, but never makes a check fail. retired: never runs any more.
  /// planned: described, not part of the program yet.
  enum class Status { beta, active, retired, planned };
  std::string id;
  std::vector<SeverityCase> severities;  ///< the first that fits; last: always
  std::vector<std::string> formats;      ///< empty: all
  std::string scope;   ///< file ledger table year document run
  bool stops = false;  ///< the run cannot go on: exit code 2
  Status status = Status::active;
  std::string since;        ///< retired: the version it does not run from
  std::string replaced_by;  ///< retired: another rule; may be empty
  /// Whether waivers.yaml may name it; absent: unless its finding is an error.
  std::optional<bool> waivable;
  std::string citation;
  /// Rules whose findings explain one of this rule (check/follow_ons.h).
  std::vector<std::string> follows_from;
  Text group;  ///< the heading it stands under

  /// In any format and year that no case is made for.
  Severity severity() const { return severities.back().is; }
  friend bool operator==(const Rule&, const Rule&) = default;
};

/// Whether a finding of it may be waived: in some form or year, at least.
bool may_be_waived(const Rule& rule);

std::string_view status_name(Rule::Status status);

}  // namespace gov_report
