// date_text.h - dates as people write them in ledgers.
//
//   in      all that parse_date reads, with blanks around the marks, dashes
//           of any length, a time of day after it in digits or words, the
//           other word for day (U+53F7), and Chinese numerals, if year, month
//           and day are all there
//   out     the day; a time of day is left out, as the law counts days
//   errors  nullopt; why_no_date says what is wrong with the text

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace gov_report {

std::optional<Date> read_date_text(std::string_view text);

/// Why read_date_text gives nothing, as a variant of rule bad-date:
/// "not-in-calendar" (2019-02-30), "year-out-of-range" (2204-03-05),
/// "day-first-or-short-year" (2/3/2019, 19-1-2), "incomplete" (2019-3, 3/5),
/// "more-than-a-day" (2019-03-05 and words after it, which cannot be a part of
/// the day or the end of a range),
/// "serial" (43467: the number by which a spreadsheet keeps a day), else "".
struct BadDateText {
  std::string variant;
  std::optional<Date> meant;  ///< of a serial: the day it most likely is; of
                              ///< more than a day: the day
  std::string rest;           ///< of more than a day: what stands after it
};
BadDateText why_no_date(std::string_view text);

}  // namespace gov_report
