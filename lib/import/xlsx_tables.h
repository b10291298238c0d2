// xlsx_tables.h - the sheets of a workbook, each as one grid: values as they
// are stored, formulas by the value stored with them, merged cells as spans.
//
//   units   numbers are rounded to the 15 digits that spreadsheet programs show

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "import/cell_grid.h"

namespace gov_report {

/// In the order of the workbook; rows and columns of the grid are those of
/// the sheet.
std::vector<CellGrid> read_xlsx_tables(const std::filesystem::path& file,
                                       ReadFault& fault);

}  // namespace gov_report
