// date.h - calendar dates of the Gregorian calendar, years 1900 to 2199.
//
//   in      dates as people write them (parse_date lists the forms)
//   out     Date, ordered and countable in days
//   absent  text that is not a date of the calendar gives nullopt

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gov_report {

struct Date {
  std::int32_t days = 0;  ///< since 1970-01-01

  friend constexpr auto operator<=>(Date, Date) = default;
};

/// nullopt unless the calendar has that day: (2019, 2, 30) has none.
std::optional<Date> make_date(int year, int month, int day);

/// 2019-01-02, 2019/1/2, 2019.1.2, 2019年1月2日, 20190102; full-width digits
/// and marks too. Day-first and two-digit years are refused, not guessed.
std::optional<Date> parse_date(std::string_view text);

/// "2019-01-02", as nearly all dates of ledgers are written; false for any
/// other text. Sets `date` and returns no optional, because it is called for
/// each date of a large file.
bool read_iso_date(std::string_view text, Date& date);

int year_of(Date date);
int month_of(Date date);
bool is_weekend(Date date);           ///< Saturday or Sunday
std::string iso_text(Date date);      ///< "2019-01-02"
std::string chinese_text(Date date);  ///< "2019年1月2日"

}  // namespace gov_report
