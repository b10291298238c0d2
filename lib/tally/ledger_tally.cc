#include "tally/ledger_tally.h"

#include <algorithm>

namespace gov_report {
namespace {

bool same(const Condition& a, const Condition& b) {
  return a.field == b.field && a.test == b.test && a.values == b.values;
}

Where joined(const Where& first, const Where& second, Condition last) {
  Where all = first;
  all.insert(all.end(), second.begin(), second.end());
  all.push_back(std::move(last));
  return all;
}

Decimal amount_of(const Measure& measure, const Record& record) {
  if (!measure.field) return 1;
  const Value& value = record.values[*measure.field];
  return value.kind == Value::Kind::count || value.kind == Value::Kind::amount
             ? value.amount
             : Decimal();
}

}  // namespace

LedgerTally::LedgerTally(const ReportFormat& report, LedgerIndex ledger,
                         ReportYear year)
    : report_(report), ledger_(ledger), year_(std::move(year)) {
  for (CellIndex i = 0; i < report.cells.size(); ++i) {
    const auto& source = report.cells[i].source;
    if (!source || source->ledger != ledger) continue;
    if (source->stock) {
      insert_stock(i, *source);
    } else {
      insert(source->where, {add_slot(i, false), 1});
    }
  }
}

std::size_t LedgerTally::add_slot(CellIndex cell, bool before_year) {
  slots_.push_back(
      {cell, before_year, report_.cells[cell].source->measure, Decimal()});
  return slots_.size() - 1;
}

void LedgerTally::insert_stock(CellIndex cell, const CellSource& source) {
  const Stock& stock = *source.stock;
  for (const bool before : {false, true}) {
    const Condition when{
        stock.date,
        before ? Condition::Test::before_year : Condition::Test::in_year,
        {}};
    const std::size_t slot = add_slot(cell, before);
    insert(joined(source.where, stock.plus, when), {slot, 1});
    if (!stock.minus.empty()) {
      insert(joined(source.where, stock.minus, when), {slot, -1});
    }
  }
}

void LedgerTally::insert(const Where& where, Target target) {
  Node* node = &root_;
  for (const Condition& condition : where) {
    const auto known = std::ranges::find_if(
        node->children,
        [&](const Node& child) { return same(child.condition, condition); });
    if (known != node->children.end()) {
      node = &*known;
    } else {
      add_child(*node, condition);
      node = &node->children.back();
    }
  }
  node->targets.push_back(target);
}

void LedgerTally::add_child(Node& node, const Condition& condition) {
  const std::size_t child = node.children.size();
  node.children.emplace_back().condition = condition;
  if (condition.test != Condition::Test::any_of) {
    node.others.push_back(child);
    return;
  }
  auto& classes = node.by_class[condition.field];
  for (const ValueIndex value : condition.values) {
    if (classes.size() <= value) classes.resize(value + 1);
    auto& children = classes[value];
    const bool named_twice = !children.empty() && children.back() == child;
    if (!named_twice) children.push_back(child);
  }
}

template <typename Visit>
void LedgerTally::visit(const Node& node, const Record& record,
                        const Visit& each) const {
  for (const Target& target : node.targets) each(target);
  for (const std::size_t i : node.others) {
    const Node& child = node.children[i];
    if (holds(child.condition, record, year_)) visit(child, record, each);
  }
  for (const auto& [field, classes] : node.by_class) {
    const Value& value = record.values[field];
    if (value.kind != Value::Kind::choice || value.choice >= classes.size()) {
      continue;
    }
    for (const std::size_t i : classes[value.choice]) {
      visit(node.children[i], record, each);
    }
  }
}

void LedgerTally::add(const Record& record) {
  visit(root_, record, [&](const Target& target) {
    Slot& slot = slots_[target.slot];
    const Decimal amount = amount_of(slot.measure, record);
    slot.sum += target.sign > 0 ? amount : -amount;
  });
}

std::vector<CellIndex> LedgerTally::cells_of(const Record& record) const {
  std::vector<CellIndex> cells;
  visit(root_, record, [&](const Target& target) {
    const Slot& slot = slots_[target.slot];
    if (!slot.before_year) cells.push_back(slot.cell);
  });
  return cells;
}

std::vector<CellIndex> LedgerTally::fill(Table& table,
                                         const OpeningStock& opening) const {
  std::vector<CellIndex> without_opening;
  for (const Slot& slot : slots_) {
    if (slot.before_year) continue;
    const CellFormat& format = report_.cells[slot.cell];
    Decimal sum = slot.sum;
    if (format.source->stock) {
      using Prints = Stock::Prints;
      const Prints prints = format.source->stock->prints;
      Decimal start;
      if (prints != Prints::change) {
        if (const auto known = opening(slot.cell)) {
          start = *known;
        } else {
          without_opening.push_back(slot.cell);
          start = std::ranges::find_if(slots_, [&](const Slot& other) {
                    return other.cell == slot.cell && other.before_year;
                  })->sum;
        }
      }
      sum = prints == Prints::opening ? start : start + sum;
    }
    // Amounts have few enough decimals for this (record_reader.cc).
    const auto scaled =
        sum.divided_by_power_of_ten(slot.measure.divide_by_power_of_ten);
    Cell& cell = table.cells[slot.cell];
    cell = Cell();
    cell.state = CellState::number;
    cell.number = scaled.value();
  }
  return without_opening;
}

}  // namespace gov_report
