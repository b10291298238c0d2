// edited_outputs.h - outputs that somebody changed by hand since they were
// built. A new build must not lose that work.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gov_report {

/// Names of files in `folder` that its manifest.json lists with another hash.
/// Empty if there is no manifest, or none that can be read.
std::vector<std::string> edited_outputs(const std::filesystem::path& folder);

/// "report.docx" becomes "report.edited.docx", or "report.edited-2.docx" if
/// that is taken.
std::string name_for_edited(const std::filesystem::path& folder,
                            const std::string& name);

}  // namespace gov_report
