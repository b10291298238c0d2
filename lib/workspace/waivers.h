// waivers.h - waivers.yaml: deviations that somebody has accepted
// (docs/waivers.md).
//
//   in      a list of entries; an empty file has none
//   out     those for the year, in the order of the file, without any that has
//           a finding
//   findings  waiver-invalid {variants in schemas/rules.yaml}, unknown-key;
//             entries for other years have them too, except what only the form
//             of that year could say

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "check/waivers.h"
#include "schema/report_format.h"
#include "source/yaml.h"

namespace gov_report {

struct WaiverContext {
  const RuleCatalogue& rules;
  const ReportFormat& format;
  int year = 0;
  /// The file of a section's text, as findings name it.
  std::function<std::string(const std::string& section)> section_file;
};

std::vector<Waiver> read_waivers(const YamlNode& root, const std::string& file,
                                 const WaiverContext& context,
                                 const FindingSink& sink);

}  // namespace gov_report
