// terminal.h - a table as aligned text for a terminal.

#pragma once

#include <string>

#include "document/document.h"

namespace gov_report {

/// Rows of figures under the heads of their columns; double-width characters
/// count two columns. A table of one row is turned on its side: its groups
/// become the rows.
std::string terminal_table(const TableBlock& table);

}  // namespace gov_report
