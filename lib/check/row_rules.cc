#include "check/row_rules.h"

#include <algorithm>

#include "base/listing.h"
#include "base/text.h"
#include "check/due_date.h"
#include "ledger/record_number.h"

namespace gov_report {
namespace {

using Kind = RowRule::Kind;

/// The test that failed names the words, where a rule has several.
std::string_view variant_of(Kind kind) {
  switch (kind) {
    case Kind::then:
      return "then";
    case Kind::at_most:
      return "at-most";
    case Kind::same:
      return "same";
    case Kind::due:
      return "due";
    default:
      return "";
  }
}

/// Both are there and understood, and they are not the same.
bool differ(const Value& a, const Value& b) {
  const bool both = a.filled() && b.filled() && a.kind != Value::Kind::bad &&
                    b.kind != Value::Kind::bad;
  if (!both) return false;
  return a.kind == Value::Kind::date ? a.date != b.date
                                     : fold(a.text) != fold(b.text);
}

}  // namespace

Finding repeated_row(const LedgerFormat& ledger, const RowRule& rule,
                     const std::string& value, const std::string& first,
                     Date as_of) {
  Finding finding;
  finding.rule = rule.rule;
  finding.arguments = {{"field", ledger.fields[rule.fields.back()].heading},
                       {"value", value},
                       {"first", first},
                       {"as_of", iso_text(as_of)}};
  return finding;
}

RowRules::RowRules(const LedgerFormat& ledger, std::string_view report_format,
                   const ReportYear& year, Date as_of, Calendar& calendar)
    : ledger_(ledger),
      format_(report_format),
      year_(year),
      as_of_(as_of),
      calendar_(calendar) {}

void RowRules::bind(const RecordReader& reader, Coverage& coverage) {
  active_.clear();
  open_.clear();
  for (const RowRule& rule : ledger_.rules) {
    const bool meant =
        rule.formats.empty() ||
        std::ranges::find(rule.formats, format_) != rule.formats.end();
    if (!meant) {
      coverage.not_run(rule.rule, {"other-format", {}});
      continue;
    }
    const auto absent = std::ranges::find_if(
        rule.needs, [&](FieldIndex f) { return !reader.has_column(f); });
    if (absent != rule.needs.end()) {
      coverage.not_run(rule.rule,
                       {"no-column",
                        {{"ledger", ledger_.label},
                         {"field", ledger_.fields[*absent].heading}}});
      continue;
    }
    coverage.ran(rule.rule);
    active_.push_back(&rule);
  }
}

Argument RowRules::heading(std::string name, FieldIndex field) const {
  return {std::move(name), ledger_.fields[field].heading};
}

Argument RowRules::text(std::string name, FieldIndex field,
                        const Record& record) const {
  return {std::move(name), printable(record.values[field].text)};
}

void RowRules::ask(Profiles& profiles) const {
  for (const RowRule& rule : ledger_.rules) {
    profiles.ask(rule.condition);
    profiles.ask(rule.then);
    for (const FieldIndex field : rule.fields) profiles.ask_kind(field);
  }
}

void RowRules::check(Record& record, const RecordReader& reader,
                     Profiles::Id profile) {
  if (profile == Profiles::kNone) {
    for (const RowRule* rule : active_) {
      if (!holds_all(rule->condition, record, year_)) continue;
      test_and_report(*rule, record, reader);
    }
    return;
  }
  const Open& open = open_rules(record, profile);
  for (const auto& [earlier, later, rule] : open.ordered) {
    if (record.values[earlier].date <= record.values[later].date) continue;
    test_and_report(*rule, record, reader);
  }
  for (const RowRule* rule : open.others) {
    test_and_report(*rule, record, reader);
  }
}

const RowRules::Open& RowRules::open_rules(const Record& record,
                                           Profiles::Id profile) {
  if (profile >= open_.size()) open_.resize(profile + 1);
  Open& open = open_[profile];
  if (open.known) return open;
  open.known = true;
  for (const RowRule* rule : active_) {
    if (!holds_all(rule->condition, record, year_)) continue;
    if (!may_break(*rule, record)) continue;
    if (rule->kind == Kind::order) {
      open.ordered.push_back({rule->fields[0], rule->fields[1], rule});
    } else {
      open.others.push_back(rule);
    }
  }
  return open;
}

/// False if no record with the profile of this one breaks the rule, whatever
/// its dates and numbers are.
bool RowRules::may_break(const RowRule& rule, const Record& record) const {
  const auto kind = [&](std::size_t field) {
    return record.values[rule.fields[field]].kind;
  };
  switch (rule.kind) {
    case Kind::then:
      return test_then(rule, record).has_value();
    case Kind::together:
      return (kind(0) == Value::Kind::empty) != (kind(1) == Value::Kind::empty);
    case Kind::order:
    case Kind::within:
    case Kind::after:
      return kind(0) == Value::Kind::date && kind(1) == Value::Kind::date;
    case Kind::same:
      return kind(0) != Value::Kind::empty && kind(1) != Value::Kind::empty;
    case Kind::at_most:
      return kind(0) == Value::Kind::count;
    case Kind::not_before:
      return kind(0) == Value::Kind::date;
    case Kind::due:
      return rule.fields.empty() || kind(0) == Value::Kind::date;
    default:
      return true;
  }
}

void RowRules::test_and_report(const RowRule& rule, Record& record,
                               const RecordReader& reader) {
  auto broken = test(rule, record, reader);
  if (!broken) return;
  Finding finding;
  finding.rule = rule.rule;
  finding.variant = broken->variant.empty() ? std::string(variant_of(rule.kind))
                                            : std::move(broken->variant);
  finding.place = reader.place(broken->field);
  finding.arguments = std::move(broken->arguments);
  finding.arguments.push_back({"as_of", iso_text(as_of_)});
  reader.report(std::move(finding), record);
}

std::optional<RowRules::Broken> RowRules::test(const RowRule& rule,
                                               const Record& record,
                                               const RecordReader& reader) {
  switch (rule.kind) {
    case Kind::then:
      return test_then(rule, record);
    case Kind::due:
      return test_due(rule, record);
    case Kind::distinct:
      return test_distinct(rule, record, reader);
    case Kind::never: {
      if (rule.condition.empty()) return std::nullopt;
      const FieldIndex first = rule.condition.front().field;
      const FieldIndex last = rule.condition.back().field;
      return Broken{last,
                    {heading("field1", first), text("value1", first, record),
                     heading("field2", last), text("value2", last, record)},
                    ""};
    }
    case Kind::at_most: {
      const FieldIndex field = rule.fields[0];
      const Value& value = record.values[field];
      if (value.kind != Value::Kind::count || value.count <= rule.limit) {
        return std::nullopt;
      }
      return Broken{field,
                    {heading("field1", field),
                     text("value1", field, record),
                     {"limit", std::to_string(rule.limit)},
                     {"days", std::to_string(rule.limit)},
                     {"actual", std::to_string(value.count)}},
                    ""};
    }
    case Kind::not_before: {
      const FieldIndex field = rule.fields[0];
      const Value& value = record.values[field];
      if (value.kind != Value::Kind::date || value.date >= rule.earliest) {
        return std::nullopt;
      }
      return Broken{field,
                    {heading("field1", field),
                     text("value1", field, record),
                     {"limit", iso_text(rule.earliest)}},
                    ""};
    }
    default:
      return test_pair(rule, record);
  }
}

std::optional<RowRules::Broken> RowRules::test_then(
    const RowRule& rule, const Record& record) const {
  for (const Condition& condition : rule.then) {
    const Value& value = record.values[condition.field];
    if (value.kind == Value::Kind::bad) continue;
    if (holds(condition, record, year_)) continue;
    Broken broken{condition.field,
                  {heading("field2", condition.field),
                   text("value2", condition.field, record)},
                  ""};
    broken.arguments.push_back(heading("field", condition.field));
    broken.arguments.push_back(text("value", condition.field, record));
    if (!rule.condition.empty()) {
      const FieldIndex first = rule.condition.front().field;
      broken.arguments.push_back(heading("field1", first));
      broken.arguments.push_back(text("value1", first, record));
    }
    std::vector<Text> labels;
    for (const ValueIndex index : condition.values) {
      const FieldFormat& field = ledger_.fields[condition.field];
      if (index < field.values.size()) {
        labels.push_back(field.values[index].label);
      }
    }
    const Text allowed = listed(labels);
    broken.arguments.push_back({"allowed", allowed});
    broken.arguments.push_back({"nearest", allowed});
    return broken;
  }
  return std::nullopt;
}

std::optional<RowRules::Broken> RowRules::test_pair(const RowRule& rule,
                                                    const Record& record) {
  const Value& a = record.values[rule.fields[0]];
  const Value& b = record.values[rule.fields[1]];
  if (rule.kind == Kind::together) {
    if (a.filled() == b.filled()) return std::nullopt;
    Broken broken = broken_pair(rule, record);
    broken.variant = a.filled() ? "no-date" : "no-result";
    if (!a.filled()) broken.field = rule.fields[0];
    return broken;
  }
  if (rule.kind == Kind::same) {
    if (!differ(a, b)) return std::nullopt;
    Broken broken = broken_pair(rule, record);
    broken.field = rule.fields[0];
    return broken;
  }
  if (a.kind != Value::Kind::date || b.kind != Value::Kind::date) {
    return std::nullopt;
  }
  if (rule.kind == Kind::order) {
    if (a.date <= b.date) return std::nullopt;
    Broken broken = broken_pair(rule, record);
    broken.arguments.push_back({"days", std::to_string(rule.days)});
    return broken;
  }
  return test_period(rule, record);
}

/// REQUIRES: both fields are dates.
std::optional<RowRules::Broken> RowRules::test_period(const RowRule& rule,
                                                      const Record& record) {
  const Date from = record.values[rule.fields[0]].date;
  const Date to = record.values[rule.fields[1]].date;
  const Date limit = calendar_.add_working_days(from, rule.days);
  const bool holds = rule.kind == Kind::within ? to <= limit : to > limit;
  if (holds) return std::nullopt;
  const int actual = calendar_.working_days_between(from, to);
  Broken broken = broken_pair(rule, record);
  broken.arguments.push_back({"days", std::to_string(rule.days)});
  broken.arguments.push_back({"actual", std::to_string(actual)});
  broken.arguments.push_back({"late", std::to_string(actual - rule.days)});
  broken.arguments.push_back({"due", iso_text(limit)});
  return broken;
}

/// Few rows break a rule: the words are put together for those only.
RowRules::Broken RowRules::broken_pair(const RowRule& rule,
                                       const Record& record) const {
  const FieldIndex first = rule.fields[0];
  const FieldIndex second = rule.fields[1];
  return {second,
          {heading("field1", first), text("value1", first, record),
           heading("field2", second), text("value2", second, record)},
          ""};
}

std::optional<RowRules::Broken> RowRules::test_due(const RowRule& rule,
                                                   const Record& record) {
  const bool by_as_of = rule.fields.empty();
  Date on = as_of_;
  if (!by_as_of) {
    const Value& value = record.values[rule.fields[0]];
    if (value.kind != Value::Kind::date) return std::nullopt;
    on = value.date;
  }
  const auto due = due_date(rule.due, record, calendar_);
  if (!due || on <= *due) return std::nullopt;
  const FieldIndex base = ledger_.due->from.front();
  const FieldIndex field = by_as_of ? base : rule.fields[0];
  const int late = calendar_.working_days_between(*due, on);
  return Broken{field,
                {heading("field1", base),
                 text("value1", base, record),
                 heading("field2", field),
                 text("value2", field, record),
                 {"due", iso_text(*due)},
                 {"days", std::to_string(ledger_.due->days)},
                 {"late", std::to_string(late)},
                 {"actual", iso_text(on)}},
                ""};
}

std::optional<RowRules::Broken> RowRules::test_distinct(
    const RowRule& rule, const Record& record, const RecordReader& reader) {
  std::string key = std::to_string(rule.at.line);
  for (const FieldIndex field : rule.fields) {
    const Value& value = record.values[field];
    if (!value.filled() || value.kind == Value::Kind::bad) return std::nullopt;
    key += '\n';
    key += value.kind == Value::Kind::choice ? std::to_string(value.choice)
                                             : fold_number(value.text);
  }
  const FieldIndex field = rule.fields.back();
  if (deferred_) {
    deferred_({&rule, std::move(key), printable(record.values[field].text)},
              record, reader);
    return std::nullopt;
  }
  const auto [found, is_new] = distinct_.try_emplace(
      std::move(key), reader.file() + ":" + std::to_string(record.line));
  if (is_new) return std::nullopt;
  return Broken{field,
                {heading("field", field),
                 text("value", field, record),
                 {"first", found->second}},
                ""};
}

}  // namespace gov_report
