// date_text.h - dates as people write them in ledgers.
//
//   in      all that parse_date reads, with blanks around the marks, dashes
//           of any length, a time of day after it, the other word for day
//           (U+53F7), and Chinese numerals, if year, month and day are all
//           there
//   out     the day; a time of day is left out, as the law counts days
//   errors  nullopt; why_no_date says what is wrong with the text

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace gov_report {

std::optional<Date> read_date_text(std::string_view text);

/// Why read_date_text gives nothing, as a variant of rule bad-date: those of
/// bad_date_variant, "incomplete" (2019-3, 3/5) and "serial" (43467: the
/// number by which a spreadsheet keeps a day).
struct BadDateText {
  std::string variant;
  std::optional<Date> meant;  ///< of a serial: the day it most likely is
};
BadDateText why_no_date(std::string_view text);

}  // namespace gov_report
