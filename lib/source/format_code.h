// format_code.h - the code of a number format of a workbook, in pieces.
//
//   in      such as "0.00;[Red]-0.00"; sections for numbers above zero, below
//           it, zero, and for texts
//   left    other colours, languages, room and filling

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gov_report {

struct FormatSection {
  std::string marks;   ///< what formats the number, in small letters; "@" where
                       ///< it says "General"
  std::string before;  ///< text in front of the first mark
  std::string behind;  ///< text after it
  bool cut_up = false;    ///< text stands between marks
  bool elapsed = false;   ///< [h], [mm], [ss]
  bool white = false;     ///< in letters of the colour of the paper
  std::string condition;  ///< ">100"; empty: none
};

/// The first one alone, which may be empty.
FormatSection first_section(std::string_view code);
/// At least one.
std::vector<FormatSection> format_sections(std::string_view code);

}  // namespace gov_report
