#include "system/program.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "base/temporary_folder.h"
#include "paths.h"

namespace gov_report::test {

namespace fs = std::filesystem;

ProcessResult run_program(const std::vector<std::string>& arguments,
                          const Environment& environment) {
  std::vector<std::string> words = {GOV_REPORT_PROGRAM, "--lang=en"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  ProcessResult result = run_process(words, "", environment);
  if (!result.started) throw std::runtime_error("cannot run " + words[0]);
  return result;
}

ProcessResult build(const fs::path& workspace, int year) {
  return run_program({"-C", workspace.string(), "build", std::to_string(year),
                      "--to", all_formats()});
}

void write_files(const fs::path& folder, const Files& files) {
  for (const auto& [path, text] : files) {
    fs::create_directories((folder / path).parent_path());
    std::ofstream out(folder / path, std::ios::binary | std::ios::trunc);
    out << text;
    if (!out.flush()) throw std::runtime_error("cannot write " + path);
  }
}

Files read_files(const fs::path& folder) {
  Files files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    files[fs::relative(entry.path(), folder).string()] = text_of(entry.path());
  }
  return files;
}

std::string differences(const Files& found, const Files& expected) {
  std::string lines;
  for (const auto& [name, text] : expected) {
    const auto other = found.find(name);
    if (other == found.end()) {
      lines += name + " is missing\n";
    } else if (other->second != text) {
      lines += name + " differs\n";
    }
  }
  for (const auto& [name, text] : found) {
    if (!expected.contains(name)) lines += name + " is too many\n";
  }
  return lines;
}

Files plain_workspace(int year) {
  const std::string texts = "narrative/" + std::to_string(year) + "/";
  const std::filesystem::path base =
      std::filesystem::path(SOURCE_ROOT) / "tests/cli/base/narrative/2024";
  // Section six has the default wording, which tells what fees were charged.
  return {{"gov-report.yaml",
           "agency: 云川市人民政府\n"
           "kind: government\n"
           "may_make_regulations: true\n"},
          {texts + "overview.md", file_text(base / "overview.md")},
          {texts + "problems.md", file_text(base / "problems.md")}};
}

bool without_office() {
  return std::getenv("GOV_REPORT_WITHOUT_OFFICE") != nullptr;
}

bool needs(const std::string& program) {
  if (without_office()) {
    MESSAGE("skipped, GOV_REPORT_WITHOUT_OFFICE is set: " << program);
    return false;
  }
  const auto found =
      run_process({"sh", "-c", "command -v \"$1\"", "sh", program}, "", {});
  if (found.exit_code == 0) return true;
  FAIL_CHECK("this test needs " << program);
  return false;
}

std::string all_formats() {
  return without_office() ? "md,xlsx,html,json" : "md,xlsx,docx,html,json";
}

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace gov_report::test
