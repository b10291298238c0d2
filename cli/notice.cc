// gov-report notice FILE…: a letter of defects to each body whose reports have
// some.

#include "pipeline/notice.h"

#include <algorithm>
#include <cstdio>

#include "audit_output.h"
#include "command.h"

namespace gov_report::cli {
namespace {

/// nullopt after a message.
std::optional<NoticeRequest> notice_request(const Context& context) {
  const Options& options = context.options;
  NoticeRequest request;
  request.folder = options.out;
  request.from = options.from;
  request.strict = options.strict;
  request.replace = options.replace;
  if (options.by.empty()) return request;
  request.by = day_of(context, "--by", options.by);
  if (!request.by) return std::nullopt;
  return request;
}

}  // namespace

int run_notice(const Context& context) {
  const auto request = notice_request(context);
  AuditRequest audit;
  audit.limit = 0;  // a letter asks for all of them
  if (!request || !gather_reports(context, audit.files)) return kCouldNotRun;
  const auto sink = [&](const Finding& finding) { complain(context, finding); };
  const auto chinese = load_messages(context.data, Language::zh, sink);
  if (!chinese) return kCouldNotRun;
  const AuditResult result = audit_reports(audit, context.data, context.rules);
  for (const Finding& problem : result.problems.all()) sink(problem);
  for (const AuditedReport& report : result.reports) {
    for (const Finding& finding : report.findings.all()) {
      // A letter holds all reports of a body, drafts of the same year too.
      const bool told = !report.report || finding.rule == "year-in-two-files";
      if (told) sink(finding);
    }
  }
  const auto notices =
      compose_notices(result, *request, context.rules, *chinese);
  if (!notices.empty() && !make_notice_folder(*request, sink)) {
    return kCouldNotRun;
  }
  bool written = true;
  for (const Notice& notice : notices) {
    const auto outcome = write_notice(notice, *request, context.data, sink);
    const std::string file = notice.file.string();
    if (outcome == NoticeOutcome::written) {
      print(stdout, file + "\n");
      if (notice.agency.empty()) {
        print(stderr,
              context.messages("notice.no-name", {{"file", file}}) + "\n");
      }
    }
    if (outcome == NoticeOutcome::kept) {
      print(stderr, context.messages("output.kept", {{"file", file}}) + "\n");
    }
    written = written && outcome;
  }
  for (const AuditedReport& report : result.reports) {
    const auto say = [&](const char* key, std::size_t count) {
      if (count == 0) return;
      print(stderr, context.messages(key, {{"file", report.file},
                                           {"count", std::to_string(count)}}) +
                        "\n");
    };
    say("notice.rows-left-out", rows_not_placed(report));
    say("notice.formulas-left-out", cells_not_calculated(report));
  }
  if (notices.empty()) print(stderr, context.messages("notice.none") + "\n");
  print(stderr, audit_total(context, result));
  return written ? audit_exit_code(context, result) : kCouldNotRun;
}

}  // namespace gov_report::cli
