// random_ledgers.h - valid ledgers of every kind, for comparing two tallies.

#pragma once

#include <cstdint>
#include <string_view>

#include "support/ledger_generator.h"

namespace gov_report::test {

/// 0 to 200 records a ledger, dated from two years before `year` to January
/// after it and often on its first or last day, spelled in every way that the
/// ledgers allow. Opening stocks stand in counts/YEAR.yaml. Same seed, same
/// bytes. No record breaks a rule of severity error on 31 January after.
LedgerSet random_ledgers(std::uint64_t seed, std::string_view format, int year);

}  // namespace gov_report::test
