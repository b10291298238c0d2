#include "pipeline/output_paths.h"

#include <algorithm>
#include <array>

#include "workspace/config.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kInputFolders = {
    "ledgers", "counts", "sealed", "narrative"};
constexpr std::array<std::string_view, 2> kInputFiles = {kConfigName,
                                                         "waivers.yaml"};

/// The same place always has the same path.
fs::path real_path(const fs::path& path) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(fs::absolute(path, error), error);
  return error ? path : real;
}

bool is_within(const fs::path& path, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end())
             .first == folder.end();
}

/// A second name of a file that is an input.
bool is_one_of(const fs::path& path, const fs::path& folder) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return false;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator();
       entry.increment(error)) {
    std::error_code ignored;
    if (fs::equivalent(entry->path(), path, ignored)) return true;
  }
  return false;
}

bool is_input(const fs::path& path, const fs::path& workspace) {
  for (const std::string_view name : kInputFolders) {
    const fs::path folder = real_path(workspace / name);
    if (is_within(path, folder) || is_one_of(path, folder)) return true;
  }
  for (const std::string_view name : kInputFiles) {
    std::error_code error;
    if (path == real_path(workspace / name) ||
        fs::equivalent(path, workspace / name, error)) {
      return true;
    }
  }
  return false;
}

}  // namespace

void check_output_paths(const std::vector<OutputPath>& outputs,
                        const fs::path& workspace, const FindingSink& sink) {
  std::vector<fs::path> taken;
  for (const OutputPath& output : outputs) {
    const fs::path path = real_path(output.path);
    std::error_code error;
    const bool twice = std::ranges::find(taken, path) != taken.end() &&
                       !fs::is_character_file(path, error);
    taken.push_back(path);
    if (!twice && !is_input(path, workspace)) continue;
    Finding finding;
    finding.rule = "output-path-refused";
    finding.variant = twice ? "twice" : "";
    finding.arguments = {{"option", output.option},
                         {"file", output.path.string()}};
    sink(std::move(finding));
  }
}

}  // namespace gov_report
