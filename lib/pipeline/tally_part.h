// tally_part.h - `gov-report tally`: some ledger files of a year, read and
// checked as far as they alone can be.
//
//   out     a Part; findings about the files are in it and nowhere else
//   errors  nullopt after findings: those of configuration and law,
//           ledger-not-named, file-missing, file-in-two-parts

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/part.h"
#include "pipeline/year.h"

namespace gov_report {

struct TallyRequest {
  YearRequest year;
  std::vector<std::filesystem::path> files;
  std::string ledger;  ///< id of the ledger of all files; empty: by their names
  std::string program;  ///< name and version
};

std::optional<Part> tally_part(const TallyRequest& request,
                               const DataFiles& data,
                               const RuleCatalogue& rules,
                               const FindingSink& sink);

/// What parts must agree in, for this workspace and law. REQUIRES: the horizon
/// of `year` is known.
std::map<std::string, std::string> part_setting(const YearRequest& request,
                                                const Year& year,
                                                const DataFiles& data,
                                                const std::string& program);

/// Findings file-in-two-parts; false if there is one.
bool each_file_once(const std::vector<PartFile>& files,
                    const FindingSink& sink);

}  // namespace gov_report
