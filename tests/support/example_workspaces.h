// example_workspaces.h - the generated part of the folder examples/.
//
// Ledgers, opening stocks and sealed reports. Configuration and narratives
// are written by hand and stand beside them.

#pragma once

#include <map>
#include <string>

#include "support/figures.h"

namespace gov_report::test {

/// Path under examples/ to contents, the same every time.
std::map<std::string, std::string> example_files();

/// The figures behind department-2024.
Figures department_figures();

/// The figures of the year before `next`, invented so that stocks, carried
/// over applications and pending disputes run on into it.
Figures figures_before(const Figures& next);

/// A report as `report.json` and `sealed/YEAR.json` hold it.
std::string report_json(const Figures& figures, const std::string& format,
                        int year, const std::string& agency);

}  // namespace gov_report::test
