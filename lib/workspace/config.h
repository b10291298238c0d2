// config.h - gov-report.yaml: who reports.
//
//   findings  config-missing {file}, config-key-missing {key},
//             config-bad-value {key, value, allowed}, unknown-key

#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/finding.h"

namespace gov_report {

/// Where a ledger is, if not in ledgers/NAME.*.
struct LedgerLocation {
  std::string ledger;
  Position key_at;
  std::string location;  ///< a path in the workspace, with #SHEET or without
};

struct Config {
  std::string agency;
  std::string kind;   ///< government department township office
  std::string level;  ///< province prefecture county township; empty: not said
  bool may_make_regulations = false;
  std::map<std::string, std::string> contact;  ///< unit address postcode phone
                                               ///< email website
  std::vector<std::string> short_names;        ///< of the body, for the title
  std::vector<std::string> neighbours;  ///< that its report must not name
  /// When the report of a year was published, and where that is written.
  std::map<int, std::pair<Date, Position>> published;
  Position agency_at;
  std::vector<LedgerLocation> ledgers;
};

inline constexpr std::string_view kConfigName = "gov-report.yaml";

/// nullopt after a finding.
std::optional<Config> read_config(const std::filesystem::path& workspace,
                                  const FindingSink& sink);

}  // namespace gov_report
