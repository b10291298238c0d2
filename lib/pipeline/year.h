// year.h - everything known about one report year: the law that holds, the
// figures and where they came from, and what was found on the way.

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/finding_list.h"
#include "check/coverage.h"
#include "schema/schema.h"
#include "tally/report_file.h"
#include "tally/table.h"
#include "workspace/config.h"
#include "workspace/workspace.h"

namespace gov_report {

/// What to load.
struct YearRequest {
  std::filesystem::path workspace = ".";
  int year = 0;
  std::string form;           ///< a format id; empty: that of the year
  std::optional<Date> as_of;  ///< absent: 31 January of the year after
  bool draft = false;         ///< texts still to be written come from stubs
};

/// The day a year is judged on unless the request says: 31 January after it
/// (条例 §49).
Date default_as_of(int year);

struct Year {
  Schema schema;
  Config config;
  Table table;  ///< its format is schema.report: do not move schema alone
  std::optional<SealedReport> last;
  std::vector<InputFile> inputs;  ///< every file that was read
  Coverage coverage;
  /// Applicants whose names may stand in the texts; nullopt: no such ledger.
  std::optional<std::vector<std::string>> applicants;
  bool applicants_complete = true;  ///< false: there were too many
};

/// Everything short of the rules over tables. nullptr after a finding that
/// stops the run: no configuration, an unknown year, a broken schema.
std::unique_ptr<Year> load_year(const YearRequest& request,
                                const DataFiles& data,
                                const RuleCatalogue& rules,
                                const FindingSink& sink);

}  // namespace gov_report
