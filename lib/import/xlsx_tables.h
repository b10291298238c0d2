// xlsx_tables.h - the sheets of a workbook, each as one grid: values as they
// are stored, formulas by the value stored with them, merged cells as spans.
//
//   units   numbers are rounded to the 15 digits that spreadsheet programs show

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "import/cell_grid.h"

namespace gov_report {

/// In the order of the workbook; rows and columns of the grid are those of
/// the sheet.
std::vector<CellGrid> read_xlsx_tables(const std::filesystem::path& file,
                                       ReadFault& fault);

/// A stored number in plain decimals; the text itself if it is none.
///   spreadsheet_number("9.949999999999999") == "9.95"
///   spreadsheet_number("1.5E+3") == "1500"
std::string spreadsheet_number(std::string_view stored);

}  // namespace gov_report
