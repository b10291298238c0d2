// gov-report diff FROM TO: two years side by side.

#include "pipeline/diff.h"

#include <cstdio>

#include "command.h"

namespace gov_report::cli {
namespace {

/// Both years, the earlier one first; nullopt after a message.
std::optional<DiffRequest> years_of(const Context& context) {
  const auto from = year_request(context, context.options.year);
  if (!from) return std::nullopt;
  const auto to = year_request(context, context.options.to_year);
  if (!to) return std::nullopt;
  if (from->year < to->year) return DiffRequest{*from, *to};
  print(stderr, "gov-report: " + context.messages("usage.years-in-order") +
                    "\n" + context.messages("usage.see-help") + "\n");
  return std::nullopt;
}

std::string source_line(const Context& context, const DiffYear& year) {
  return context.messages("diff.source", {{"year", std::to_string(year.year)},
                                          {"source", year.source},
                                          {"format", year.format}}) +
         "\n";
}

}  // namespace

int run_diff(const Context& context) {
  const std::string& format = context.options.format;
  if (format != "text" && format != "json") {
    return refuse_value(context, "--format", format, "text, json");
  }
  const auto request = years_of(context);
  if (!request) return kCouldNotRun;
  const DiffResult result =
      diff_years(*request, context.data, context.rules, context.messages);
  if (result.stopped) {
    for (const Finding& finding : result.findings.all()) {
      print(stderr, finding_text(context.rules.describe(
                                     finding, context.messages.language()),
                                 context.color_err) +
                        "\n");
    }
    return kCouldNotRun;
  }
  const Messages& text = context.messages;
  if (result.errors > 0) {
    print(stderr,
          text("diff.errors", {{"errors", std::to_string(result.errors)}}) +
              "\n");
  }
  const std::string sources = source_line(context, result.report.from) +
                              source_line(context, result.report.to);
  if (format == "json") {
    print(stderr, sources);
    print(stdout, diff_json(result.report));
    return kClean;
  }
  print(stdout, sources);
  print(stdout, diff_text(result.report,
                          {text("diff.figure"), text("diff.difference"),
                           text("diff.blank")},
                          context.options.all));
  return kClean;
}

}  // namespace gov_report::cli
