// rule_catalogue.h - every rule and its words, from schemas/rules.yaml.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/finding.h"
#include "schema/map_reader.h"

namespace gov_report {

/// The words of one kind of finding; {name} stands for an argument.
struct RuleMessage {
  Text headline;
  Text note;
  Text expected;
  Text reported;
  Text effect;
  Text remedy;
};

struct Rule {
  enum class Status { active, planned };
  std::string id;
  Severity severity = Severity::error;
  std::vector<std::string> formats;  ///< empty: all
  std::string scope;                 ///< file ledger table year document run
  bool stops = false;                ///< the run cannot go on: exit code 2
  Status status = Status::active;
  std::string citation;
  Text checks;
  Text why;
  Text example;  ///< a tiny case: what stands there, what is wrong with it
  Text fix;      ///< what the clerk does
  std::map<std::string, RuleMessage> messages;  ///< by variant
};

class RuleCatalogue {
 public:
  void add(Rule rule);
  /// Words that a finding of any rule may have, by variant.
  void share(std::map<std::string, RuleMessage> messages);

  /// In the order of the file.
  const std::vector<Rule>& rules() const { return rules_; }
  /// nullptr if there is no such rule.
  const Rule* find(std::string_view id) const;

  /// The severity that a finding of `rule` has unless a constraint says other.
  Severity severity(std::string_view rule) const;
  bool applies(std::string_view rule, std::string_view format) const;
  bool stops(std::string_view rule) const;

  /// REQUIRES: the finding's rule and variant exist, its arguments too (a test
  /// looks at every finding the program can make).
  Diagnostic describe(const Finding& finding, Language language) const;

 private:
  const RuleMessage* message(const Finding& finding) const;

  std::vector<Rule> rules_;
  std::map<std::string, RuleMessage> shared_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
};

RuleCatalogue load_rules(const YamlNode& root, SchemaErrors& errors);

/// `pattern` with each {name} replaced by its argument.
std::string filled_in(const std::string& pattern,
                      const std::vector<Argument>& arguments,
                      Language language);

}  // namespace gov_report
