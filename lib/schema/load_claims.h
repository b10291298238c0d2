// load_claims.h - reads schemas/claims.yaml for one report format.

#pragma once

#include <optional>

#include "schema/claim_format.h"
#include "schema/data_files.h"
#include "schema/rule_catalogue.h"

namespace gov_report {

/// Patterns of a folder given with --data are compiled at once, so that what
/// is wrong with them is found; ours when they are first used.
///
///   findings  schema-error, variants of map_reader.h and bad-pattern {value,
///             detail}; then nullopt
std::optional<ClaimFormat> load_claims(const DataFiles& files,
                                       const ReportFormat& report,
                                       const RuleCatalogue& rules,
                                       const FindingSink& sink);

/// The same from a text, for tests. `compile`: look at every pattern now.
std::optional<ClaimFormat> load_claims(std::string_view text, std::string file,
                                       const ReportFormat& report,
                                       const RuleCatalogue& rules, bool compile,
                                       const FindingSink& sink);

}  // namespace gov_report
