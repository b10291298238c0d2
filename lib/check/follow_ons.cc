#include "check/follow_ons.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace gov_report {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// The first findings of rules that others follow from, by what they are
/// about.
class Causes {
 public:
  Causes(const std::vector<Finding>& findings, const RuleCatalogue& rules,
         const UnfilledTables& unfilled) {
    std::set<std::string_view> wanted;
    for (const Finding& finding : findings) {
      const Rule* const rule = rules.find(finding.rule);
      if (rule == nullptr) continue;
      wanted.insert(rule->follows_from.begin(), rule->follows_from.end());
    }
    for (std::size_t i = 0; i < findings.size(); ++i) {
      if (wanted.contains(findings[i].rule)) enter(findings[i], i, unfilled);
    }
  }

  /// The first finding that explains `finding`; kNone if there is none.
  std::size_t of(const Finding& finding, const Rule& rule,
                 const std::string& table) const {
    for (const std::string& cause : rule.follows_from) {
      std::size_t first = kNone;
      const auto look = [&](const auto& known, const auto& key) {
        const auto found = known.find(key);
        if (found != known.end()) first = std::min(first, found->second);
      };
      if (finding.place.at.line > 0) {
        look(by_record_,
             std::tuple(cause, finding.place.file, finding.place.at.line));
      }
      if (!finding.cell.empty()) {
        look(by_cell_, std::pair(cause, finding.cell));
      }
      if (!table.empty()) look(by_table_, std::pair(cause, table));
      if (first != kNone) return first;
    }
    return kNone;
  }

 private:
  void enter(const Finding& finding, std::size_t index,
             const UnfilledTables& unfilled) {
    const Place& place = finding.place;
    if (!place.file.empty() && place.at.line > 0) {
      by_record_.try_emplace({finding.rule, place.file, place.at.line}, index);
    }
    if (!finding.cell.empty()) {
      by_cell_.try_emplace({finding.rule, finding.cell}, index);
    }
    if (!finding.table.empty()) {
      by_table_.try_emplace({finding.rule, finding.table}, index);
    }
    const auto tables = unfilled.of_file.find(place.file);
    if (tables == unfilled.of_file.end()) return;
    for (const std::string& table : tables->second) {
      by_table_.try_emplace({finding.rule, table}, index);
    }
  }

  std::map<std::tuple<std::string, std::string, std::uint64_t>, std::size_t>
      by_record_;
  std::map<std::pair<std::string, std::string>, std::size_t> by_cell_;
  std::map<std::pair<std::string, std::string>, std::size_t> by_table_;
};

std::string table_of(const Finding& finding, const UnfilledTables& unfilled) {
  if (!finding.table.empty() || finding.cell.empty()) return finding.table;
  const auto figure = unfilled.of_figure.find(finding.cell);
  if (figure != unfilled.of_figure.end()) return figure->second;
  return finding.cell.substr(0, finding.cell.find('.'));
}

/// By finding, what it follows from; empty if nothing follows from anything.
std::vector<std::size_t> causes_of(const std::vector<Finding>& findings,
                                   const RuleCatalogue& rules,
                                   const UnfilledTables& unfilled) {
  std::optional<Causes> causes;
  std::vector<std::size_t> cause_of;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Rule* const rule = rules.find(findings[i].rule);
    if (rule == nullptr || rule->follows_from.empty()) continue;
    if (!causes) causes.emplace(findings, rules, unfilled);
    const std::size_t cause =
        causes->of(findings[i], *rule, table_of(findings[i], unfilled));
    if (cause == kNone) continue;
    cause_of.resize(findings.size(), kNone);
    cause_of[i] = cause;
  }
  return cause_of;
}

void visit_consequences(const Finding& finding, Severity worst,
                        const RuleCatalogue& rules,
                        const std::function<void(const Finding&, bool)>& each) {
  for (const Finding& one : finding.consequences) {
    const Severity severity = severity_of(one, rules);
    each(one, severity > worst);
    visit_consequences(one, std::max(severity, worst), rules, each);
  }
}

}  // namespace

void for_each_folded(const Finding& finding, const RuleCatalogue& rules,
                     const std::function<void(const Finding&, bool)>& each) {
  each(finding, true);
  visit_consequences(finding, severity_of(finding, rules), rules, each);
}

Severity severity_of(const Finding& finding, const RuleCatalogue& rules) {
  return finding.severity.value_or(rules.severity(finding.rule));
}

void fold_follow_ons(std::vector<Finding>& findings, const RuleCatalogue& rules,
                     const UnfilledTables& unfilled) {
  if (findings.size() < 2) return;
  const auto cause_of = causes_of(findings, rules, unfilled);
  if (cause_of.empty()) return;
  std::vector<Finding> own;
  std::vector<std::size_t> place_of(findings.size(), kNone);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (cause_of[i] != kNone) continue;
    place_of[i] = own.size();
    own.push_back(std::move(findings[i]));
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (cause_of[i] == kNone) continue;
    // The rules do not go round (schema/rule_causes.h), so this ends.
    std::size_t root = cause_of[i];
    while (cause_of[root] != kNone) root = cause_of[root];
    Finding consequence = std::move(findings[i]);
    auto& siblings = own[place_of[root]].consequences;
    std::vector<Finding> further = std::move(consequence.consequences);
    consequence.consequences.clear();
    siblings.push_back(std::move(consequence));
    for (Finding& one : further) siblings.push_back(std::move(one));
  }
  findings = std::move(own);
}

}  // namespace gov_report
