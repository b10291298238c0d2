#include "schema/rule_causes.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {
namespace {

/// Whether `rule` follows from itself. Names of no rule are passed over.
bool goes_round(const RuleCatalogue& rules, const Rule& rule) {
  std::vector<std::string> causes = rule.follows_from;
  for (std::size_t i = 0; i < causes.size(); ++i) {
    if (causes[i] == rule.id) return true;
    const Rule* const cause = rules.find(causes[i]);
    if (cause == nullptr) continue;
    for (const std::string& further : cause->follows_from) {
      if (std::ranges::find(causes, further) == causes.end()) {
        causes.push_back(further);
      }
    }
  }
  return false;
}

}  // namespace

void check_causes(const RuleCatalogue& rules,
                  const std::vector<Position>& places, SchemaErrors& errors) {
  std::vector<std::string> known;
  for (const Rule& rule : rules.rules()) known.push_back(rule.id);
  for (std::size_t i = 0; i < known.size(); ++i) {
    const Rule& rule = rules.rules()[i];
    for (const std::string& cause : rule.follows_from) {
      if (rules.find(cause) != nullptr) continue;
      errors.add(places[i], "dangling",
                 {{"value", rule.id + ": " + cause},
                  {"nearest", nearest(cause, known).value_or("-")}});
    }
    if (!goes_round(rules, rule)) continue;
    errors.add(places[i], "bad-value",
               {{"key", "follows_from"},
                {"value", rule.id},
                {"allowed", "[rule, …] without a way back"}});
  }
}

}  // namespace gov_report
