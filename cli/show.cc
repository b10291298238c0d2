// gov-report show YEAR [TABLE]: the tables in the terminal.

#include <cstdio>

#include "command.h"
#include "write/terminal.h"

namespace gov_report::cli {

int run_show(const Context& context) {
  const auto request = year_request(context);
  if (!request) return kCouldNotRun;
  const CheckResult result = check_year(*request, context.data, context.rules);
  const CheckReport report =
      describe(result, context.rules, context.messages, false);
  if (result.year == nullptr) {
    print_findings(stderr, context, report, context.color_err);
    return kCouldNotRun;
  }
  const Config& config = result.year->config;
  const Document document =
      compose(result.year->table, {config.agency, config.contact}, {}, {});
  bool shown = false;
  std::string names;
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      const auto* table = std::get_if<TableBlock>(&block);
      if (table == nullptr) continue;
      names += (names.empty() ? "" : ", ") + table->id;
      if (!context.options.table.empty() && context.options.table != table->id) {
        continue;
      }
      print(stdout, section.heading + "\n" + terminal_table(*table) + "\n");
      shown = true;
    }
  }
  if (!shown) {
    return refuse_value(context, "TABLE", context.options.table, names);
  }
  for (const Diagnostic& finding : report.findings) {
    if (finding.severity != Severity::info) print(stderr, finding_line(finding));
  }
  if (result.stopped) return kCouldNotRun;
  return result.count(Severity::error, context.rules) > 0 ? kFindings : kClean;
}

}  // namespace gov_report::cli
