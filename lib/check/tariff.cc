#include "check/tariff.h"

#include <algorithm>
#include <iterator>

#include "base/sha256.h"
#include "base/text.h"

namespace gov_report {
namespace {

const TariffStep& step_of(const std::vector<TariffStep>& steps,
                          std::int64_t n) {
  const auto above = std::ranges::find_if(
      steps, [&](const TariffStep& step) { return step.from > n; });
  return above == steps.begin() ? *above : *(above - 1);
}

/// Whether some number of units costs `amount`. REQUIRES: the last step has a
/// rate, so that totals grow without end.
bool can_be_total(const std::vector<TariffStep>& steps, Decimal amount) {
  constexpr std::int64_t kMostUnits = 1'000'000;
  std::int64_t low = 0;
  std::int64_t high = kMostUnits;
  while (low < high) {
    const std::int64_t middle = (low + high) / 2;
    if (Decimal(total(steps, middle)) < amount) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return Decimal(total(steps, low)) == amount;
}

bool can_be_rate(const std::vector<TariffStep>& steps, Decimal amount) {
  constexpr std::int64_t kMostUnits = 10'000;
  for (std::int64_t n = 1; n <= kMostUnits; ++n) {
    if (Decimal(rate(steps, n)) == amount) return true;
  }
  return false;
}

/// "a9" as "a0000000009", so that numbers sort by their size.
std::string with_padded_numbers(std::string_view text) {
  constexpr std::size_t kDigits = 18;
  const std::string plain = half_width(text);
  std::string padded;
  for (std::size_t at = 0; at < plain.size();) {
    std::size_t end = at;
    while (end < plain.size() && plain[end] >= '0' && plain[end] <= '9') ++end;
    if (end > at && end - at < kDigits)
      padded.append(kDigits - (end - at), '0');
    if (end == at) ++end;
    padded += plain.substr(at, end - at);
    at = end;
  }
  return padded;
}

constexpr std::size_t kMonth = 7;  // "2024-01"

/// A key of month_of() with a hash in the place of the applicant.
std::string nameless(const std::string& key) {
  constexpr std::size_t kDigits = 24;  // 96 bits: equal by chance never
  const std::size_t end = key.size() - kMonth;
  return sha256_hex(std::string_view(key).substr(0, end)).substr(0, kDigits) +
         key.substr(end);
}

}  // namespace

std::int64_t rate(const std::vector<TariffStep>& steps, std::int64_t n) {
  const TariffStep& step = step_of(steps, n);
  if (step.every == 0) return step.rate;
  return step.rate + step.plus * ((n - step.from) / step.every);
}

std::int64_t total(const std::vector<TariffStep>& steps, std::int64_t n) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < steps.size() && steps[i].from <= n; ++i) {
    const std::int64_t last =
        i + 1 < steps.size() ? std::min(n, steps[i + 1].from - 1) : n;
    if (steps[i].every == 0) {
      sum += steps[i].rate * (last - steps[i].from + 1);
      continue;
    }
    for (std::int64_t unit = steps[i].from; unit <= last; ++unit) {
      sum += rate(steps, unit);
    }
  }
  return sum;
}

TariffRules::TariffRules(const Tariff& tariff, std::string_view report_format)
    : tariff_(tariff) {
  applies_ =
      tariff.formats.empty() ||
      std::ranges::find(tariff.formats, report_format) != tariff.formats.end();
}

void TariffRules::bind(const RecordReader& reader, Coverage& coverage) {
  const auto enter = [&](const std::string& rule, bool runs) {
    if (!applies_) {
      coverage.not_run(rule, {"other-format", {}});
    } else if (runs) {
      coverage.ran(rule);
    } else {
      coverage.not_run(rule, {"no-fee-columns", {}});
    }
  };
  const bool has_amount = reader.has_column(tariff_.amount);
  const bool has_method = has_amount && reader.has_column(tariff_.method);
  enter(tariff_.wrong, has_method);
  enter(tariff_.free, has_method);
  enter(tariff_.impossible, has_amount);
  active_ = applies_ && has_amount;
}

void TariffRules::check(Record& record, const RecordReader& reader) {
  if (!active_) return;
  const Value& method = record.values[tariff_.method];
  const Value& amount = record.values[tariff_.amount];
  const bool charged = amount.kind == Value::Kind::amount &&
                       amount.amount > Decimal() &&
                       method.kind != Value::Kind::bad;
  const bool chosen = method.kind == Value::Kind::choice;
  const bool by_piece = chosen && method.choice == tariff_.piece_value;
  const bool by_page = chosen && method.choice == tariff_.page_value;
  if (!charged) return;
  if (by_piece) {
    if (const auto month = month_of(record)) {
      enter(*month, record, reader);
      return;
    }
  }
  if (by_page && record.values[tariff_.pages].filled()) {
    check_pages(record, reader);
    return;
  }
  const bool possible =
      (!by_page && can_be_rate(tariff_.piece_steps, amount.amount)) ||
      (!by_piece && can_be_total(tariff_.page_steps, amount.amount));
  if (!possible) report(tariff_.impossible, std::nullopt, record, reader);
}

/// Whose application it is, and of which month; nullopt if that is not known.
std::optional<std::string> TariffRules::month_of(const Record& record) const {
  const Value& date = record.values[tariff_.month_of];
  if (date.kind != Value::Kind::date) return std::nullopt;
  std::string key;
  for (const FieldIndex field : tariff_.group_by) {
    const Value& value = record.values[field];
    if (!value.filled() || value.kind == Value::Kind::bad) return std::nullopt;
    key += fold(value.text) + '\n';
  }
  return key + iso_text(date.date).substr(0, kMonth);
}

/// Sorts as the applications of a month are numbered: 9 before 10.
std::string TariffRules::order_of(const Record& record) const {
  return with_padded_numbers(plain_order_of(record));
}

std::string TariffRules::plain_order_of(const Record& record) const {
  std::string order;
  for (const FieldIndex field : tariff_.order_by) {
    const Value& value = record.values[field];
    if (!order.empty()) order += '\n';
    order += value.kind == Value::Kind::date ? iso_text(value.date)
                                             : std::string(value.text);
  }
  return order;
}

std::optional<CountedApplication> TariffRules::counted(
    const Record& record) const {
  if (!active_) return std::nullopt;
  const auto month = month_of(record);
  if (!month) return std::nullopt;
  return CountedApplication{nameless(*month), plain_order_of(record)};
}

PieceCharges TariffRules::take_charges() {
  PieceCharges all;
  for (auto& [month, charges] : months_) {
    std::ranges::move(charges, std::back_inserter(all[nameless(month)]));
  }
  months_.clear();
  return all;
}

void TariffRules::count(const CountedApplication& application) {
  const auto charges = months_.find(application.key);
  if (charges == months_.end()) return;
  const std::string order = with_padded_numbers(application.order);
  for (Charge& charge : charges->second) {
    if (order < charge.order) ++charge.before;
  }
}

void TariffRules::enter(const std::string& month, const Record& record,
                        const RecordReader& reader) {
  months_[month].push_back({order_of(record), 0,
                            record.values[tariff_.amount].amount,
                            reader.name_of(record), reader.record_of(record),
                            reader.place(tariff_.amount)});
}

void TariffRules::absorb(const TariffRules& other) {
  active_ = active_ || other.active_;
  for (const auto& [month, charges] : other.months_) {
    auto& all = months_[month];
    all.insert(all.end(), charges.begin(), charges.end());
  }
}

void TariffRules::count(const Record& record) {
  if (!active_) return;
  const auto month = month_of(record);
  if (!month) return;
  const auto charges = months_.find(*month);
  if (charges == months_.end()) return;
  const std::string order = order_of(record);
  for (Charge& charge : charges->second) {
    if (order < charge.order) ++charge.before;
  }
}

void TariffRules::check_pages(Record& record, const RecordReader& reader) {
  const Value& pages = record.values[tariff_.pages];
  if (pages.kind != Value::Kind::count) return;
  const std::int64_t expected =
      total(tariff_.page_steps, std::min<Count>(pages.count, 1'000'000'000));
  if (record.values[tariff_.amount].amount == Decimal(expected)) return;
  report(expected == 0 ? tariff_.free : tariff_.wrong, expected, record,
         reader);
}

void TariffRules::report(const std::string& rule,
                         std::optional<std::int64_t> expected, Record& record,
                         const RecordReader& reader) const {
  Finding found;
  found.rule = rule;
  found.place = reader.place(tariff_.amount);
  found.arguments = {{"charged", record.values[tariff_.amount].amount.text()}};
  if (expected) {
    found.variant = "pages";
    found.arguments.push_back({"expected", std::to_string(*expected)});
    found.arguments.push_back(
        {"pages", std::to_string(record.values[tariff_.pages].count)});
  }
  reader.report(std::move(found), record);
}

void TariffRules::finish(const FindingSink& sink) {
  for (const auto& [month, charges] : months_) {
    for (const Charge& charge : charges) finish(month, charge, sink);
  }
  months_.clear();
}

void TariffRules::finish(const std::string& month, const Charge& charge,
                         const FindingSink& sink) const {
  const std::int64_t number = charge.before + 1;
  const std::int64_t expected = rate(tariff_.piece_steps, number);
  if (charge.amount == Decimal(expected)) return;
  Finding found;
  found.rule = expected == 0 ? tariff_.free : tariff_.wrong;
  found.place = charge.place;
  found.record = charge.record;
  found.arguments = {{"record", charge.name},
                     {"charged", charge.amount.text()},
                     {"expected", std::to_string(expected)},
                     {"number", std::to_string(number)},
                     {"month", month.substr(month.size() - kMonth)}};
  sink(std::move(found));
}

}  // namespace gov_report
