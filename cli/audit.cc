// gov-report audit FILE…: read published reports, run every rule that applies,
// one verdict per file; findings are the product.

#include "pipeline/audit.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <optional>

#include "audit_output.h"
#include "base/parallel.h"
#include "check_output.h"
#include "command.h"
#include "pipeline/output_paths.h"
#include "progress_line.h"

namespace gov_report::cli {
namespace {

/// False after messages.
bool paths_are_free(const Context& context,
                    const std::vector<ReportRequest>& outputs,
                    const AuditRequest& request) {
  std::vector<OutputPath> paths;
  for (const ReportRequest& output : outputs) {
    const bool is_out = output.path == context.options.out;
    paths.push_back({is_out ? "-o" : "--report", output.path});
  }
  std::vector<std::string> inputs = request.files;
  if (!request.against.empty()) inputs.push_back(request.against);
  bool free = true;
  check_output_paths(paths, inputs, [&](Finding finding) {
    complain(context, finding);
    free = false;
  });
  return free;
}

/// What --format says, or the ending of the file that is written.
std::string format_of(const Options& options,
                      const std::vector<std::string>& known) {
  if (options.format_given) return options.format;
  for (const std::string& format : known) {
    if (options.out.ends_with("." + format)) return format;
  }
  return options.format;
}

/// A workbook is nothing for a screen. False after a message.
bool may_print(const Context& context, const std::string& format) {
  if (format != "xlsx" || isatty(STDOUT_FILENO) == 0) return true;
  print(stderr, "gov-report: " + context.messages("audit.no-screen") + "\n");
  return false;
}

}  // namespace

int run_audit(const Context& context) {
  const auto& known = audit_formats();
  const std::string format = format_of(context.options, known);
  if (std::ranges::find(known, format) == known.end()) {
    return refuse_value(context, "--format", format, listed(known));
  }
  if (!ending_is_known(context, {".text", ".txt", ".json", ".html", ".xlsx"})) {
    return kCouldNotRun;
  }
  auto outputs = report_requests(context, known);
  AuditRequest request;
  if (!outputs || !gather_reports(context, request.files)) return kCouldNotRun;
  const bool to_file = !context.options.out.empty();
  if (to_file) outputs->push_back({format, context.options.out});
  request.against = context.options.against;
  // What people read on a screen is cut short, and says so; files are whole.
  const bool all_on_screen = format == "text" && outputs->empty();
  if (!all_on_screen) request.limit = 0;
  const auto jobs = threads_asked_for(context);
  if (!jobs) return kCouldNotRun;
  request.jobs = *jobs;
  if (!paths_are_free(context, *outputs, request) ||
      (!to_file && !may_print(context, format))) {
    return kCouldNotRun;
  }
  std::optional<ProgressLine> line(std::in_place, context.messages);
  request.progress = line->progress();
  AuditResult result = audit_reports(request, context.data, context.rules);
  line.reset();
  for (const Finding& problem : result.problems.all()) {
    complain(context, problem);
  }
  std::optional<std::vector<CheckReport>> words;
  const auto words_of_all = [&]() -> const std::vector<CheckReport>& {
    if (!words) {
      words = describe_all(result, context.rules, context.messages,
                           context.options.strict, *jobs);
    }
    return *words;
  };
  const bool written = write_reports(
      context, *outputs, [&](const std::string& of, const WriteBytes& write) {
        render(context, result, words_of_all, of, false, *jobs, write);
      });
  if (to_file) {
    print(stderr, audit_total(context, result));
  } else {
    render(context, result, words_of_all, format, context.color_out, *jobs,
           [](std::string_view bytes) { print(stdout, bytes); });
  }
  const int code = written ? audit_exit_code(context, result) : kCouldNotRun;
  // Thousands of reports take as long to free as to write.
  for_each_in_parallel(result.reports.size(), *jobs,
                       [&](std::size_t i) { result.reports[i] = {}; });
  return code;
}

}  // namespace gov_report::cli
