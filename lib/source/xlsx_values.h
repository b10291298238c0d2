// xlsx_values.h - stored values of spreadsheet cells as the texts people see.
//
//   in      numbers as decimal digits, with or without exponent; no binary
//           floating point is used
//   absent  a text that is no number stays as it is, or gives nullopt

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gov_report {

/// A stored number in plain decimals, rounded to the 15 digits that
/// spreadsheet programs show; a whole number without exponent keeps them all.
///   spreadsheet_number("9.949999999999999") == "9.95"
///   spreadsheet_number("1.5E+3") == "1500"
std::string spreadsheet_number(std::string_view stored);

/// Plain decimals rounded, half away from zero; a text that is no number stays.
///   rounded_number("12.345", 2) == "12.35"    rounded_number("5", 2) == "5"
std::string rounded_number(std::string_view plain, std::size_t decimals);

/// A serial number as days and seconds of that day, rounded to the second.
struct Serial {
  std::int64_t days = 0;
  std::int32_t seconds = 0;
};
/// nullopt for a text that is no number, a negative one, or one after the
/// year 9999.
///   serial_of("43500.9999999") is day 43501, second 0
std::optional<Serial> serial_of(std::string_view stored);

/// The day as YYYY-MM-DD. Days 0 and 60 of the system of 1900 are what
/// spreadsheet programs show, which no calendar has: 1900-01-00, 1900-02-29.
std::string serial_date(std::int64_t days, bool from_1904);
/// HH:MM:SS
std::string serial_time(std::int32_t seconds);

/// What "_x000D_" and its like stand for, nothing for a control character that
/// is no blank; other text stays as it is.
std::string unescaped(std::string text);

/// "AB12" as row and column, from 1; a column alone has row 0.
struct CellAddress {
  std::uint64_t row = 0;
  std::uint32_t column = 0;
};
/// nullopt for other texts, and beyond the last row or column of a sheet.
std::optional<CellAddress> cell_address(std::string_view name);
/// column_letters(28) == "AB"
std::string column_letters(std::uint32_t column);

inline constexpr std::uint64_t kLastSheetRow = 1'048'576;
inline constexpr std::uint32_t kLastSheetColumn = 16'384;

}  // namespace gov_report
