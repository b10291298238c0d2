#include "pipeline/ledgers.h"

#include <memory>
#include <optional>

#include "check/row_rules.h"
#include "check/tariff.h"
#include "ledger/record_reader.h"
#include "pipeline/year_sets.h"
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
    for (const std::string& rule : rules_of(field)) {
      if (has_column) {
        coverage.ran(rule);
      } else {
        coverage.not_run(
            rule, {"no-column",
                   {{"ledger", format.label}, {"field", field.heading}}});
      }
    }
  }
}

/// Reads the files a second time, for the tariff alone.
void count_for_tariff(const LedgerFormat& format,
                      const std::vector<InputFile>& files,
                      const LedgerPass& pass, TariffRules& tariff) {
  const FindingSink ignore = [](const Finding&) {};  // all were reported
  UniqueValues unique;
  for (const InputFile& file : files) {
    const auto source = open_ledger(file.path, file.name, ignore,
                                    RowChoice::records, pass.encoding);
    if (source == nullptr) continue;
    RecordReader reader(format, *source, file.name, pass.horizon, unique,
                        ignore);
    if (!reader.usable()) continue;
    if (source->has_header()) tariff.bind(reader, pass.coverage);
    for (Record record; reader.next(record);) {
      if (!source->has_header()) tariff.bind(reader, pass.coverage);
      tariff.count(record);
    }
  }
}

}  // namespace

LedgerResult read_ledger(LedgerIndex ledger,
                         const std::vector<InputFile>& files,
                         const LedgerPass& pass) {
  const LedgerFormat& format = pass.schema.ledgers[ledger];
  const std::string& report = pass.schema.report.id;
  LedgerResult result{LedgerTally(pass.schema.report, ledger, pass.year), true,
                      false, std::vector<bool>(format.fields.size(), true),
                      std::vector<bool>(format.fields.size(), false)};
  RowRules rows(format, report, pass.year, pass.as_of, pass.calendar);
  std::optional<TariffRules> tariff;
  if (format.tariff) tariff.emplace(*format.tariff, report);
  YearSets sets(format, pass);
  const std::uint64_t rejected_before = pass.coverage.rows_rejected;
  UniqueValues unique;
  for (const InputFile& file : files) {
    const auto source = open_ledger(file.path, file.name, pass.sink,
                                    RowChoice::records, pass.encoding);
    if (source == nullptr) {
      result.complete = false;
      continue;
    }
    RecordReader reader(format, *source, file.name, pass.horizon, unique,
                        pass.sink);
    Record record;
    if (reader.usable() && !source->columns().empty()) {
      note_field_rules(format, reader, pass.coverage);
      rows.bind(reader, pass.coverage);
      if (tariff) tariff->bind(reader, pass.coverage);
    }
    while (reader.usable() && reader.next(record)) {
      ++pass.coverage.records_checked;
      result.tally.add(record);
      rows.check(record, reader);
      sets.check(record, reader);
      if (tariff) tariff->check(record, reader);
      if (pass.names != nullptr) pass.names->see(record);
      result.faulty = result.faulty || record.has_errors;
    }
    result.complete = result.complete && reader.usable();
    result.faulty = result.faulty || source->rows_rejected() > 0;
    pass.coverage.rows_rejected += source->rows_rejected();
    for (std::size_t f = 0; f < format.fields.size(); ++f) {
      if (reader.has_column(static_cast<FieldIndex>(f))) {
        result.some_columns[f] = true;
      } else {
        result.columns[f] = false;
      }
    }
  }
  sets.finish(result.complete &&
              pass.coverage.rows_rejected == rejected_before);
  if (tariff) {
    unique = {};
    if (tariff->must_count()) count_for_tariff(format, files, pass, *tariff);
    tariff->finish(pass.sink);
  }
  return result;
}

}  // namespace gov_report
