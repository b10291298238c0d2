#include "pipeline/ledgers.h"

#include <memory>
#include <optional>

#include "check/row_rules.h"
#include "check/tariff.h"
#include "ledger/record_reader.h"
#include "source/ledger_file.h"

namespace gov_report {
namespace {

/// Which rules over single values can run, by the columns that are there.
void note_field_rules(const LedgerFormat& format, const RecordReader& reader,
                      Coverage& coverage) {
  coverage.ran("missing-column");
  coverage.ran("duplicate-column");
  for (std::size_t f = 0; f < format.fields.size(); ++f) {
    const FieldFormat& field = format.fields[f];
    const bool has_column = reader.has_column(static_cast<FieldIndex>(f));
    const std::string type_rule = field.type == FieldType::date ? "bad-date"
                                  : field.type == FieldType::count
                                      ? "bad-count"
                                  : field.type == FieldType::amount
                                      ? "bad-amount"
                                      : "";
    for (const std::string& rule : {field.missing, field.unknown, field.unique,
                                    field.multiple, type_rule}) {
      if (rule.empty()) continue;
      if (has_column) {
        coverage.ran(rule);
      } else {
        coverage.not_run(rule, {"no-column",
                                {{"ledger", format.label},
                                 {"field", field.heading}}});
      }
    }
  }
}

}  // namespace

LedgerResult read_ledger(LedgerIndex ledger,
                         const std::vector<InputFile>& files,
                         const LedgerPass& pass) {
  const LedgerFormat& format = pass.schema.ledgers[ledger];
  const std::string& report = pass.schema.report.id;
  LedgerResult result{LedgerTally(pass.schema.report, ledger, pass.year),
                      std::vector<bool>(format.fields.size(), true)};
  RowRules rows(format, report, pass.year, pass.as_of, pass.calendar);
  std::optional<TariffRules> tariff;
  if (format.tariff) tariff.emplace(*format.tariff, report);
  UniqueValues unique;
  for (const InputFile& file : files) {
    const auto source = open_ledger(file.path, file.name, pass.sink);
    if (source == nullptr) continue;
    RecordReader reader(format, *source, file.name, pass.horizon, unique,
                        pass.sink);
    if (!reader.usable()) continue;
    Record record;
    bool bound = false;
    const auto bind = [&] {
      note_field_rules(format, reader, pass.coverage);
      rows.bind(reader, pass.coverage);
      if (tariff) tariff->bind(reader, pass.coverage);
      bound = true;
    };
    if (source->has_header()) bind();
    while (reader.next(record)) {
      if (!bound || !source->has_header()) bind();
      ++pass.coverage.records_checked;
      result.tally.add(record);
      rows.check(record, reader);
      if (tariff) tariff->check(record, reader);
    }
    pass.coverage.rows_rejected += source->rows_rejected();
    for (std::size_t f = 0; f < format.fields.size(); ++f) {
      if (!reader.has_column(static_cast<FieldIndex>(f))) {
        result.columns[f] = false;
      }
    }
  }
  if (tariff) tariff->finish(pass.sink);
  return result;
}

}  // namespace gov_report
