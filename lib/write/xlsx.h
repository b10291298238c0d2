// xlsx.h - a report's tables as a workbook, one sheet per table.
//
//   out     the statutory layout with its merged cells; figures are numbers,
//           totals live sums with their values stored. Below the table, outside
//           the print area, its checks as live differences, red when not 0
//   exact   a number with more than 15 significant digits is written as text:
//           spreadsheet programs would round it. A total that is not the sum
//           of its parts stays the number that is reported
//   bytes   depend on the document alone; "created" is Document::date
//   errors  std::system_error with the path if the file cannot be written

#pragma once

#include <filesystem>

#include "document/document.h"

namespace gov_report {

void write_xlsx(const Document& document, const std::filesystem::path& target);

}  // namespace gov_report
