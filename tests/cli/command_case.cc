#include "cli/command_case.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "base/child_process.h"
#include "base/temporary_folder.h"
#include "paths.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = "=== ";

struct Section {
  std::string name;
  std::string argument;
  std::string text;
};

std::vector<Section> sections_of(const std::string& text) {
  std::vector<Section> sections;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(kMark)) {
      if (!sections.empty()) sections.back().text += line + "\n";
      continue;
    }
    line.erase(0, kMark.size());
    const std::size_t space = std::min(line.find(' '), line.size());
    sections.push_back({line.substr(0, space),
                        line.substr(std::min(space + 1, line.size())), ""});
  }
  return sections;
}

std::string head_of(const std::string& text) {
  std::size_t end = text.size();
  for (const std::string name : {"stdout", "stderr", "exit"}) {
    end = std::min(end, text.find("\n" + std::string(kMark) + name));
  }
  return text.substr(0, std::min(end + 1, text.size()));
}

ProcessResult run_shell(const fs::path& folder, const std::string& lines) {
  const std::string program = PROGRAM_FOLDER;
  return run_process(
      {"sh", "-c", "cd \"$0\" || exit 99\n" + lines, folder.string()}, "",
      {{"PATH", program + ":/usr/local/bin:/usr/bin:/bin"},
       {"BIN", program},
       {"LANG", "zh_CN.UTF-8"},
       {"LC_MESSAGES", ""},
       {"LC_ALL", ""}});
}

}  // namespace

CommandCase read_command_case(const fs::path& path) {
  const std::string text = file_text(path);
  CommandCase one;
  one.head = head_of(text);
  for (const Section& section : sections_of(text)) {
    const std::string& name = section.name;
    if (name == "from")
      one.from.push_back(section.argument);
    else if (name == "file")
      one.files.emplace_back(section.argument, section.text);
    else if (name == "setup")
      one.setup += section.text;
    else if (name == "skip-if")
      one.skip_if = section.argument;
    else if (name == "command")
      one.command = section.text;
    else if (name == "coverage")
      one.with_coverage = true;
    else if (name == "stdout")
      one.out = section.text;
    else if (name == "stderr")
      one.errors = section.text;
    else if (name == "exit")
      one.exit_code = std::stoi(section.argument);
    else
      throw std::runtime_error(path.string() + ": section " + name);
  }
  return one;
}

CommandResult run_command_case(const CommandCase& one) {
  const TemporaryFolder folder;
  const fs::path workspace = folder / "workspace";
  fs::create_directory(workspace);
  for (const std::string& source : one.from) {
    fs::copy(
        fs::path(SOURCE_ROOT) / source, workspace,
        fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  }
  for (const auto& [name, text] : one.files) put_file(workspace / name, text);
  CommandResult result;
  if (!one.skip_if.empty() &&
      run_shell(workspace, one.skip_if).exit_code == 0) {
    result.skipped = true;
    return result;
  }
  if (!one.setup.empty()) {
    const ProcessResult setup = run_shell(workspace, "set -e\n" + one.setup);
    if (setup.exit_code != 0) throw std::runtime_error(setup.errors);
  }
  const ProcessResult run = run_shell(workspace, one.command);
  result.out = one.with_coverage ? run.output : without_coverage(run.output);
  result.errors = one.with_coverage ? run.errors : without_coverage(run.errors);
  result.exit_code = run.exit_code;
  return result;
}

std::string without_coverage(const std::string& text) {
  std::string kept;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    bool coverage = false;
    for (const std::string_view start :
         {"未运行：", "已核对：", "未核对的数字：",
          "not run: ", "checked: ", "number not verified: "}) {
      coverage = coverage || line.starts_with(start);
    }
    if (!coverage) kept += line + "\n";
  }
  return kept;
}

void renew_command_case(const fs::path& path, const CommandCase& one,
                        const CommandResult& result) {
  std::string text = one.head;
  const std::string mark(kMark);
  if (!result.out.empty()) text += mark + "stdout\n" + result.out;
  if (!result.errors.empty()) text += mark + "stderr\n" + result.errors;
  text += mark + "exit " + std::to_string(result.exit_code) + "\n";
  put_file(path, text);
}

bool renewing() {
  const char* const value = std::getenv("RENEW");
  return value != nullptr && std::string_view(value) == "1";
}

std::string shown_difference(std::string_view expected, std::string_view got) {
  const std::string rule = "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n";
  return "\nexpected\n" + rule + std::string(expected) + rule + "got\n" + rule +
         std::string(got) + rule;
}

std::vector<fs::path> files_in(const fs::path& folder,
                               std::string_view ending) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ending) paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

}  // namespace gov_report
