#include "workspace/workspace.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace gov_report {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLedgers = "ledgers";
/// Any other ending beside a ledger's name is somebody's own file.
constexpr std::array<std::string_view, 9> kEndings = {
    ".csv", ".tsv", ".yaml", ".yml", ".xlsx", ".xlsm", ".xls", ".et", ".ods"};

bool is_year(const std::string& name) {
  return name.size() == 4 &&
         std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

void collect(const fs::path& folder, const std::string& shown,
             std::string_view ledger, std::vector<InputFile>& files) {
  for (const std::string_view ending : kEndings) {
    const std::string name = std::string(ledger) + std::string(ending);
    if (fs::exists(folder / name)) {
      files.push_back({folder / name, shown + "/" + name});
    }
  }
}

}  // namespace

InputFile whole_file(const InputFile& file) {
  if (file.sheet.empty()) return file;
  return {file.path,
          file.name.substr(0, file.name.size() - file.sheet.size() - 1),
          {}};
}

InputFile Workspace::at(const std::string& location) const {
  const std::size_t mark = location.rfind('#');
  const bool is_whole =
      mark == std::string::npos || fs::exists(root_ / location);
  if (is_whole) return file(location);
  return {root_ / location.substr(0, mark), location,
          location.substr(mark + 1)};
}

std::vector<InputFile> Workspace::ledger(std::string_view name) const {
  std::vector<InputFile> files;
  const fs::path folder = root_ / kLedgers;
  if (!fs::is_directory(folder)) return files;
  collect(folder, std::string(kLedgers), name, files);
  std::vector<std::string> years;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string year = entry.path().filename().string();
    if (entry.is_directory() && is_year(year)) years.push_back(year);
  }
  std::ranges::sort(years);
  for (const std::string& year : years) {
    collect(folder / year, std::string(kLedgers) + "/" + year, name, files);
  }
  return files;
}

std::vector<std::string> Workspace::unread_ledger_files(
    const std::vector<std::string>& names) const {
  std::vector<std::string> unread;
  const fs::path folder = root_ / kLedgers;
  if (!fs::is_directory(folder)) return unread;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool is_ledger =
        std::ranges::find(names, entry.path().stem().string()) != names.end() &&
        std::ranges::find(kEndings, entry.path().extension().string()) !=
            kEndings.end();
    if (name.starts_with('.') || name.starts_with("~$") || is_ledger ||
        is_year(name))
      continue;
    unread.push_back(std::string(kLedgers) + "/" + name);
  }
  std::ranges::sort(unread);
  return unread;
}

std::vector<std::pair<std::string, std::error_code>>
Workspace::unreadable_folders() const {
  std::vector<std::pair<std::string, std::error_code>> unreadable;
  const auto look_at = [&](const std::string& name) {
    std::error_code ignored;
    if (!fs::is_directory(root_ / name, ignored)) return false;
    if (::access((root_ / name).c_str(), R_OK | X_OK) == 0) return true;
    if (errno != ENOENT && errno != ENOTDIR) {
      unreadable.emplace_back(name,
                              std::error_code(errno, std::generic_category()));
    }
    return false;
  };
  for (const std::string folder :
       {"counts", "ledgers", "narrative", "sealed"}) {
    if (!look_at(folder)) continue;
    std::vector<std::string> years;
    for (const auto& entry : fs::directory_iterator(root_ / folder)) {
      const std::string name = entry.path().filename().string();
      if (is_year(name)) years.push_back(folder + "/" + name);
    }
    std::ranges::sort(years);
    for (const std::string& year : years) look_at(year);
  }
  return unreadable;
}

int Workspace::latest_year(int year) const {
  for (const std::string_view folder :
       {kLedgers, std::string_view("counts"), std::string_view("sealed"),
        std::string_view("narrative")}) {
    if (!fs::is_directory(root_ / folder)) continue;
    for (const auto& entry : fs::directory_iterator(root_ / folder)) {
      const std::string name = entry.path().stem().string();
      if (is_year(name)) year = std::max(year, std::stoi(name));
    }
  }
  return year;
}

InputFile Workspace::counts(int year) const {
  return file("counts/" + std::to_string(year) + ".yaml");
}

InputFile Workspace::sealed(int year) const {
  return file("sealed/" + std::to_string(year) + ".json");
}

InputFile Workspace::narrative(int year, std::string_view section) const {
  return file("narrative/" + std::to_string(year) + "/" + std::string(section) +
              ".md");
}

InputFile Workspace::waivers() const {
  return file("waivers.yaml");
}

InputFile Workspace::output(int year) const {
  return file("out/" + std::to_string(year));
}

}  // namespace gov_report
