// real_law.h - the schemas of the program as audit takes them, read once.

#pragma once

#include "pipeline/published_law.h"
#include "schema/load_rules.h"

namespace gov_report {

inline const RuleCatalogue& all_rules() {
  static const auto kRules =
      load_rule_catalogue(DataFiles(), [](const Finding&) {}).value();
  return kRules;
}

inline const PublishedLaw& real_law() {
  static const auto kLaw =
      PublishedLaw::load(DataFiles(), all_rules(), [](const Finding&) {
      }).value();
  return kLaw;
}

}  // namespace gov_report
