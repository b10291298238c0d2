// rule_catalogue.h - every rule and its words, from schemas/rules.yaml.
//
// A run asks for the heads of all rules and for the words of few, so words are
// read when they are first asked for; several threads may ask at once.

#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "base/finding.h"
#include "schema/rule.h"

namespace gov_report {

/// Whose report the findings are about: the reader's own, or one that another
/// body has published.
enum class ReportOf { reader, another };

class RuleCatalogue {
 public:
  /// `words` is called when they are first asked for.
  void add(Rule rule, std::function<RuleWords()> words);
  /// Words that a finding of any rule may have, by variant.
  void share(std::function<RuleMessages()> messages);

  /// Words for what the operating system says, by name: "EACCES".
  void name_system_errors(std::map<std::string, Text> words);

  /// In the order of the file.
  const std::vector<Rule>& rules() const { return rules_; }
  /// nullptr if there is no such rule.
  const Rule* find(std::string_view id) const;
  /// REQUIRES: `rule` is one of rules().
  const RuleWords& words(const Rule& rule) const;

  /// The severity that a finding of `rule` has in a report of `format` and
  /// `year` unless a constraint says other; without them, the general one.
  Severity severity(std::string_view rule, std::string_view format = {},
                    std::optional<int> year = {}) const;
  bool applies(std::string_view rule, std::string_view format) const;
  bool stops(std::string_view rule) const;
  bool has_status(std::string_view rule, Rule::Status status) const;
  /// Whether a finding in a report of `format` and `year` may be waived: unless
  /// the rule says, if it is no error.
  bool waivable(const Finding& finding, std::string_view format,
                int year) const;

  /// REQUIRES: the finding's rule and variant exist, its arguments too (a test
  /// looks at every finding the program can make).
  Diagnostic describe(const Finding& finding, Language language,
                      ReportOf report_of = ReportOf::reader) const;

 private:
  const RuleMessage* message(const Finding& finding) const;
  const RuleMessages& shared() const;
  /// Those of the finding, in our own words where the system spoke.
  std::vector<Argument> arguments(const Finding& finding) const;

  std::vector<Rule> rules_;
  std::vector<std::function<RuleWords()>> unread_;  ///< as rules_
  /// For what is read when it is asked for; so a catalogue moves, and has no
  /// copies.
  std::unique_ptr<std::mutex> reading_ = std::make_unique<std::mutex>();
  mutable std::map<std::string, RuleWords, std::less<>> words_;
  std::function<RuleMessages()> unread_shared_;
  mutable std::optional<RuleMessages> shared_;
  std::map<std::string, Text> system_words_;
  /// So that a name is looked for without a copy of it.
  struct HashOfName : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::size_t, HashOfName, std::equal_to<>>
      by_id_;
};

/// `pattern` with arguments for {name}, and for {name|one|more} what fits them.
std::string filled_in(const std::string& pattern,
                      const std::vector<Argument>& arguments,
                      Language language);

}  // namespace gov_report
