// sarif.h - the findings of a check as SARIF 2.1.0 (OASIS), which code hosts
// and editors read.
//
//   places   relative to the base WORKSPACE, percent-encoded; columns count
//            Unicode code points. No path of the machine, no time: the same
//            inputs give the same bytes
//   result   one for each finding shown; a cell is its logical location;
//            candidates and consequences are related locations
//   waived   results with a suppression that says why
//   rules    those that were broken
//   left out findings are notifications of the invocation

#pragma once

#include <string>

#include "write/check_report.h"

namespace gov_report {

struct SarifTool {
  std::string version;
  std::string language;  ///< of the messages, such as zh-CN
  std::string summary;   ///< what the program is, one line
};

std::string check_sarif(const CheckReport& report, const SarifTool& tool);

/// A relative path as a URI reference.
///   percent_encoded("ledgers/申请.csv") == "ledgers/%E7%94%B3%E8%AF%B7.csv"
std::string percent_encoded(std::string_view path);

}  // namespace gov_report
