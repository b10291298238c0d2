#include "tally/flows.h"

#include <algorithm>

namespace gov_report {
namespace {

Where joined(const Where& first, const Where& second, Condition last) {
  Where all = first;
  all.insert(all.end(), second.begin(), second.end());
  all.push_back(std::move(last));
  return all;
}

/// An empty value where the ledger asks for one: always, or because its
/// partner is filled in.
bool must_be_filled(FieldIndex field, const Record& record) {
  if (!record.format->fields[field].missing.empty()) return true;
  return std::ranges::any_of(record.format->rules, [&](const RowRule& rule) {
    if (rule.kind != RowRule::Kind::together) return false;
    const bool first = rule.fields[0] == field;
    if (!first && rule.fields[1] != field) return false;
    return record.values[rule.fields[first ? 1 : 0]].filled();
  });
}

bool is_undecided(const Condition& condition, const Record& record) {
  const Value& value = record.values[condition.field];
  if (value.kind == Value::Kind::bad) return true;
  return value.kind == Value::Kind::empty &&
         must_be_filled(condition.field, record);
}

}  // namespace

std::vector<Flow> flows_of(const CellSource& source) {
  if (!source.stock) return {{source.where, 1, false}};
  const Stock& stock = *source.stock;
  std::vector<Flow> flows;
  for (const bool before : {false, true}) {
    const Condition when{
        stock.date,
        before ? Condition::Test::before_year : Condition::Test::in_year,
        {}};
    flows.push_back({joined(source.where, stock.plus, when), 1, before});
    if (stock.minus.empty()) continue;
    flows.push_back({joined(source.where, stock.minus, when), -1, before});
  }
  return flows;
}

FigureParts parts_of(const CellSource& source, bool opening_known) {
  using Prints = Stock::Prints;
  FigureParts parts;
  if (!source.stock || source.stock->prints == Prints::change) {
    parts.year = true;
    return parts;
  }
  parts.opening = opening_known;
  parts.earlier = !opening_known;
  parts.year = source.stock->prints == Prints::closing;
  return parts;
}

Decimal amount_of(const Measure& measure, const Record& record) {
  if (!measure.field) return 1;
  const Value& value = record.values[*measure.field];
  return value.kind == Value::Kind::count || value.kind == Value::Kind::amount
             ? value.amount
             : Decimal();
}

Decimal in_unit_of_cell(const Measure& measure, Decimal amount) {
  // Amounts have few enough decimals for this (record_reader.cc).
  return amount.divided_by_power_of_ten(measure.divide_by_power_of_ten).value();
}

std::optional<FieldIndex> undecided_field(const Where& where,
                                          const Record& record,
                                          const ReportYear& year) {
  std::optional<FieldIndex> undecided;
  for (const Condition& condition : where) {
    if (holds(condition, record, year)) continue;
    if (!is_undecided(condition, record)) return std::nullopt;
    if (!undecided) undecided = condition.field;
  }
  return undecided;
}

}  // namespace gov_report
