// load_rules.h - schemas/rules.yaml → RuleCatalogue, in two ways that give the
// same: strictly, for a file that somebody wrote, and quickly, for the file
// compiled in, which a test has read strictly.
//
//   findings  those of map_reader.h, and no-general-severity

#pragma once

#include <string>

#include "schema/map_reader.h"
#include "schema/rule_catalogue.h"

namespace gov_report {

/// All of it is looked at, words too.
RuleCatalogue load_rules(const YamlNode& root, SchemaErrors& errors);

/// Cuts the text into rules and reads their heads; the words of a rule are
/// parsed when they are asked for. The words of a rule begin with the first of
/// the keys checks, why, example, fix and messages.
///
/// REQUIRES: load_rules() finds nothing wrong with `text`.
RuleCatalogue cut_rules(std::string text);

}  // namespace gov_report
