// child_process.h - runs another program and waits for it.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gov_report {

struct ProcessResult {
  bool started = false;  ///< false: there is no such program
  int exit_code = 0;     ///< 128 + n when ended by signal n
  std::string output;    ///< what it wrote to stdout, at most 16 MiB
  std::string errors;    ///< what it wrote to stderr, at most 1 MiB
};

/// `arguments[0]` is looked up on PATH. `environment` is added to ours and
/// wins. The child reads `input` on stdin.
///   errors  std::system_error when the machine has no room for a process
ProcessResult run_process(
    const std::vector<std::string>& arguments, std::string_view input,
    const std::vector<std::pair<std::string, std::string>>& environment);

}  // namespace gov_report
