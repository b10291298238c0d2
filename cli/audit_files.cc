// The published reports that are meant on the command line.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

#include "audit_output.h"

namespace gov_report::cli {
namespace {

namespace fs = std::filesystem;

/// What a folder is searched for.
const std::set<std::string>& endings() {
  static const std::set<std::string> kEndings = {
      ".html", ".htm", ".docx", ".xlsx", ".md", ".txt", ".pdf", ".doc", ".wps"};
  return kEndings;
}

void add_folder(const fs::path& folder, std::vector<std::string>& files) {
  std::vector<std::string> found;
  std::error_code error;
  for (fs::recursive_directory_iterator it(
           folder, fs::directory_options::skip_permission_denied, error);
       !error && it != fs::recursive_directory_iterator();
       it.increment(error)) {
    std::string ending = it->path().extension().string();
    for (char& c : ending) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    const bool hidden = it->path().filename().string().starts_with(".");
    if (it->is_regular_file(error) && !hidden && endings().contains(ending)) {
      found.push_back(it->path().string());
    }
  }
  std::ranges::sort(found);
  files.insert(files.end(), found.begin(), found.end());
}

}  // namespace

bool gather_reports(const Context& context, std::vector<std::string>& files) {
  bool standard_input = false;
  for (const std::string& typed : context.options.files) {
    if (typed == "-") {
      // It can be read once only.
      if (!standard_input) files.push_back(typed);
      standard_input = true;
      continue;
    }
    std::error_code error;
    if (!fs::is_directory(typed, error)) {
      files.push_back(typed);
      continue;
    }
    const std::size_t before = files.size();
    add_folder(typed, files);
    if (files.size() > before) continue;
    print(stderr, "gov-report: " +
                      context.messages("audit.no-files", {{"folder", typed}}) +
                      "\n");
    return false;
  }
  return true;
}

}  // namespace gov_report::cli
