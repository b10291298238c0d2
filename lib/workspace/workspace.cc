#include "workspace/workspace.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/system_reason.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLedgers = "ledgers";

bool is_year(const std::string& name) {
  return name.size() == 4 &&
         std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

void collect(const fs::path& folder, const std::string& shown,
             std::string_view ledger, std::vector<InputFile>& files) {
  for (const std::string_view ending : kLedgerEndings) {
    const std::string name = std::string(ledger) + std::string(ending);
    if (fs::exists(folder / name)) {
      files.push_back({folder / name, shown + "/" + name});
    }
  }
}

/// Why a folder cannot be listed, or its files not be opened.
std::error_code reason_not_to_read(const fs::path& folder) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  if (!error) static_cast<void>(fs::status(folder / ".", error));
  return error;
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
        std::ranges::find(kLedgerEndings, entry.path().extension().string()) !=
            kLedgerEndings.end();
    if (name.starts_with('.') || name.starts_with("~$") || is_ledger ||
        is_year(name))
      continue;
    unread.push_back(std::string(kLedgers) + "/" + name);
  }
  std::ranges::sort(unread);
  return unread;
}

bool Workspace::can_read_folders(const FindingSink& sink) const {
  bool all = true;
  const auto can_read = [&](const std::string& name) {
    const auto error = reason_not_to_read(root_ / name);
    if (!error) return true;
    Finding finding;
    finding.rule = "file-unreadable";
    finding.variant = "folder";
    finding.place.file = name;
    finding.arguments = reason_arguments(std::system_error(error), name);
    finding.arguments.push_back({"file", name});
    sink(std::move(finding));
    all = false;
    return false;
  };
  for (const std::string folder :
       {"counts", "ledgers", "narrative", "sealed"}) {
    if (!fs::is_directory(root_ / folder) || !can_read(folder)) continue;
    std::vector<std::string> years;
    for (const auto& entry : fs::directory_iterator(root_ / folder)) {
      const std::string name = entry.path().filename().string();
      if (is_year(name) && entry.is_directory()) {
        years.push_back(folder + "/" + name);
      }
    }
    std::ranges::sort(years);
    for (const std::string& year : years) can_read(year);
  }
  return all;
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
