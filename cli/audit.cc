// gov-report audit FILE…: read published reports, run every rule that applies,
// one verdict per file; findings are the product.

#include "pipeline/audit.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

#include "check_output.h"
#include "command.h"
#include "write/audit_report.h"

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

/// The files typed, and those of the folders; false after a message.
bool gather(const Context& context, std::vector<std::string>& files) {
  for (const std::string& typed : context.options.files) {
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

std::string known(const std::string& text) {
  return text.empty() ? "?" : text;
}

std::string verdict_line(const Context& context, const AuditedReport& audited,
                         const CheckReport& words) {
  static const char* const kKeys[] = {
      "audit.verdict.pass", "audit.verdict.fail", "audit.verdict.unreadable"};
  const auto verdict = audited.verdict(context.rules, context.options.strict);
  const auto count = [&](Severity severity) {
    return std::to_string(count_of(words, severity));
  };
  return context.messages(
      kKeys[static_cast<int>(verdict)],
      {{"file", audited.file},
       {"agency", known(audited.report ? audited.report->agency : "")},
       {"year", known(words.year == 0 ? "" : std::to_string(words.year))},
       {"format", words.format},
       {"errors", count(Severity::error)},
       {"warnings", count(Severity::warning)},
       {"infos", count(Severity::info)}});
}

std::string reading_line(const Context& context, const AuditedReport& audited) {
  const PublishedReport& report = *audited.report;
  const auto read = std::ranges::count_if(
      report.table.cells,
      [](const Cell& cell) { return !cell.place.file.empty(); });
  return context.messages(
      "audit.read",
      {{"read", std::to_string(read)},
       {"unread", std::to_string(report.readings.unread.size())},
       {"missing", std::to_string(report.readings.missing.size())}});
}

void print_text(const Context& context, const AuditedReport& audited,
                const CheckReport& words) {
  print_findings(stdout, context, words, context.color_out);
  if (audited.report) print(stdout, reading_line(context, audited) + "\n");
  print(stdout, verdict_line(context, audited, words) + "\n\n");
}

void print_total(const Context& context, const AuditResult& result) {
  std::size_t counts[3] = {};
  for (const AuditedReport& one : result.reports) {
    ++counts[static_cast<int>(
        one.verdict(context.rules, context.options.strict))];
  }
  print(stdout,
        context.messages("audit.total",
                         {{"all", std::to_string(result.reports.size())},
                          {"pass", std::to_string(counts[0])},
                          {"fail", std::to_string(counts[1])},
                          {"unreadable", std::to_string(counts[2])}}) +
            "\n");
}

int exit_code(const Context& context, const AuditResult& result) {
  if (result.stopped) return kCouldNotRun;
  const bool clean =
      std::ranges::all_of(result.reports, [&](const AuditedReport& one) {
        return one.verdict(context.rules, context.options.strict) ==
               AuditedReport::Verdict::pass;
      });
  return clean ? kClean : kFindings;
}

}  // namespace

int run_audit(const Context& context) {
  const std::string& format = context.options.format;
  const std::vector<std::string> known = {"text", "json"};
  if (std::ranges::find(known, format) == known.end()) {
    return refuse_value(context, "--format", format, listed(known));
  }
  AuditRequest request;
  if (!gather(context, request.files)) return kCouldNotRun;
  request.against = context.options.against;
  const AuditResult result =
      audit_reports(request, context.data, context.rules);
  for (const Finding& problem : result.problems.all()) {
    complain(context, problem);
  }
  if (format == "json") {
    std::vector<CheckReport> words;
    for (const AuditedReport& one : result.reports) {
      words.push_back(describe(one, context.rules, context.messages,
                               context.options.strict));
    }
    print(stdout, audit_json(audit_entries(result, words, context.rules,
                                           context.options.strict)));
    return exit_code(context, result);
  }
  for (const AuditedReport& one : result.reports) {
    print_text(
        context, one,
        describe(one, context.rules, context.messages, context.options.strict));
  }
  if (result.reports.size() > 1) print_total(context, result);
  return exit_code(context, result);
}

}  // namespace gov_report::cli
