// command_line.h - what was typed: the commands, their options, and what is
// wrong with the words (CLI11).

#pragma once

#include <optional>
#include <string>

#include "command.h"

namespace gov_report::cli {

struct CommandLine {
  Options options;
  int (*run)(const Context&) = nullptr;  ///< null: no command was typed
  /// Help or a message was printed: the exit code.
  std::optional<int> ended;
};

CommandLine read_command_line(int argc, char** argv, const Messages& text);

/// Says a message and where to look; the exit code.
int usage_error(const Messages& text, const std::string& message);

}  // namespace gov_report::cli
