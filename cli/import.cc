// gov-report import FILE: a published report as counts, or as a sealed year.

#include "pipeline/import.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "base/output_file.h"
#include "base/system_reason.h"
#include "command.h"
#include "pipeline/output_paths.h"

namespace gov_report::cli {
namespace {

bool write_file(const Context& context, const std::string& text) {
  const std::string& path = context.options.out;
  // A new workspace has no counts/; if it cannot be made, the file cannot.
  std::error_code unmade;
  const auto folder = std::filesystem::path(path).parent_path();
  if (!folder.empty()) std::filesystem::create_directory(folder, unmade);
  try {
    write_output_file(path, text);
    return true;
  } catch (const std::system_error& error) {
    Finding finding;
    finding.rule = "output-not-writable";
    finding.variant = "file";
    finding.arguments = reason_arguments(error, path);
    finding.arguments.push_back({"file", path});
    complain(context, finding);
    return false;
  }
}

bool path_is_free(const Context& context) {
  bool free = true;
  if (context.options.out.empty()) return true;
  check_output_paths({{"-o", context.options.out}}, context.options.files,
                     [&](const Finding& finding) {
                       complain(context, finding);
                       free = false;
                     });
  std::error_code unknown;
  const bool kept =
      !context.options.replace &&
      std::filesystem::is_regular_file(context.options.out, unknown);
  if (free && kept) {
    print(stderr,
          "gov-report: " +
              context.messages("output.kept", {{"file", context.options.out}}) +
              "\n");
  }
  return free && !kept;
}

/// The words to print; nullopt after a message.
std::optional<std::string> product_of(const Context& context,
                                      const AuditedReport& report) {
  if (!context.options.out.ends_with(".json")) {
    return imported_counts(
        report, context.data, context.rules, context.messages,
        [&](const Finding& finding) { complain(context, finding); });
  }
  const std::size_t unread = cells_not_read(*report.report);
  const bool dated = report.report->year != 0;
  if (unread == 0 && dated) return imported_json(report);
  print(stderr,
        "gov-report: " +
            context.messages(
                dated ? "import.not-all" : "import.no-year",
                {{"file", report.file}, {"count", std::to_string(unread)}}) +
            "\n");
  return std::nullopt;
}

void say_written(const Context& context, const AuditedReport& report) {
  const std::string& out = context.options.out;
  const std::size_t words =
      no_number_count(*report.report) - cells_not_read(*report.report);
  const std::size_t left = cells_without_figure(*report.report);
  if (out.ends_with(".json") && words > 0) {
    print(stderr, context.messages("import.no-number",
                                   {{"file", report.file},
                                    {"count", std::to_string(words)},
                                    {"out", out}}) +
                      "\n");
  }
  const auto printed = static_cast<std::size_t>(std::ranges::count(
      report.report->format->cells, CellKind::printed, &CellFormat::kind));
  print(stderr, context.messages("import.written",
                                 {{"out", out},
                                  {"written", std::to_string(printed - left)},
                                  {"left", std::to_string(left)}}) +
                    "\n");
}

/// Counts beside ledgers, as a new workspace has them.
void say_ledgers(const Context& context) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(context.options.out).parent_path();
  if (folder.filename() != "counts") return;
  const fs::path ledgers = folder.parent_path() / "ledgers";
  std::error_code unknown;
  const fs::directory_iterator first(ledgers, unknown);
  if (unknown || first == fs::directory_iterator()) return;
  print(stderr,
        context.messages("import.ledgers", {{"folder", ledgers.string()}}) +
            "\n");
}

}  // namespace

int run_import(const Context& context) {
  const bool ending = ending_is_known(context, {".yaml", ".yml", ".json"});
  if (!ending || !path_is_free(context)) return kCouldNotRun;
  AuditRequest request;
  request.files = context.options.files;
  const AuditResult result =
      audit_reports(request, context.data, context.rules);
  for (const Finding& problem : result.problems.all()) {
    complain(context, problem);
  }
  if (result.reports.empty()) return kCouldNotRun;
  const AuditedReport& report = result.reports.front();
  const CheckReport words =
      describe(report, context.rules, context.messages, context.options.strict);
  print_findings(stderr, context, words, context.color_err);
  if (!report.report) return kCouldNotRun;
  if (const auto other = year_not_of_file(report, context.options.out)) {
    complain(context, *other);
    return kFindings;
  }
  const auto product = product_of(context, report);
  if (!product) return kFindings;
  if (context.options.out.empty()) {
    print(stdout, *product);
  } else if (!write_file(context, *product)) {
    return kCouldNotRun;
  } else {
    say_written(context, report);
    say_ledgers(context);
  }
  const bool whole = words.pass && cells_not_read(*report.report) == 0;
  return whole ? kClean : kFindings;
}

}  // namespace gov_report::cli
