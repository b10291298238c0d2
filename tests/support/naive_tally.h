// naive_tally.h - the figures of a year counted the slow, obvious way.
//
// One loop over the records for every cell, written from the counting rules
// alone. Sums are added up from the cells before them.

#pragma once

#include <string_view>

#include "support/figures.h"
#include "support/ledger_generator.h"

namespace gov_report::test {

/// Every printed cell of the format. Opening stocks come from counts/YEAR.yaml,
/// and without one from all earlier records, counted from zero.
Figures naive_tally(const LedgerSet& set, std::string_view format, int year);

}  // namespace gov_report::test
