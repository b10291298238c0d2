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

bool is_any_of(const fs::path& path, const std::vector<std::string>& files) {
  return std::ranges::any_of(files, [&](const std::string& file) {
    std::error_code error;
    return path == real_path(file) || fs::equivalent(path, file, error);
  });
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

/// `variant` is how the message says what the inputs are.
void check_paths(const std::vector<OutputPath>& outputs,
                 const std::string& variant,
                 const std::function<bool(const fs::path&)>& is_an_input,
                 const FindingSink& sink) {
  std::vector<fs::path> taken;
  for (const OutputPath& output : outputs) {
    const fs::path path = real_path(output.path);
    std::error_code error;
    const bool twice = std::ranges::find(taken, path) != taken.end() &&
                       !fs::is_character_file(path, error);
    taken.push_back(path);
    if (!twice && !is_an_input(path)) continue;
    Finding finding;
    finding.rule = "output-path-refused";
    finding.variant = twice ? "twice" : variant;
    finding.arguments = {{"option", output.option},
                         {"file", output.path.string()}};
    sink(std::move(finding));
  }
}

}  // namespace

void check_output_paths(const std::vector<OutputPath>& outputs,
                        const fs::path& workspace, const FindingSink& sink) {
  check_paths(
      outputs, "",
      [&](const fs::path& path) { return is_input(path, workspace); }, sink);
}

void check_output_paths(const std::vector<OutputPath>& outputs,
                        const std::vector<std::string>& files,
                        const FindingSink& sink) {
  check_paths(
      outputs, "file",
      [&](const fs::path& path) { return is_any_of(path, files); }, sink);
}

}  // namespace gov_report
