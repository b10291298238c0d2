// build.h - `gov-report build`: check, compose, write the set of outputs.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/check.h"
#include "pipeline/workpapers.h"

namespace gov_report {

/// The formats that can be written, in the order of their names on --to.
const std::vector<std::string>& output_formats();

struct BuildRequest {
  YearRequest year;
  std::vector<std::string> formats;  ///< of output_formats()
  std::filesystem::path folder;      ///< empty: out/YEAR of the workspace
  bool workpapers = false;           ///< workpapers.xlsx too
  bool strict = false;               ///< warnings are in the way too
  std::string program;               ///< name and version, for the manifest
};

struct BuildResult {
  CheckResult check;
  bool written = false;
  std::filesystem::path folder;
  std::vector<std::string> files;
  std::vector<std::string> removed;  ///< of the set before, not built now
  std::vector<LeftOutOf> left_out;   ///< of the workpapers
};

/// The report that `build` writes in every format.
Document document_of(const CheckResult& check, const YearRequest& request,
                     const RuleCatalogue& rules, const Messages& messages);

/// report.json of the same.
std::string report_json(const CheckResult& check, const YearRequest& request,
                        const Document& document);

/// Writes nothing if errors stand and no draft is asked for, or if the run had
/// to stop. More findings may come from writing: pandoc-missing,
/// pandoc-failed, output-not-writable, output-not-ours.
BuildResult build_report(const BuildRequest& request, const DataFiles& data,
                         const RuleCatalogue& rules, const Messages& messages);

}  // namespace gov_report
