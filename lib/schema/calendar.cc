#include "schema/calendar.h"

namespace gov_report {

const std::unordered_map<std::int32_t, bool>& Calendar::exceptions(int year) {
  const auto known = years_.find(year);
  if (known != years_.end()) return known->second;
  auto& days = years_[year];
  const std::string path = "schemas/calendars/" + std::to_string(year) + ".yaml";
  const auto bytes = files_.read(path);
  if (!bytes) {
    missing_.insert(year);
    return days;
  }
  SchemaErrors errors(files_.shown_name(path), sink_);
  YamlError broken;
  const auto root = parse_yaml(*bytes, broken);
  if (!root) {
    errors.add(broken.at, "yaml", {{"value", broken.detail}});
    return days;
  }
  MapReader map(*root, errors);
  map.number("year", year);
  map.citation();
  for (const auto& [key, working] : {std::pair{"holidays", false},
                                     std::pair{"workdays", true}}) {
    for (const std::string& text : map.texts(key)) {
      if (const auto day = parse_date(text)) {
        days[day->days] = working;
      } else {
        errors.add(root->at, "bad-value",
                   {{"key", key}, {"value", text}, {"allowed", "YYYY-MM-DD"}});
      }
    }
  }
  return days;
}

bool Calendar::is_working_day(Date day) {
  const auto& days = exceptions(year_of(day));
  const auto exception = days.find(day.days);
  return exception == days.end() ? !is_weekend(day) : exception->second;
}

Date Calendar::add_working_days(Date from, int n) {
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
