// gov-report check YEAR: all rules, no rendering; findings are the product.

#include <algorithm>
#include <cstdio>

#include "check_output.h"
#include "command.h"
#include "pipeline/annotate.h"
#include "pipeline/output_paths.h"
#include "progress_line.h"

namespace gov_report::cli {
namespace {

/// The copies that are asked for; nullopt after messages.
std::optional<Annotator> planned_copies(const Context& context,
                                        const YearRequest& request) {
  Annotator none(context.rules, context.messages, {}, request.year);
  if (context.options.annotations.empty()) return none;
  const FindingSink ignore = [](const Finding&) {};
  const auto schema = load_schema(context.data, request.year, request.form,
                                  context.rules, ignore);
  if (!schema) return none;  // the check says why
  std::optional<Annotator> annotator(std::in_place, context.rules,
                                     context.messages, schema->report.id,
                                     request.year);
  const FindingSink sink = [&](const Finding& finding) {
    complain(context, finding);
  };
  bool good = true;
  const auto config = read_config(request.workspace, ignore);
  const LedgerFiles ledgers =
      find_ledger_files(schema->ledgers, config.value_or(Config()),
                        Workspace(request.workspace), ignore);
  for (const std::string& word : context.options.annotations) {
    auto plan = plan_annotation(word, *schema, ledgers, sink);
    good = good && plan;
    if (plan) annotator->add(std::move(*plan));
  }
  if (!good) annotator.reset();
  return annotator;
}

/// False after messages.
bool write_copies(const Context& context, const CheckResult& result,
                  const CheckReport& report, Annotator& annotator) {
  bool all = true;
  annotator.write(
      result, report,
      [](const std::string& line) { print(stderr, line + "\n"); },
      [&](const Finding& finding) {
        complain(context, finding);
        all = false;
      });
  return all;
}

/// False after messages.
bool paths_are_free(const Context& context,
                    const std::vector<ReportRequest>& reports) {
  std::vector<OutputPath> paths;
  for (const std::string& word : context.options.annotations) {
    paths.push_back({"--annotate", annotation_target(word)});
  }
  for (const ReportRequest& report : reports) {
    paths.push_back({"--report", report.path});
  }
  bool free = true;
  check_output_paths(paths, context.options.workspace, [&](Finding finding) {
    complain(context, finding);
    free = false;
  });
  return free;
}

}  // namespace

int run_check(const Context& context) {
  const std::string& format = context.options.format;
  const auto& known = check_formats();
  if (std::ranges::find(known, format) == known.end()) {
    return refuse_value(context, "--format", format, listed(known));
  }
  auto request = year_request(context);
  if (!request) return kCouldNotRun;
  const auto reports = report_requests(context, known);
  if (!reports || !read_limit(context, *request) ||
      !paths_are_free(context, *reports)) {
    return kCouldNotRun;
  }
  auto copies = planned_copies(context, *request);
  if (!copies) return kCouldNotRun;
  if (!copies->empty()) {
    request->watch = [&](const Finding& finding) { copies->watch(finding); };
  }
  std::optional<ProgressLine> line(std::in_place, context.messages);
  request->progress = line->progress();
  const CheckResult result = check_year(*request, context.data, context.rules);
  line.reset();
  CheckReport report =
      describe(result, context.rules, context.messages, context.options.strict);
  report.year = request->year;
  bool written = write_reports(
      context, *reports, [&](const std::string& of, const WriteBytes& write) {
        write(rendered(context, report, of, false));
      });
  written = write_copies(context, result, report, *copies) && written;
  print(stdout, rendered(context, report, format, context.color_out));
  if (result.stopped || !written) return kCouldNotRun;
  return report.pass ? kClean : kFindings;
}

}  // namespace gov_report::cli
