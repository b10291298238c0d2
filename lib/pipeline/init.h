// init.h - `gov-report init`: a workspace to fill in.

#pragma once

#include <filesystem>
#include <string>

#include "schema/schema.h"

namespace gov_report {

/// Commented configuration, ledgers with Chinese headings and no rows, and
/// stubs of the narrative of `year`. The folder appears whole.
///
///   findings  output-not-ours {file, value} if it exists and is not empty,
///             output-not-writable, schema-error
bool create_workspace(const std::filesystem::path& folder,
                      const std::string& year, const DataFiles& data,
                      const FindingSink& sink);

}  // namespace gov_report
