#include "ledger/profiles.h"

#include <algorithm>
#include <bit>

namespace gov_report {
namespace {

using Test = Condition::Test;

constexpr std::uint8_t kHalf = 64;

// What there is to know about any value, and the first answer that depends on
// the type of its field.
constexpr std::uint64_t kEmpty = 0;
constexpr std::uint64_t kBad = 1;
constexpr std::uint64_t kFirstOfType = 2;

std::uint8_t bits_of(const FieldFormat& field) {
  switch (field.type) {
    case FieldType::date:
      return 3;  // before, in, after the year
    case FieldType::flag:
    case FieldType::value_class:
      return static_cast<std::uint8_t>(
          std::bit_width(field.values.size() + kFirstOfType));
    default:
      return 2;  // a text of this body or another; a number above 0 or not
  }
}

bool asks_date(Test test) {
  return test == Test::in_year || test == Test::before_year ||
         test == Test::by_year_end || test == Test::open_at_start ||
         test == Test::open_at_end;
}

bool asks_body(Test test) {
  return test == Test::own || test == Test::others;
}

}  // namespace

std::size_t Profiles::Key::hash() const {
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;
  return (low ^ std::rotl(high, 29)) * kMix >> 32U;
}

Profiles::Profiles(const LedgerFormat& format, const ReportYear& year)
    : format_(format), year_(year), table_(256) {
  std::uint8_t used[2] = {0, 0};
  for (const FieldFormat& field : format.fields) {
    const std::uint8_t bits = bits_of(field);
    const bool high = used[0] + bits > kHalf;
    if (high && used[1] + bits > kHalf) {
      usable_ = false;
      return;
    }
    places_.push_back({field.type, false, used[high ? 1 : 0], high});
    used[high ? 1 : 0] = static_cast<std::uint8_t>(used[high ? 1 : 0] + bits);
  }
}

void Profiles::ask(const Where& where) {
  if (!usable_) return;
  for (const Condition& condition : where) {
    FieldPlace& place = places_[condition.field];
    if (asks_date(condition.test) && place.type != FieldType::date) {
      usable_ = false;  // such a test goes by a date that is always the same
    }
    if (condition.test == Test::positive && place.type != FieldType::count &&
        place.type != FieldType::amount) {
      usable_ = false;
    }
    if (!asks_body(condition.test)) continue;
    place.asks_body = true;
    if (place.type != FieldType::text) usable_ = false;
  }
}

void Profiles::plan(std::span<const FieldIndex> filled) {
  plan_ = Plan();
  plan_.fields.assign(filled.begin(), filled.end());
  for (const FieldIndex field : filled) {
    switch (places_[field].type) {
      case FieldType::date:
        plan_.dates.push_back(field);
        break;
      case FieldType::flag:
      case FieldType::value_class:
        plan_.classes.push_back(field);
        break;
      default:
        plan_.others.push_back(field);
    }
  }
}

std::uint64_t Profiles::answer_of_other(FieldIndex field,
                                        const Value& value) const {
  const FieldPlace& place = places_[field];
  if (value.kind == Value::Kind::empty) return kEmpty;
  if (value.kind == Value::Kind::bad) return kBad;
  if (place.type != FieldType::text) {
    return kFirstOfType + (value.amount > Decimal() ? 1 : 0);
  }
  if (!place.asks_body) return kFirstOfType;
  return kFirstOfType + (is_own(value, format_.fields[field], year_) ? 1 : 0);
}

Profiles::Key Profiles::key_of(const Record& record) const {
  std::uint64_t halves[2] = {0, 0};
  const auto add = [&](FieldIndex field, std::uint64_t answer) {
    const FieldPlace& place = places_[field];
    halves[place.high ? 1 : 0] |= answer << place.shift;
  };
  // Whether a value is empty no processor can guess, so these do not ask.
  const auto empty_or_bad = [](const Value& value) {
    static_assert(static_cast<int>(Value::Kind::empty) == kEmpty &&
                  static_cast<int>(Value::Kind::bad) == kBad);
    return static_cast<std::uint64_t>(value.kind);
  };
  for (const FieldIndex field : plan_.dates) {
    const Value& value = record.values[field];
    const std::uint64_t answer = kFirstOfType +
                                 (value.date >= year_.first ? 1U : 0U) +
                                 (value.date > year_.last ? 1U : 0U);
    const bool is_date = value.kind == Value::Kind::date;
    add(field, is_date ? answer : empty_or_bad(value));
  }
  for (const FieldIndex field : plan_.classes) {
    const Value& value = record.values[field];
    const std::uint64_t answer = kFirstOfType + value.choice;
    const bool is_choice = value.kind == Value::Kind::choice;
    add(field, is_choice ? answer : empty_or_bad(value));
  }
  for (const FieldIndex field : plan_.others) {
    add(field, answer_of_other(field, record.values[field]));
  }
  return {halves[0], halves[1]};
}

Profiles::Id Profiles::of(const Record& record,
                          std::span<const FieldIndex> filled) {
  if (!usable_) return kNone;
  if (!std::ranges::equal(filled, plan_.fields)) plan(filled);
  const Key key = key_of(record);
  const std::size_t mask = table_.size() - 1;
  std::size_t at = key.hash() & mask;
  for (; table_[at] != 0; at = (at + 1) & mask) {
    if (keys_[table_[at] - 1] == key) return table_[at] - 1;
  }
  return enter(key, at);
}

Profiles::Id Profiles::enter(const Key& key, std::size_t at) {
  if (keys_.size() >= kMost) return kNone;
  keys_.push_back(key);
  table_[at] = static_cast<std::uint32_t>(keys_.size());
  if (keys_.size() * 2 > table_.size()) grow();
  return static_cast<Id>(keys_.size() - 1);
}

void Profiles::grow() {
  table_.assign(table_.size() * 2, 0);
  const std::size_t mask = table_.size() - 1;
  for (std::uint32_t number = 1; number <= keys_.size(); ++number) {
    std::size_t at = keys_[number - 1].hash() & mask;
    while (table_[at] != 0) at = (at + 1) & mask;
    table_[at] = number;
  }
}

}  // namespace gov_report
