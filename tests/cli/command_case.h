// command_case.h - a command, the workspace it runs in and what it must print,
// as a file (the format: tests/cli/README.md).

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gov_report {

struct CommandCase {
  std::vector<std::string> from;  ///< folders of the source tree to copy
  std::vector<std::pair<std::string, std::string>> files;
  std::string setup;    ///< shell lines
  std::string skip_if;  ///< a shell condition
  std::string command;
  bool with_coverage = false;  ///< compare the coverage lines too
  std::string out;
  std::string errors;
  int exit_code = 0;
  std::string head;  ///< the file up to what is expected, for renewal
};

struct CommandResult {
  bool skipped = false;
  std::string out;
  std::string errors;
  int exit_code = 0;
};

/// errors  std::runtime_error for a section of an unknown name
CommandCase read_command_case(const std::filesystem::path& path);

/// Runs the command in a new folder that is gone afterwards.
CommandResult run_command_case(const CommandCase& one);

/// Without the lines that change with every new rule.
std::string without_coverage(const std::string& text);

/// Writes what the command printed into its file.
void renew_command_case(const std::filesystem::path& path,
                        const CommandCase& one, const CommandResult& result);

/// RENEW=1 in the environment: write expected texts instead of comparing.
bool renewing();

/// Both texts between lines of ~~~~.
std::string shown_difference(std::string_view expected, std::string_view got);

/// The files of a folder with this ending, sorted.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder,
                                            std::string_view ending);

}  // namespace gov_report
