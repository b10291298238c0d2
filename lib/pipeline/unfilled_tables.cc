#include "pipeline/unfilled_tables.h"

namespace gov_report {
namespace {

std::set<LedgerIndex> ledgers_of(const ReportFormat& report,
                                 const TableFormat& table) {
  std::set<LedgerIndex> ledgers;
  for (CellIndex i = table.first; i < table.last; ++i) {
    const auto& source = report.cells[i].source;
    if (source) ledgers.insert(source->ledger);
  }
  return ledgers;
}

}  // namespace

UnfilledTables unfilled_tables(const Year& year) {
  UnfilledTables unfilled;
  const ReportFormat& report = year.schema.report;
  for (std::size_t t = 0; t < report.tables.size(); ++t) {
    if (year.table.origins[t] != Origin::none) continue;
    const std::string& id = report.tables[t].id;
    const auto ledgers = ledgers_of(report, report.tables[t]);
    for (const LedgerIndex ledger : ledgers) {
      for (const InputFile& file : year.ledger_files[ledger]) {
        unfilled.of_file[file.name].insert(id);
      }
    }
    for (const CellFormat& cell : report.cells) {
      if (cell.kind == CellKind::memo && cell.source &&
          ledgers.contains(cell.source->ledger)) {
        unfilled.of_figure.emplace(cell.id, id);
      }
    }
  }
  return unfilled;
}

}  // namespace gov_report
