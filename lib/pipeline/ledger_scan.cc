#include "pipeline/ledger_scan.h"

#include <string>
#include <utility>

#include "pipeline/part_rows.h"
#include "pipeline/settle.h"

namespace gov_report {
namespace {

constexpr std::uint64_t kShownAtOnce = 10'000;  // rows, as progress

/// Which rules over single values can run, by the columns that are there.
void note_field_rules(const LedgerFormat& format, const RecordReader& reader,
                      Coverage& coverage) {
  coverage.ran("missing-column");
  coverage.ran("duplicate-column");
  coverage.ran("row-not-a-record");
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

}  // namespace

bool is_error(const Finding& finding, const LedgerPass& pass) {
  return settled_severity(finding, pass.rules, pass.schema.report.id,
                          pass.year.year) == Severity::error;
}

LedgerScan::LedgerScan(LedgerIndex ledger, const LedgerPass& pass)
    : format_(pass.schema.ledgers[ledger]),
      pass_(pass),
      tally_(pass.schema.report, ledger, pass.year),
      rules_(format_, pass.schema.report.id, pass.year, pass.as_of,
             pass.calendar),
      sets_(format_, pass),
      profiles_(format_, pass.year) {
  if (format_.tariff) tariff_.emplace(*format_.tariff, pass.schema.report.id);
  tally_.ask(profiles_);
  rules_.ask(profiles_);
  if (pass.rows == nullptr) return;
  rules_.defer_distinct([this](const DistinctRow& row, const Record& record,
                               const RecordReader& reader) {
    pass_.rows->add(row, record, reader);
  });
}

FindingSink LedgerScan::row_sink() {
  return [this](Finding finding) {
    faulty_ = faulty_ || is_error(finding, pass_);
    if (pass_.progress != nullptr) ++pass_.progress->findings;
    pass_.sink(std::move(finding));
  };
}

void LedgerScan::bind(const RecordReader& reader) {
  note_field_rules(format_, reader, pass_.coverage);
  rules_.bind(reader, pass_.coverage);
  if (tariff_) tariff_->bind(reader, pass_.coverage);
}

void LedgerScan::read(RecordReader& reader) {
  Record record;
  std::uint64_t rows = 0;
  const auto show_rows = [&] {
    if (pass_.progress != nullptr) pass_.progress->rows += rows;
    rows = 0;
  };
  while (reader.usable() && reader.next(record)) {
    ++pass_.coverage.records_checked;
    if (++rows == kShownAtOnce) show_rows();
    const Profiles::Id profile = profiles_.of(record, reader.fields_read());
    tally_.add(record, profile);
    rules_.check(record, reader, profile);
    sets_.check(record, reader);
    if (tariff_) tariff_->check(record, reader);
    if (pass_.rows != nullptr) {
      pass_.rows->add(record, reader, tariff_ ? &*tariff_ : nullptr);
    }
    if (pass_.names != nullptr) pass_.names->see(record);
  }
  show_rows();
}

void LedgerScan::absorb(LedgerScan& other) {
  tally_.absorb(other.tally_);
  sets_.absorb(other.sets_);
  if (tariff_) tariff_->absorb(*other.tariff_);
  if (pass_.names != nullptr) pass_.names->absorb(*other.pass_.names);
  if (pass_.rows != nullptr) pass_.rows->absorb(*other.pass_.rows);
  faulty_ = faulty_ || other.faulty_;
  pass_.coverage.absorb(other.pass_.coverage);
}

}  // namespace gov_report
