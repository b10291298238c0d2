#include "pipeline/records.h"

#include "source/ledger_file.h"

namespace gov_report {

void read_records(const std::filesystem::path& workspace, const Year& year,
                  LedgerIndex ledger, const RecordVisitor& each,
                  const FindingSink& rejected) {
  const FindingSink ignore = [](const Finding&) {};
  // Equal numbers were found in the first pass; not looking for them again
  // keeps memory the same for any number of records.
  LedgerFormat format = year.schema.ledgers[ledger];
  for (FieldFormat& field : format.fields) field.unique.clear();
  UniqueValues unique;
  for (const InputFile& file : Workspace(workspace).ledger(format.id)) {
    const auto source = open_ledger(file.path, file.name, rejected,
                                    RowChoice::records, year.encoding);
    if (source == nullptr) continue;
    RecordReader reader(format, *source, file.name, year.horizon, unique,
                        ignore);
    for (Record record; reader.usable() && reader.next(record);) {
      each(record, reader);
    }
  }
}

}  // namespace gov_report
