#include "tally/ledger_tally.h"

#include <algorithm>

namespace gov_report {
namespace {

bool same(const Condition& a, const Condition& b) {
  return a.field == b.field && a.test == b.test && a.values == b.values;
}

}  // namespace

LedgerTally::LedgerTally(const ReportFormat& report, LedgerIndex ledger,
                         ReportYear year)
    : report_(report), ledger_(ledger), year_(std::move(year)) {
  for (CellIndex i = 0; i < report.cells.size(); ++i) {
    const auto& source = report.cells[i].source;
    if (!source || source->ledger != ledger) continue;
    const std::size_t of_year = add_slot(i, false);
    const std::size_t earlier = source->stock ? add_slot(i, true) : of_year;
    for (const Flow& flow : flows_of(*source)) {
      insert(flow.where, {flow.before_year ? earlier : of_year, flow.sign});
    }
  }
}

std::size_t LedgerTally::add_slot(CellIndex cell, bool before_year) {
  slots_.push_back(
      {cell, before_year, report_.cells[cell].source->measure, Decimal()});
  return slots_.size() - 1;
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

void LedgerTally::ask(Profiles& profiles) const {
  for (const Slot& slot : slots_) {
    for (const Flow& flow : flows_of(*report_.cells[slot.cell].source)) {
      profiles.ask(flow.where);
    }
  }
}

void LedgerTally::add(const Record& record, Profiles::Id profile) {
  if (profile == Profiles::kNone) {
    visit(root_, record, [&](const Target& target) { add_to(target, record); });
    return;
  }
  if (profile >= paths_.size()) paths_.resize(profile + 1);
  Path& path = paths_[profile];
  if (!path.known) find_path(record, path);
  ++path.records;
  for (const Target& target : path.measured) add_to(target, record);
}

void LedgerTally::find_path(const Record& record, Path& path) const {
  path.known = true;
  visit(root_, record, [&](const Target& target) {
    const bool measured = slots_[target.slot].measure.field.has_value();
    (measured ? path.measured : path.counted).push_back(target);
  });
}

void LedgerTally::add_to(const Target& target, const Record& record) {
  Slot& slot = slots_[target.slot];
  const Decimal amount = amount_of(slot.measure, record);
  slot.sum += target.sign > 0 ? amount : -amount;
}

std::vector<Decimal> LedgerTally::sums() const {
  std::vector<Decimal> sums;
  for (const Slot& slot : slots_) sums.push_back(slot.sum);
  for (const Path& path : paths_) {
    for (const Target& target : path.counted) {
      sums[target.slot] += Decimal(target.sign * path.records);
    }
  }
  return sums;
}

void LedgerTally::absorb(const LedgerTally& other) {
  const std::vector<Decimal> sums = other.sums();
  for (std::size_t i = 0; i < slots_.size(); ++i) slots_[i].sum += sums[i];
}

std::string LedgerTally::name_of(const Slot& slot) const {
  return report_.cells[slot.cell].id +
         std::string(slot.before_year ? kBeforeYear : "");
}

std::map<std::string, Decimal> LedgerTally::named_sums() const {
  std::map<std::string, Decimal> named;
  const std::vector<Decimal> all = sums();
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    named.emplace(name_of(slots_[i]), all[i]);
  }
  return named;
}

bool LedgerTally::add_sums(const std::map<std::string, Decimal>& sums) {
  std::size_t known = 0;
  for (Slot& slot : slots_) {
    const auto found = sums.find(name_of(slot));
    if (found == sums.end()) continue;
    slot.sum += found->second;
    ++known;
  }
  return known == sums.size();
}

std::vector<CellIndex> LedgerTally::cells_of(const Record& record) const {
  std::vector<CellIndex> cells;
  visit(root_, record, [&](const Target& target) {
    const Slot& slot = slots_[target.slot];
    if (!slot.before_year) cells.push_back(slot.cell);
  });
  return cells;
}

void LedgerTally::contributions(const Record& record,
                                std::vector<Contribution>& found) const {
  found.clear();
  visit(root_, record, [&](const Target& target) {
    const Slot& slot = slots_[target.slot];
    const Decimal amount =
        in_unit_of_cell(slot.measure, amount_of(slot.measure, record));
    found.push_back(
        {slot.cell, slot.before_year, target.sign > 0 ? amount : -amount});
  });
}

std::vector<CellIndex> LedgerTally::fill(Table& table,
                                         const OpeningStock& opening) const {
  std::vector<CellIndex> without_opening;
  const std::vector<Decimal> sums = this->sums();
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const Slot& slot = slots_[i];
    if (slot.before_year) continue;
    const CellSource& source = *report_.cells[slot.cell].source;
    const auto known =
        parts_of(source, true).opening ? opening(slot.cell) : std::nullopt;
    const FigureParts parts = parts_of(source, known.has_value());
    Decimal sum = known.value_or(0);
    if (parts.year) sum += sums[i];
    if (parts.earlier) {
      without_opening.push_back(slot.cell);
      sum += sums[i + 1];  // added right after that of the year
    }
    Cell& cell = table.cells[slot.cell];
    cell = Cell();
    cell.state = CellState::number;
    cell.number = in_unit_of_cell(slot.measure, sum);
  }
  return without_opening;
}

}  // namespace gov_report
