// shown_number.h - what a cell of a workbook shows of its value.
//
//   in      plain decimals (spreadsheet_number), the code of a number format
//   absent  nullopt: something else than the number is shown, such as a date, a
//           share, thousands; what is shown is not worked out

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gov_report {

/// With the words around it, without the commas in it.
///   shown_number("5", "0.00") == "5"
///   shown_number("5", "0\"件\"") == "5件"
///   shown_number("5", "-0") == "-5"
///   shown_number("12.6", "0") == "13"
///   shown_number("5", ";;;") == ""
///   shown_number("0", "0;-0;\"-\"") == "0", for which the dash stands
///   shown_number("5", "0%") is nullopt
std::optional<std::string> shown_number(std::string_view plain,
                                        std::string_view code);

/// The same for a text.
std::optional<std::string> shown_text(std::string_view text,
                                      std::string_view code);

}  // namespace gov_report
