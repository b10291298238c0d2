// gov-report show YEAR [TABLE]: the tables in the terminal.

#include <algorithm>
#include <cstdio>

#include "check/table_rules.h"
#include "command.h"
#include "write/terminal.h"

namespace gov_report::cli {
namespace {

/// Every figure with its id, as texts and counts name it.
void print_ids(const Context& context, const Table& table) {
  const ReportFormat& format = *table.format;
  std::size_t width = 0;
  for (const CellFormat& cell : format.cells) {
    width = std::max(width, cell.id.size());
  }
  for (std::size_t i = 0; i < format.cells.size(); ++i) {
    const CellFormat& cell = format.cells[i];
    const bool wanted = context.options.table.empty() ||
                        cell.id.starts_with(context.options.table + ".");
    if (!wanted) continue;
    const Text label = cell_label(cell);
    const auto number = table.number(static_cast<CellIndex>(i));
    print(stdout, cell.id + std::string(width + 2 - cell.id.size(), ' ') +
                      (number ? number->text() : "-") + "  " +
                      (context.messages.language() == Language::zh ? label.zh
                                                                   : label.en) +
                      "\n");
  }
}

}  // namespace

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
  if (context.options.ids) {
    print_ids(context, result.year->table);
    return kClean;
  }
  bool shown = false;
  std::string names;
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      const auto* table = std::get_if<TableBlock>(&block);
      if (table == nullptr) continue;
      names += (names.empty() ? "" : ", ") + table->id;
      if (!context.options.table.empty() &&
          context.options.table != table->id) {
        continue;
      }
      print(stdout, section.heading + "\n" + terminal_table(*table) + "\n");
      shown = true;
    }
  }
  if (!shown) {
    return refuse_value(context, "TABLE", context.options.table, names);
  }
  for_each_line(report, [](const Diagnostic* finding, const std::string& more) {
    if (finding == nullptr) {
      print(stderr, more + "\n");
    } else if (finding->severity != Severity::info) {
      print(stderr, finding_line(*finding));
    }
  });
  if (result.stopped) return kCouldNotRun;
  return result.count(Severity::error, context.rules) > 0 ? kFindings : kClean;
}

}  // namespace gov_report::cli
