#include "ledger/matches.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {

ReportYear make_report_year(int year, std::string_view agency) {
  return {year, make_date(year, 1, 1).value(), make_date(year, 12, 31).value(),
          fold(agency)};
}

bool is_own(const Value& value, const FieldFormat& field,
            const ReportYear& year) {
  const std::string name = fold(value.text);
  return name == year.agency ||
         std::ranges::find(field.own_words, name) != field.own_words.end();
}

bool holds(const Condition& condition, const Record& record,
           const ReportYear& year) {
  using Test = Condition::Test;
  const Value& value = record.values[condition.field];
  const bool empty = value.kind == Value::Kind::empty;
  if (value.kind == Value::Kind::bad) return false;
  switch (condition.test) {
    case Test::filled:
      return !empty;
    case Test::empty:
      return empty;
    case Test::any_of:
      return value.kind == Value::Kind::choice &&
             std::ranges::find(condition.values, value.choice) !=
                 condition.values.end();
    case Test::in_year:
      return !empty && year.first <= value.date && value.date <= year.last;
    case Test::before_year:
      return !empty && value.date < year.first;
    case Test::by_year_end:
      return !empty && value.date <= year.last;
    case Test::open_at_start:
      return empty || value.date >= year.first;
    case Test::open_at_end:
      return empty || value.date > year.last;
    case Test::own:
      return empty ||
             is_own(value, record.format->fields[condition.field], year);
    case Test::others:
      return !empty &&
             !is_own(value, record.format->fields[condition.field], year);
    case Test::positive:
      return !empty && value.amount > Decimal();
  }
  return false;
}

bool holds_all(const Where& where, const Record& record,
               const ReportYear& year) {
  return std::ranges::all_of(where, [&](const Condition& condition) {
    return holds(condition, record, year);
  });
}

}  // namespace gov_report
