#include "check/tariff.h"

#include <algorithm>

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
  applies_ = tariff.formats.empty() ||
             std::ranges::find(tariff.formats, report_format) !=
                 tariff.formats.end();
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
  const auto month = month_of(record);
  if (month) enter(*month, charged && by_piece, record, reader);
  if (!charged || (by_piece && month)) return;
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
  return key + iso_text(date.date).substr(0, 7);
}

void TariffRules::enter(const std::string& month, bool charged,
                        const Record& record, const RecordReader& reader) {
  Application application;
  for (const FieldIndex field : tariff_.order_by) {
    const Value& value = record.values[field];
    application.order += value.kind == Value::Kind::date
                             ? iso_text(value.date)
                             : std::string(value.text);
    application.order += '\n';
  }
  application.charged = charged;
  if (charged) {
    application.amount = record.values[tariff_.amount].amount;
    application.name = reader.name_of(record);
    application.place = reader.place(tariff_.amount);
  }
  months_[month].push_back(std::move(application));
}

void TariffRules::check_pages(Record& record, const RecordReader& reader) {
  const Value& pages = record.values[tariff_.pages];
  if (pages.kind != Value::Kind::count) return;
  const std::int64_t expected = total(
      tariff_.page_steps, std::min<Count>(pages.count, 1'000'000'000));
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
  found.arguments = {
      {"charged", record.values[tariff_.amount].amount.text()}};
  if (expected) {
    found.variant = "pages";
    found.arguments.push_back({"expected", std::to_string(*expected)});
    found.arguments.push_back(
        {"pages", std::to_string(record.values[tariff_.pages].count)});
  }
  reader.report(std::move(found), record);
}

void TariffRules::finish(const FindingSink& sink) {
  for (auto& [key, applications] : months_) {
    const bool any = std::ranges::any_of(applications, &Application::charged);
    if (!any) continue;
    std::ranges::sort(applications, {}, &Application::order);
    for (std::size_t i = 0; i < applications.size(); ++i) {
      const Application& one = applications[i];
      const auto number = static_cast<std::int64_t>(i + 1);
      const std::int64_t expected = rate(tariff_.piece_steps, number);
      if (!one.charged || one.amount == Decimal(expected)) continue;
      Finding found;
      found.rule = expected == 0 ? tariff_.free : tariff_.wrong;
      found.place = one.place;
      found.arguments = {{"record", one.name},
                         {"charged", one.amount.text()},
                         {"expected", std::to_string(expected)},
                         {"number", std::to_string(number)},
                         {"month", key.substr(key.size() - 7)}};
      sink(std::move(found));
    }
  }
  months_.clear();
}

}  // namespace gov_report
