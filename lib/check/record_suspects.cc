#include "check/record_suspects.h"

#include <algorithm>

namespace gov_report {
namespace {

using Test = Condition::Test;

constexpr std::size_t kMostShown = 5;
constexpr int kDaysAroundTurn = 31;

bool is_about_date(const Condition& condition) {
  switch (condition.test) {
    case Test::in_year:
    case Test::before_year:
    case Test::by_year_end:
    case Test::open_at_start:
    case Test::open_at_end:
      return true;
    default:
      return false;
  }
}

/// Days from a turn of the year, the day before it and after it counting 1.
int days_from(Date date, Date first_of_year) {
  return date >= first_of_year ? date.days - first_of_year.days + 1
                               : first_of_year.days - date.days;
}

/// The year that a case number begins with or holds: 4 digits of their own, or
/// the first of more.
std::optional<int> year_in(std::string_view number) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t at = 0; at < number.size();) {
    std::size_t end = at;
    while (end < number.size() && is_digit(number[end])) ++end;
    if (end - at >= 4) {
      const int year = std::stoi(std::string(number.substr(at, 4)));
      if (year >= 1990 && year < 2100) return year;
    }
    at = end + 1;
  }
  return std::nullopt;
}

/// A date that is none, but names a year in which it could not be counted.
bool is_of_other_year(const Condition& condition, std::string_view text,
                      const ReportYear& year) {
  const auto named = year_in(text);
  if (!named) return false;
  switch (condition.test) {
    case Test::in_year:
      return *named != year.year;
    case Test::before_year:
      return *named >= year.year;
    case Test::by_year_end:
      return *named > year.year;
    case Test::open_at_start:
      return *named < year.year;
    case Test::open_at_end:
      return *named <= year.year;
    default:
      return false;
  }
}

}  // namespace

RecordSuspects::RecordSuspects(std::vector<Where> counted, bool too_small,
                               const ReportYear& year,
                               std::optional<FieldIndex> class_field)
    : counted_(std::move(counted)),
      too_small_(too_small),
      year_(year),
      class_field_(class_field) {}

void RecordSuspects::check(const Record& record, const RecordReader& reader) {
  std::optional<Suspect> best;
  const auto worse = [](const Suspect& a, const Suspect& b) {
    return std::pair(a.reason, a.days) > std::pair(b.reason, b.days);
  };
  for (const Where& where : counted_) {
    const bool is_counted = holds_all(where, record, year_);
    if (is_counted && too_small_) return;
    if (is_counted == too_small_) continue;
    const auto suspect = too_small_ ? nearly_counted(where, record)
                                    : hardly_counted(where, record);
    if (suspect && (!best || worse(*best, *suspect))) best = suspect;
  }
  if (best) add(*best, record, reader);
}

std::optional<RecordSuspects::Suspect> RecordSuspects::nearly_counted(
    const Where& where, const Record& record) const {
  const Condition* failing = nullptr;
  for (const Condition& condition : where) {
    if (holds(condition, record, year_)) continue;
    if (failing != nullptr) return std::nullopt;
    failing = &condition;
  }
  if (failing == nullptr) return std::nullopt;
  const Value& value = record.values[failing->field];
  if (value.kind == Value::Kind::bad) {
    if (is_of_other_year(*failing, value.text, year_)) return std::nullopt;
    return Suspect{Reason::unreadable, 0, failing->field};
  }
  if (value.kind == Value::Kind::empty) {
    return Suspect{Reason::empty, 0, failing->field};
  }
  if (failing->test == Test::own) {
    return Suspect{Reason::another_body, 0, failing->field};
  }
  if (!is_about_date(*failing)) return std::nullopt;
  if (names_other_year(*failing, record)) {
    return Suspect{Reason::other_year, 0, failing->field};
  }
  return near_turn(*failing, record);
}

std::optional<RecordSuspects::Suspect> RecordSuspects::hardly_counted(
    const Where& where, const Record& record) const {
  if (record.has_errors) return Suspect{Reason::faulty, 0, 0};
  if (class_field_) return Suspect{Reason::other_class, 0, *class_field_};
  std::optional<Suspect> best;
  for (const Condition& condition : where) {
    if (!is_about_date(condition)) continue;
    if (names_other_year(condition, record)) {
      return Suspect{Reason::other_year, 0, condition.field};
    }
    const auto near = near_turn(condition, record);
    if (near && (!best || near->days < best->days)) best = near;
  }
  return best;
}

std::optional<RecordSuspects::Suspect> RecordSuspects::near_turn(
    const Condition& condition, const Record& record) const {
  const Value& value = record.values[condition.field];
  if (value.kind != Value::Kind::date) return std::nullopt;
  const Date next{year_.last.days + 1};
  const int start = days_from(value.date, year_.first);
  const int end = days_from(value.date, next);
  const bool only_start = condition.test == Test::before_year ||
                          condition.test == Test::open_at_start;
  const bool only_end = condition.test == Test::by_year_end ||
                        condition.test == Test::open_at_end;
  const int days = only_start ? start : only_end ? end : std::min(start, end);
  if (days > kDaysAroundTurn) return std::nullopt;
  return Suspect{Reason::year_turn, days, condition.field};
}

bool RecordSuspects::names_other_year(const Condition& condition,
                                      const Record& record) {
  // A case is numbered when it comes in: dates without an open end only.
  const bool comes_in = condition.test == Test::in_year ||
                        condition.test == Test::before_year ||
                        condition.test == Test::by_year_end;
  const Value& date = record.values[condition.field];
  const auto id = record.format->field("id");
  if (!comes_in || !id || date.kind != Value::Kind::date) return false;
  const auto named = year_in(record.values[*id].text);
  const int difference = named ? *named - year_of(date.date) : 0;
  return difference == 1 || difference == -1;
}

void RecordSuspects::add(const Suspect& suspect, const Record& record,
                         const RecordReader& reader) {
  const std::pair key(suspect.reason, suspect.days);
  if (best_.size() == kMostShown) {
    ++others_;
    const auto last = std::prev(best_.end());
    if (last->first <= key) return;
    best_.erase(last);
  }
  constexpr const char* kVariants[] = {
      "record-unreadable", "record-empty",        "record-faulty",
      "record-other-year", "record-another-body", "record-other-class",
      "record-year-turn"};
  const FieldFormat& field = record.format->fields[suspect.field];
  Finding finding;
  finding.variant = kVariants[static_cast<std::size_t>(suspect.reason)];
  finding.place = reader.place(suspect.field);
  finding.arguments = {
      {"record", reader.name_of(record)},
      {"field", field.heading},
      {"value", std::string(record.values[suspect.field].text)}};
  best_.emplace(key, std::move(finding));
}

std::vector<Finding> RecordSuspects::candidates(const std::string& rule) const {
  std::vector<Finding> found;
  for (const auto& [key, finding] : best_) {
    found.push_back(finding);
    found.back().rule = rule;
  }
  if (others_ > 0) {
    Finding more;
    more.rule = rule;
    more.variant = "record-more";
    more.arguments = {{"count", std::to_string(others_)}};
    found.push_back(std::move(more));
  }
  return found;
}

}  // namespace gov_report
