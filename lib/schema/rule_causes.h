// rule_causes.h - which rules' findings follow from which: `follows_from` of
// schemas/rules.yaml.
//
//   findings  schema-error dangling (no such rule), bad-value (a rule that
//             follows from itself, through others too)

#pragma once

#include <vector>

#include "schema/map_reader.h"
#include "schema/rule_catalogue.h"

namespace gov_report {

/// `places`: where each rule of the catalogue stands.
void check_causes(const RuleCatalogue& rules,
                  const std::vector<Position>& places, SchemaErrors& errors);

}  // namespace gov_report
