#include "pipeline/records.h"

#include "source/ledger_file.h"

namespace gov_report {

void read_records(const Year& year, LedgerIndex ledger,
                  const RecordVisitor& each, const FindingSink& rejected) {
  const FindingSink ignore = [](const Finding&) {};
  const LedgerFormat& format = year.schema.ledgers[ledger];
  for (const InputFile& file : year.ledger_files[ledger]) {
    const auto source = open_ledger(
        file.path, file.name, rejected,
        {RowChoice::records, sheet_choice(format, file), year.encoding});
    if (source == nullptr) continue;
    RecordReader reader(format, *source, file.name, year.horizon, nullptr,
                        ignore);
    for (Record record; reader.usable() && reader.next(record);) {
      each(record, reader);
    }
  }
}

}  // namespace gov_report
