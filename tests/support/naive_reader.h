// naive_reader.h - ledgers and counts files back to rows, the plain way.
//
// Understands what the fixtures write: UTF-8 CSV, one heading a column, and
// counts files of the shape `opening:` and one dotted cell a line.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/figures.h"
#include "support/ledger_text.h"

namespace gov_report::test {

/// The lines of a CSV as fields, the header first.
std::vector<std::vector<std::string>> read_csv(std::string_view text);

/// Rows by field id, class values as ids and dates as 2024-01-02. A value it
/// does not know is std::runtime_error.
std::vector<Row> read_ledger(std::string_view ledger, std::string_view text);

/// The stocks under `opening:`.
Figures read_openings(std::string_view text);

}  // namespace gov_report::test
