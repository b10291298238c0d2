// compose_table.h - one statutory table with its figures.

#pragma once

#include "document/compose.h"

namespace gov_report {

/// The table `index` of table.format, with its sums and live checks.
TableBlock compose_table(const Table& table, std::size_t index,
                         const ComposeOptions& options);

}  // namespace gov_report
