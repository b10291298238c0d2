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

inline std::uint64_t Profiles::answer(FieldIndex field,
                                      const Value& value) const {
  if (value.kind == Value::Kind::empty) return kEmpty;
  if (value.kind == Value::Kind::bad) return kBad;
  const FieldPlace& place = places_[field];
  switch (place.type) {
    case FieldType::date:
      if (value.date < year_.first) return kFirstOfType;
      return kFirstOfType + (value.date <= year_.last ? 1 : 2);
    case FieldType::flag:
    case FieldType::value_class:
      return kFirstOfType + value.choice;
    case FieldType::count:
    case FieldType::amount:
      return kFirstOfType + (value.amount > Decimal() ? 1 : 0);
    default:
      if (!place.asks_body) return kFirstOfType;
      return kFirstOfType +
             (is_own(value, format_.fields[field], year_) ? 1 : 0);
  }
}

Profiles::Id Profiles::of(const Record& record,
                          std::span<const FieldIndex> filled) {
  if (!usable_) return kNone;
  Key key;
  for (const FieldIndex field : filled) {
    const FieldPlace& place = places_[field];
    const std::uint64_t bits = answer(field, record.values[field])
                               << place.shift;
    (place.high ? key.high : key.low) |= bits;
  }
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
