// output_paths.h - that what a check writes stands nowhere near its inputs.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/finding.h"

namespace gov_report {

struct OutputPath {
  std::string option;  ///< that named it
  std::filesystem::path path;
};

/// Inputs are everything in the folders of a workspace that hold inputs, and
/// its configuration, through links too.
///   findings  output-path-refused {option, file}, variants default, twice
void check_output_paths(const std::vector<OutputPath>& outputs,
                        const std::filesystem::path& workspace,
                        const FindingSink& sink);

/// The same where the inputs are these files.
///   findings  output-path-refused, variants file, twice
void check_output_paths(const std::vector<OutputPath>& outputs,
                        const std::vector<std::string>& files,
                        const FindingSink& sink);

}  // namespace gov_report
