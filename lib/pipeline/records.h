// records.h - the records of a ledger once more, after load_year has checked
// and counted them: for listing what stands behind a figure.

#pragma once

#include <functional>

#include "ledger/record_reader.h"
#include "pipeline/year.h"

namespace gov_report {

using RecordVisitor = std::function<void(const Record&, const RecordReader&)>;

/// Every record of `ledger` in the order of its files. Values are what they
/// were in the first pass; findings about them are not made again. `rejected`
/// gets those about rows that are no record at all.
void read_records(const Year& year, LedgerIndex ledger,
                  const RecordVisitor& each, const FindingSink& rejected);

}  // namespace gov_report
