#include "schema/calendar.h"

#include <chrono>

namespace gov_report {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;
constexpr std::size_t kDays = 366 * (kLastYear - kFirstYear + 1);

std::size_t Calendar::index_of(Date day) const {
  constexpr auto kFirst = std::chrono::sys_days(std::chrono::year(kFirstYear) /
                                                std::chrono::January / 1);
  constexpr auto kFirstDay = kFirst.time_since_epoch().count();
  return static_cast<std::size_t>(day.days - kFirstDay);
}

void Calendar::load_year(int year) {
  if (days_.empty()) days_.resize(kDays);
  const auto mark = [&](Date day, bool working) {
    days_[index_of(day)] = working ? Day::working : Day::off;
  };
  const Date last = make_date(year, 12, 31).value();
  for (Date day = make_date(year, 1, 1).value(); day <= last; ++day.days) {
    mark(day, !is_weekend(day));
  }
  const std::string path =
      "schemas/calendars/" + std::to_string(year) + ".yaml";
  const auto bytes = files_.read(path);
  if (!bytes) {
    missing_.insert(year);
    return;
  }
  SchemaErrors errors(files_.shown_name(path), sink_);
  YamlError broken;
  const auto root = parse_yaml(*bytes, broken);
  if (!root) {
    errors.add(broken.at, "yaml", {{"value", broken.words()}});
    return;
  }
  MapReader map(*root, errors);
  map.number("year", year);
  map.citation();
  for (const auto& [key, working] :
       {std::pair{"holidays", false}, std::pair{"workdays", true}}) {
    for (const std::string& text : map.texts(key)) {
      if (const auto day = parse_date(text)) {
        mark(*day, working);
      } else {
        errors.add(root->at, "bad-value",
                   {{"key", key}, {"value", text}, {"allowed", "YYYY-MM-DD"}});
      }
    }
  }
}

bool Calendar::is_working_day(Date day) {
  // A period may run on past the years that dates are taken for.
  static const Date kEnd = make_date(kLastYear, 12, 31).value();
  if (day > kEnd) return !is_weekend(day);
  const std::size_t index = index_of(day);
  if (index >= days_.size() || days_[index] == Day::unknown) {
    load_year(year_of(day));
  }
  return days_[index] == Day::working;
}

Date Calendar::add_working_days(Date from, int n) {
  const std::size_t index = index_of(from);
  // The periods of the law are few; others come once.
  constexpr std::size_t kRemembered = 8;
  for (Ahead& ahead : ahead_) {
    if (ahead.n != n || index >= ahead.days.size()) continue;
    std::int32_t& days = ahead.days[index];
    if (days == 0) days = find_working_day(from, n).days - from.days;
    return {from.days + days};
  }
  if (n > 0 && ahead_.size() < kRemembered) {
    ahead_.push_back({n, std::vector<std::int32_t>(kDays)});
  }
  return find_working_day(from, n);
}

Date Calendar::find_working_day(Date from, int n) {
  while (n > 0) {
    ++from.days;
    if (is_working_day(from)) --n;
  }
  return from;
}

int Calendar::working_days_between(Date from, Date to) {
  if (to < from) return -working_days_between(to, from);
  int count = 0;
  while (from < to) {
    ++from.days;
    if (is_working_day(from)) ++count;
  }
  return count;
}

}  // namespace gov_report
