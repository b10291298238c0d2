#include "check/due_date.h"

#include <algorithm>

namespace gov_report {
namespace {

const Value* date_in(const Record& record, FieldIndex field) {
  const Value& value = record.values[field];
  return value.kind == Value::Kind::date ? &value : nullptr;
}

/// Days on which a consultation was open do not count (条例 §33 ¶3).
bool is_consulting(const DueRule& due, const Record& record, Date day,
                   Calendar& calendar) {
  for (const auto& [asked, answered] : due.skip) {
    const Value* from = date_in(record, asked);
    if (from == nullptr || day < from->date) continue;
    const Value* until = date_in(record, answered);
    const Date end = until != nullptr ? until->date
                                      : calendar.add_working_days(
                                            from->date, due.unanswered);
    if (day < end) return true;
  }
  return false;
}

}  // namespace

std::optional<Date> due_date(const DueRule& due, const Record& record,
                             Calendar& calendar) {
  for (const auto& [asked, done] : due.waits) {
    const bool waiting =
        date_in(record, asked) != nullptr && !record.values[done].filled();
    if (waiting) return std::nullopt;
  }
  std::optional<Date> base;
  for (const FieldIndex field : due.from) {
    const Value* value = date_in(record, field);
    if (value != nullptr && (!base || *base < value->date)) base = value->date;
  }
  if (!base) return std::nullopt;
  Count days = due.days;
  if (due.extension) {
    const Value& extension = record.values[*due.extension];
    // A year is more than any lawful extension; beyond it nothing is due.
    if (extension.kind == Value::Kind::count) {
      days += std::min<Count>(extension.count, 250);
    }
  }
  Date day = *base;
  const bool consults = std::ranges::any_of(due.skip, [&](const auto& pair) {
    return date_in(record, pair.first) != nullptr;
  });
  if (!consults) {
    return calendar.add_working_days(day, static_cast<int>(days));
  }
  while (days > 0) {
    ++day.days;
    if (!calendar.is_working_day(day)) continue;
    if (!is_consulting(due, record, day, calendar)) --days;
  }
  return day;
}

}  // namespace gov_report
