#include "pipeline/workpapers.h"

#include <utility>

#include "document/compose_workpapers.h"
#include "pipeline/tracer.h"
#include "write/workpapers.h"

namespace gov_report {
namespace {

using Openings = std::map<CellIndex, std::pair<Decimal, std::string>>;

/// Where the stocks of the year before stand.
Openings openings_of(const WorkpapersRequest& request) {
  Openings openings;
  const Year& year = request.loaded;
  for (const auto& [cell, opening] : year.openings) {
    Tracer tracer(request.year.workspace, year, request.rules,
                  request.messages);
    tracer.find(year.schema.report.cells[cell].id);
    std::string source;
    for (const TraceEntry& entry : tracer.figures()) {
      source += (source.empty() ? "" : "; ") + entry.file + ":" +
                std::to_string(entry.line);
    }
    openings[cell] = {opening.stock, source};
  }
  return openings;
}

WorkpaperOptions options_of(const WorkpapersRequest& request) {
  const Messages& messages = request.messages;
  WorkpaperOptions options;
  options.compose.draft = request.year.draft;
  options.compose.draft_mark = messages("document.draft-mark");
  options.compose.date =
      request.year.as_of.value_or(default_as_of(request.year.year));
  options.compose.check_label = [&](const Constraint& constraint) {
    const Rule* rule = request.rules.find(constraint.rule);
    return rule == nullptr ? constraint.rule
                           : request.rules.words(*rule).checks.zh;
  };
  options.title = messages("workpapers.title",
                           {{"agency", request.loaded.config.agency},
                            {"year", std::to_string(request.year.year)}});
  for (const char* note : {"note-formulas", "note-checks", "note-index",
                           "note-filter", "note-private", "note-quantity"}) {
    options.notes.push_back(messages("workpapers." + std::string(note)));
  }
  options.heading = [&](std::string_view key, const std::string& field) {
    return messages("workpapers.column-" + std::string(key),
                    {{"field", field}});
  };
  return options;
}

}  // namespace

std::vector<LeftOutOf> write_workpapers(const WorkpapersRequest& request) {
  const Year& year = request.loaded;
  const Openings openings = openings_of(request);
  const WorkpaperComposer composer(
      {year.table, year.schema.ledgers, year.columns, openings,
       make_report_year(request.year.year, year.config.agency)},
      options_of(request));
  WorkpapersWriter writer(
      composer.plan(), request.target,
      [&](std::string_view key, const std::vector<Argument>& arguments) {
        return request.messages(key, arguments);
      });
  std::vector<LedgerIndex> order;
  for (const auto& entry : year.columns) {
    const LedgerIndex ledger = entry.first;  // clang 14 captures no binding
    const std::size_t sheet = composer.sheet(ledger).value();
    order.push_back(ledger);
    read_records(
        year, ledger,
        [&](const Record& record, const RecordReader& reader) {
          const bool named = record.format->field("id").has_value();
          writer.add_row(sheet, composer.row(ledger, record, reader.file(),
                                             named ? reader.name_of(record)
                                                   : std::string()));
        },
        [](const Finding&) {});
  }
  std::vector<LeftOutOf> left_out;
  for (const RowsLeftOut& what : writer.finish()) {
    left_out.push_back({year.schema.ledgers[order[what.ledger]].label, what});
  }
  return left_out;
}

}  // namespace gov_report
