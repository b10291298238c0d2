// gov-report close YEAR: seals the year, or says what is in the way.

#include "pipeline/close.h"

#include <cstdio>

#include "command.h"
#include "progress_line.h"

namespace gov_report::cli {
namespace {

std::string count_of(const CloseResult& result, Severity severity,
                     const Context& context) {
  return std::to_string(result.check.count(severity, context.rules));
}

}  // namespace

int run_close(const Context& context) {
  const auto year = year_request(context);
  if (!year) return kCouldNotRun;
  CloseRequest request;
  request.year = *year;
  request.replace = context.options.replace;
  request.strict = context.options.strict;
  std::optional<ProgressLine> line(std::in_place, context.messages);
  request.year.progress = line->progress();
  const CloseResult result = close_year(request, context.data, context.rules);
  line.reset();
  const CheckReport report =
      describe(result.check, context.rules, context.messages, request.strict);
  print_findings(stderr, context, report, context.color_err);
  print(stderr, waivers_text(context, report, false));
  if (result.check.stopped) {
    print(stderr, summary_text(context, report));
    return kCouldNotRun;
  }
  const Messages& text = context.messages;
  switch (result.outcome) {
    case CloseResult::Outcome::refused: {
      const std::string errors = count_of(result, Severity::error, context);
      print(stderr,
            text(errors == "0" ? "close.refused-strict" : "close.refused",
                 {{"errors", errors},
                  {"warnings", count_of(result, Severity::warning, context)}}) +
                "\n");
      return kFindings;
    }
    case CloseResult::Outcome::same:
      print(stdout, text("close.same", {{"file", result.file}}) + "\n");
      return kClean;
    case CloseResult::Outcome::written:
      break;
  }
  print(stdout,
        text("close.written", {{"file", result.file},
                               {"cells", std::to_string(report.cells_checked)},
                               {"cases", std::to_string(result.cases)},
                               {"documents", std::to_string(result.documents)},
                               {"outputs", std::to_string(result.outputs)}}) +
            "\n");
  return kClean;
}

}  // namespace gov_report::cli
