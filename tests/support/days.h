// days.h - dates of the fixtures: plain days and office days.

#pragma once

#include <chrono>
#include <string>

namespace gov_report::test {

using Day = std::chrono::sys_days;

Day day_of(int year, unsigned month, unsigned day);
int year_of(Day day);

/// "2024-01-02"
std::string iso(Day day);

/// REQUIRES: the text is "2024-01-02".
Day day_from_iso(const std::string& text);

/// A weekday outside the public holidays of 2018 to 2025. Weekend days that
/// were worked are left out, so n office days are n working days or a few
/// more, never fewer.
bool is_office_day(Day day);

/// The n-th office day after `day`; n < 0 goes back. n = 0 is `day`.
Day add_office_days(Day day, int count);

}  // namespace gov_report::test
