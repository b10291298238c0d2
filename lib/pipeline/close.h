// close.h - `gov-report close`: seals a year, so that the next one can be
// compared with it case by case.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/check.h"

namespace gov_report {

struct CloseRequest {
  YearRequest year;
  bool replace = false;  ///< another seal of this year may be replaced
  bool strict = false;   ///< warnings are in the way too
};

struct CloseResult {
  enum class Outcome {
    written,
    same,     ///< the year was sealed before, with the same content
    refused,  ///< errors stand, or another seal is in the way
  };
  CheckResult check;
  Outcome outcome = Outcome::refused;
  std::string file;       ///< sealed/YEAR.json
  std::size_t cases = 0;  ///< in its lists
  std::size_t documents = 0;
  std::size_t outputs = 0;  ///< of out/YEAR, whose hashes it holds
};

/// Writes sealed/YEAR.json unless errors stand. More findings may come:
/// seal-differs {file}, with each difference as a candidate; outputs-not-sealed
/// {folder}, variants draft, other-inputs; output-not-writable.
CloseResult close_year(const CloseRequest& request, const DataFiles& data,
                       const RuleCatalogue& rules);

}  // namespace gov_report
