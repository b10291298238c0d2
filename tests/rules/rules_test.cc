// Every rule has a folder here with a workspace that breaks it (README.md).

#include <doctest/doctest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "base/temporary_folder.h"
#include "cli/command_case.h"
#include "paths.h"
#include "schema/schema.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

const fs::path kRules = fs::path(SOURCE_ROOT) / "tests/rules";
const std::string kBase = "tests/cli/base";

RuleCatalogue catalogue() {
  return load_rule_catalogue(DataFiles(), [](const Finding&) {}).value();
}

std::set<std::string> folders() {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(kRules)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_directory() && !name.starts_with("base")) names.insert(name);
  }
  return names;
}

/// Rule → the test that covers it.
std::map<std::string, std::string> elsewhere() {
  std::map<std::string, std::string> tests;
  std::istringstream lines(file_text(kRules / "elsewhere.txt"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t blank = line.find(' ');
    if (line.starts_with('#') || blank == std::string::npos) continue;
    tests.emplace(line.substr(0, blank), line.substr(blank + 1));
  }
  return tests;
}

CommandCase case_of(const std::string& rule) {
  const fs::path folder = kRules / rule;
  CommandCase one;
  const bool own_base = fs::exists(folder / "base");
  std::string base = own_base ? file_text(folder / "base") : kBase;
  while (base.ends_with('\n')) base.pop_back();
  if (!base.empty()) one.from.push_back(base);
  if (fs::exists(folder / "workspace")) {
    one.from.push_back("tests/rules/" + rule + "/workspace");
  }
  one.command = file_text(folder / "command");
  return one;
}

std::string output_of(const CommandResult& result) {
  return result.out + result.errors + "exit " +
         std::to_string(result.exit_code) + "\n";
}

TEST_SUITE_BEGIN("rules");

TEST_CASE("rules: each that runs has a folder or a test elsewhere") {
  const auto covered = folders();
  const auto other = elsewhere();
  const RuleCatalogue rules = catalogue();
  for (const Rule& rule : rules.rules()) {
    CAPTURE(rule.id);
    const bool found = covered.contains(rule.id) || other.contains(rule.id);
    const bool runs = rule.status == Rule::Status::active ||
                      rule.status == Rule::Status::beta;
    CHECK(found == runs);
  }
  for (const std::string& name : covered) {
    CHECK_MESSAGE(rules.find(name) != nullptr, name, " is no rule");
  }
  for (const auto& [rule, test] : other) {
    CHECK_MESSAGE(fs::exists(fs::path(SOURCE_ROOT) / test), test);
    const std::string text = file_text(fs::path(SOURCE_ROOT) / test);
    CHECK_MESSAGE(text.find(rule) != std::string::npos, test, " has no ", rule);
  }
}

TEST_CASE("rules: every folder prints its expected.txt") {
  for (const std::string& rule : folders()) {
    const CommandResult result = run_command_case(case_of(rule));
    const std::string got = output_of(result);
    const fs::path expected = kRules / rule / "expected.txt";
    if (renewing()) put_file(expected, got);
    CHECK_MESSAGE(got == file_text(expected), rule,
                  shown_difference(file_text(expected), got));
    CHECK_MESSAGE(got.find("[" + rule + "]") != std::string::npos, rule,
                  " is not among the findings");
  }
}

TEST_CASE("rules: no message has a {placeholder} left") {
  const std::regex open(R"(\{[a-z_0-9]+\})");
  std::vector<fs::path> files =
      files_in(fs::path(SOURCE_ROOT) / "tests/cli", ".test");
  for (const std::string& rule : folders()) {
    files.push_back(kRules / rule / "expected.txt");
  }
  for (const fs::path& file : files) {
    CHECK_MESSAGE(!std::regex_search(file_text(file), open), file.string());
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace gov_report
