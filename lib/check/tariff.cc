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
  const auto has = [&](FieldIndex field) { return reader.has_column(field); };
  const bool base = applies_ && has(tariff_.amount) && has(tariff_.method);
  pages_active_ = base && has(tariff_.pages);
  pieces_active_ = base && std::ranges::all_of(tariff_.group_by, has) &&
                   has(tariff_.month_of);
  for (const std::string& rule :
       {tariff_.wrong, tariff_.free, tariff_.impossible}) {
    if (pages_active_ || pieces_active_) {
      coverage.ran(rule);
    } else if (!applies_) {
      coverage.not_run(rule, {"other-format", {}});
    } else {
      coverage.not_run(rule, {"no-fee-columns", {}});
    }
  }
}

void TariffRules::check(Record& record, const RecordReader& reader) {
  if (pages_active_) check_pages(record, reader);
  if (!pieces_active_) return;
  const Value& month = record.values[tariff_.month_of];
  std::string key;
  for (const FieldIndex field : tariff_.group_by) {
    if (!record.values[field].filled()) return;
    key += fold(record.values[field].text) + '\n';
  }
  if (month.kind != Value::Kind::date) return;
  key += iso_text(month.date).substr(0, 7);
  Application application;
  for (const FieldIndex field : tariff_.order_by) {
    const Value& value = record.values[field];
    application.order += value.kind == Value::Kind::date
                             ? iso_text(value.date)
                             : std::string(value.text);
    application.order += '\n';
  }
  const Value& method = record.values[tariff_.method];
  const Value& amount = record.values[tariff_.amount];
  application.charged = method.kind == Value::Kind::choice &&
                        method.choice == tariff_.piece_value &&
                        amount.kind == Value::Kind::amount &&
                        amount.amount > Decimal();
  if (application.charged) {
    application.amount = amount.amount;
    application.name = reader.name_of(record);
    application.place = reader.place(tariff_.amount);
  }
  months_[key].push_back(std::move(application));
}

void TariffRules::check_pages(Record& record, const RecordReader& reader) {
  const Value& method = record.values[tariff_.method];
  const Value& amount = record.values[tariff_.amount];
  const Value& pages = record.values[tariff_.pages];
  const bool by_page = method.kind == Value::Kind::choice &&
                       method.choice == tariff_.page_value;
  if (!by_page || amount.kind != Value::Kind::amount ||
      amount.amount == Decimal()) {
    return;
  }
  Finding found;
  found.rule = tariff_.impossible;
  found.place = reader.place(tariff_.amount);
  found.arguments = {{"charged", amount.amount.text()},
                     {"pages", std::string(pages.text)}};
  if (pages.kind == Value::Kind::count) {
    const std::int64_t count = std::min<Count>(pages.count, 1'000'000'000);
    const std::int64_t expected = total(tariff_.page_steps, count);
    if (amount.amount == Decimal(expected)) return;
    found.rule = expected == 0 ? tariff_.free : tariff_.wrong;
    found.arguments.push_back({"expected", std::to_string(expected)});
  } else if (can_be_total(tariff_.page_steps, amount.amount)) {
    return;
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
      const std::string& rule =
          expected == 0 ? tariff_.free
          : can_be_rate(tariff_.piece_steps, one.amount) ? tariff_.wrong
                                                         : tariff_.impossible;
      Finding found;
      found.rule = rule;
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
