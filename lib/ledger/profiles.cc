#include "ledger/profiles.h"

#include <algorithm>
#include <bit>
#include <utility>

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
    : format_(format), year_(year), slots_(256) {
  for (const FieldFormat& field : format.fields) {
    places_.push_back({field.type, false, false, 0, false});
  }
}

void Profiles::ask(const Where& where) {
  for (const Condition& condition : where) {
    ask_kind(condition.field);
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

void Profiles::ask_kind(FieldIndex field) {
  places_[field].asked = true;
}

/// Gives each field that is asked its place in the key.
void Profiles::lay_out() {
  laid_out_ = true;
  std::uint8_t used[2] = {0, 0};
  for (std::size_t f = 0; f < places_.size(); ++f) {
    FieldPlace& place = places_[f];
    if (!place.asked) continue;
    const std::uint8_t bits = bits_of(format_.fields[f]);
    place.high = used[0] + bits > kHalf;
    std::uint8_t& taken = used[place.high ? 1 : 0];
    place.shift = taken;
    taken = static_cast<std::uint8_t>(taken + bits);
    if (taken > kHalf) {
      usable_ = false;
      return;
    }
  }
}

void Profiles::plan(std::span<const FieldIndex> filled) {
  if (!laid_out_) lay_out();
  plan_ = Plan();
  plan_.fields.assign(filled.begin(), filled.end());
  for (const FieldIndex field : filled) {
    const FieldPlace& place = places_[field];
    if (!place.asked) continue;
    HalfPlan& half = place.high ? plan_.high : plan_.low;
    switch (place.type) {
      case FieldType::date:
        half.dates.push_back({field, place.shift});
        break;
      case FieldType::flag:
      case FieldType::value_class:
        half.classes.push_back({field, place.shift});
        break;
      default:
        half.others.push_back({field, place.shift});
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

/// Half a key. Whether a value is empty no processor can guess, so dates and
/// classes do not ask.
std::uint64_t Profiles::answers(const HalfPlan& half,
                                const Record& record) const {
  static_assert(static_cast<int>(Value::Kind::empty) == kEmpty &&
                static_cast<int>(Value::Kind::bad) == kBad);
  std::uint64_t all = 0;
  for (const auto& [field, shift] : half.dates) {
    const Value& value = record.values[field];
    const std::uint64_t answer = kFirstOfType +
                                 (value.date >= year_.first ? 1U : 0U) +
                                 (value.date > year_.last ? 1U : 0U);
    const auto kind = static_cast<std::uint64_t>(value.kind);
    all |= (value.kind == Value::Kind::date ? answer : kind) << shift;
  }
  for (const auto& [field, shift] : half.classes) {
    const Value& value = record.values[field];
    const std::uint64_t answer = kFirstOfType + value.choice;
    const auto kind = static_cast<std::uint64_t>(value.kind);
    all |= (value.kind == Value::Kind::choice ? answer : kind) << shift;
  }
  for (const auto& [field, shift] : half.others) {
    all |= answer_of_other(field, record.values[field]) << shift;
  }
  return all;
}

Profiles::Id Profiles::of(const Record& record,
                          std::span<const FieldIndex> filled) {
  if (!usable_) return kNone;
  if (!std::ranges::equal(filled, plan_.fields)) {
    plan(filled);
    if (!usable_) return kNone;
  }
  const Key key{answers(plan_.low, record), answers(plan_.high, record)};
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = key.hash() & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    if (slots_[at].key == key) return slots_[at].number - 1;
  }
  return enter(key, at);
}

Profiles::Id Profiles::enter(const Key& key, std::size_t at) {
  if (known_ >= kMost) return kNone;
  slots_[at] = {key, static_cast<std::uint32_t>(++known_)};
  const Id number = slots_[at].number - 1;
  if (known_ * 4 > slots_.size()) grow();
  return number;
}

void Profiles::grow() {
  const std::vector<Slot> before = std::move(slots_);
  slots_.assign(before.size() * 2, Slot());
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : before) {
    if (slot.number == 0) continue;
    std::size_t at = slot.key.hash() & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace gov_report
