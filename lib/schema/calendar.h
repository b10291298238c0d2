// calendar.h - working days (工作日): weekdays without the public holidays of
// the State Council's yearly notice, with the weekend days it makes working
// days. The day of an event is day 0, the next working day is day 1.
//
//   absent  a year without a calendar file counts weekdays only; missing()
//           lists such years once they were asked for

#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "schema/data_files.h"
#include "schema/map_reader.h"

namespace gov_report {

class Calendar {
 public:
  /// Reads schemas/calendars/YEAR.yaml as years are asked for.
  Calendar(const DataFiles& files, FindingSink sink)
      : files_(files), sink_(std::move(sink)) {}

  /// Adds the years that a copy was asked for.
  void absorb(const Calendar& other) {
    missing_.insert(other.missing_.begin(), other.missing_.end());
  }

  void add_missing(int year) { missing_.insert(year); }

  bool is_working_day(Date day);
  /// The n-th working day after `from`; `from` itself for n = 0.
  Date add_working_days(Date from, int n);
  /// Working days after `from` up to and with `to`; negative if to < from.
  int working_days_between(Date from, Date to);

  /// Of a copy, which has its own user.
  void set_sink(FindingSink sink) { sink_ = std::move(sink); }

  /// Years that were asked for and have no calendar.
  const std::set<int>& missing() const { return missing_; }

 private:
  enum class Day : std::uint8_t { unknown, working, off };

  std::size_t index_of(Date day) const;
  Date find_working_day(Date from, int n);
  void load_year(int year);

  const DataFiles& files_;
  FindingSink sink_;
  std::vector<Day> days_;  // from 1 January 1900 on, filled year by year
  std::set<int> missing_;

  /// What add_working_days() has found for one `n`, by day; 0: not yet.
  struct Ahead {
    int n = 0;
    std::vector<std::int32_t> days;
  };
  std::vector<Ahead> ahead_;
};

}  // namespace gov_report
