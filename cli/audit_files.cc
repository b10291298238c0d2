// The published reports that are meant on the command line.

#include <glob.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

#include "audit_output.h"
#include "base/ascii.h"
#include "base/text.h"
#include "import/own_output.h"

namespace gov_report::cli {
namespace {

namespace fs = std::filesystem;

/// What a folder is searched for.
const std::set<std::string>& endings() {
  static const std::set<std::string> kEndings = {
      ".html", ".htm", ".docx", ".xlsx", ".md", ".txt", ".pdf",
      // These say what they are to be saved as.
      ".doc", ".wps", ".xls", ".et", ".rtf", ".ofd", ".mht", ".mhtml"};
  return kEndings;
}

constexpr std::size_t kNamesShown = 10;

/// With marks between; of a long list the first few.
std::string listed(const Context& context, std::vector<std::string> names) {
  if (names.size() > kNamesShown) names.resize(kNamesShown);
  std::string list;
  for (const std::string& name : names) {
    if (!list.empty()) list += context.messages("audit.not-read-next");
    list += printable(name);
  }
  return list;
}

/// Tells of files that are not read: message `key`, or with -more for what is
/// too long a list.
void tell_of(const Context& context, const std::string& key,
             std::vector<std::string> names, std::vector<Argument> arguments) {
  if (names.empty()) return;
  std::ranges::sort(names);
  arguments.push_back({"count", std::to_string(names.size())});
  const bool more = names.size() > kNamesShown;
  arguments.push_back({"files", listed(context, std::move(names))});
  print(stderr, context.messages(more ? key + "-more" : key, arguments) + "\n");
}

/// Takes out what an audit or a notice wrote, and tells of it: a second audit
/// of a folder is of the same reports.
void leave_out_own(const Context& context, std::vector<std::string>& files) {
  std::vector<std::string> own;
  std::erase_if(files, [&](const std::string& file) {
    const bool leave_out = file != "-" && is_own_output(file);
    if (leave_out) own.push_back(file);
    return leave_out;
  });
  tell_of(context, "audit.own-outputs", std::move(own), {});
}

bool tell_no_files(const Context& context,
                   const std::vector<std::string>& typed) {
  print(stderr, "gov-report: " +
                    context.messages("audit.no-files",
                                     {{"folder", listed(context, typed)}}) +
                    "\n");
  return false;
}

void add_folder(const Context& context, const fs::path& folder,
                std::vector<std::string>& files) {
  std::vector<std::string> found;
  std::vector<std::string> not_read;
  std::error_code error;
  for (fs::recursive_directory_iterator it(
           folder, fs::directory_options::skip_permission_denied, error);
       !error && it != fs::recursive_directory_iterator();
       it.increment(error)) {
    const std::string ending = small_letters(it->path().extension().string());
    const std::string name = it->path().filename().string();
    // Word and Excel keep such a file beside one that is open.
    const bool hidden = name.starts_with(".") || name.starts_with("~$");
    if (hidden || !it->is_regular_file(error)) continue;
    if (endings().contains(ending)) {
      found.push_back(it->path().string());
    } else {
      not_read.push_back(it->path().lexically_relative(folder).string());
    }
  }
  // What stands there, so that no report is missed.
  tell_of(context, "audit.not-read", std::move(not_read),
          {{"folder", folder.string()}});
  std::ranges::sort(found);
  files.insert(files.end(), found.begin(), found.end());
}

/// What a pattern stands for that no shell has put names for, in their order;
/// a name that is there, or that fits nothing, stands for itself.
std::vector<std::string> names_like(const std::string& typed) {
  std::error_code error;
  if (typed.find_first_of("*?[") == std::string::npos ||
      fs::exists(typed, error)) {
    return {typed};
  }
  glob_t found = {};
  std::vector<std::string> names;
  if (glob(typed.c_str(), 0, nullptr, &found) == 0) {
    names.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    std::ranges::sort(names);
  }
  globfree(&found);
  return names.empty() ? std::vector{typed} : names;
}

std::vector<std::string> names_of(const std::vector<std::string>& typed) {
  std::vector<std::string> names;
  for (const std::string& one : typed) {
    for (std::string& name : names_like(one)) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace

bool gather_reports(const Context& context, std::vector<std::string>& files) {
  bool standard_input = false;
  const std::vector<std::string> names = names_of(context.options.files);
  for (const std::string& typed : names) {
    if (typed == "-") {
      // It can be read once only.
      if (!standard_input) files.push_back(typed);
      standard_input = true;
      continue;
    }
    // A wildcard takes in what Word keeps beside a file that is open.
    const bool several = names.size() > 1;
    if (several && fs::path(typed).filename().string().starts_with("~$")) {
      continue;
    }
    std::error_code error;
    if (!fs::is_directory(typed, error)) {
      files.push_back(typed);
      continue;
    }
    const std::size_t before = files.size();
    add_folder(context, typed, files);
    if (files.size() == before) return tell_no_files(context, {typed});
  }
  leave_out_own(context, files);
  return !files.empty() || tell_no_files(context, names);
}

}  // namespace gov_report::cli
