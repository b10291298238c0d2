// manifest.h - manifest.json: which inputs gave which outputs, by their
// SHA-256, so that a delivered folder can be proven.

#pragma once

#include <string>
#include <vector>

#include "base/output_set.h"
#include "pipeline/build.h"

namespace gov_report {

/// REQUIRES: `files` have been written into `set`.
std::string manifest(const BuildRequest& request, const Year& year,
                     const std::vector<std::string>& files,
                     const OutputSet& set);

}  // namespace gov_report
