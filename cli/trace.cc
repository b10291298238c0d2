// gov-report trace YEAR CELL: the records behind a figure.

#include "pipeline/trace.h"

#include <cstdio>

#include "command.h"

namespace gov_report::cli {
namespace {

std::unique_ptr<TraceWriter> writer_of(const Context& context) {
  const TextSink sink = [](std::string_view text) { print(stdout, text); };
  const TraceWords words = [&](std::string_view key,
                               const std::vector<Argument>& arguments) {
    return context.messages(key, arguments);
  };
  if (context.options.format == "csv") return trace_csv(words, sink);
  if (context.options.format == "json") return trace_json(sink);
  return trace_text(words, sink);
}

/// A finding about another table than the one asked for.
bool about_other_table(const Finding& finding, const TraceResult& result) {
  if (result.check.year == nullptr) return false;
  for (const TableFormat& table : result.check.year->schema.report.tables) {
    const bool wanted = result.figure.cell.starts_with(table.id + ".");
    for (const Argument& argument : finding.arguments) {
      const bool names_it =
          argument.name == "table" && argument.value == table.label;
      if (names_it && !wanted) return true;
    }
  }
  return false;
}

/// What is wrong with more than a row: a table without data, a file that
/// cannot be read.
void print_causes(const Context& context, const TraceResult& result) {
  for (const Finding& finding : result.check.findings.all()) {
    if (about_other_table(finding, result)) continue;
    const Diagnostic words =
        context.rules.describe(finding, context.messages.language());
    const Rule* rule = context.rules.find(finding.rule);
    const bool about_row =
        rule != nullptr && rule->scope == "ledger" && finding.place.at.line > 1;
    if (words.severity != Severity::error || about_row) continue;
    print(stderr, finding_text(words, context.color_err) + "\n");
  }
}

/// A figure of last year where there is no report of it: says so.
bool asks_for_absent_report(const Context& context, const TraceResult& result) {
  if (!context.options.cell.starts_with("last.") || result.check.year->last) {
    return false;
  }
  for (const Finding& finding : result.check.findings.all()) {
    if (finding.rule != "last-report-missing" &&
        finding.rule != "sealed-invalid") {
      continue;
    }
    print(stderr, finding_text(context.rules.describe(
                                   finding, context.messages.language()),
                               context.color_err));
  }
  return true;
}

}  // namespace

int run_trace(const Context& context) {
  const std::string& format = context.options.format;
  if (format != "text" && format != "csv" && format != "json") {
    return refuse_value(context, "--format", format, "text, csv, json");
  }
  const auto year = year_request(context);
  if (!year) return kCouldNotRun;
  const auto writer = writer_of(context);
  const TraceResult result =
      trace_figure({*year, context.options.cell}, context.data, context.rules,
                   context.messages, *writer);
  switch (result.outcome) {
    case TraceResult::Outcome::stopped:
      print_causes(context, result);
      return kCouldNotRun;
    case TraceResult::Outcome::unknown_cell:
      if (asks_for_absent_report(context, result)) return kCouldNotRun;
      if (result.nearest.empty()) {
        return refuse_unlisted(
            context, "CELL", context.options.cell,
            "gov-report show " + context.options.year + " --ids");
      }
      return refuse_value(context, "CELL", context.options.cell,
                          result.nearest);
    case TraceResult::Outcome::not_proven:
      print(stderr, context.messages("trace.not-proven",
                                     {{"cell", result.figure.cell},
                                      {"value", result.figure.value->text()},
                                      {"found", result.found.text()}}) +
                        "\n");
      return kCouldNotRun;
    case TraceResult::Outcome::shown:
      break;
  }
  if (result.figure.value) {
    return result.figure.missed_in_all > 0 ? kFindings : kClean;
  }
  print_causes(context, result);
  return result.figure.may_be_blank ? kClean : kFindings;
}

}  // namespace gov_report::cli
