// formula.h - spreadsheet formulas over the places of a sheet.
//
//   in      places as (row, column), counted from 0 on the sheet
//   out     formula text as a workbook stores it, without blanks

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace gov_report {

using SheetPlace = std::pair<int, int>;

/// (2, 3) is "D3", (0, 26) is "AA1".
std::string place_name(SheetPlace place);

/// Neighbours become ranges; SUM passes over text, which + does not.
///   sum_of D4 E4 F4    is SUM(D4:F4)
///   sum_of D4 D5 F9    is SUM(D4:D5,F9)
std::string sum_of(std::vector<SheetPlace> places);

/// SUM(plus)-SUM(minus); either may be empty.
std::string difference_of(const std::vector<SheetPlace>& plus,
                          const std::vector<SheetPlace>& minus);

}  // namespace gov_report
