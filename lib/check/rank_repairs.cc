#include "check/rank_repairs.h"

#include <algorithm>
#include <tuple>

namespace gov_report {
namespace {

/// Costs of two changes with one cause, on the scale of slips.cc.
constexpr int kExchangeCost = 1;
constexpr int kFarExchangeCost = 4;
constexpr int kMoveCost = 6;
/// What a rule broken by the repair, or mended by it, weighs.
constexpr int kSideEffectCost = 2;

std::string_view variant_of(Slip slip) {
  switch (slip) {
    case Slip::swapped_digits:
      return "candidate-swapped-digits";
    case Slip::sign:
      return "candidate-sign";
    case Slip::missing_digit:
      return "candidate-missing-digit";
    case Slip::doubled_digit:
      return "candidate-doubled-digit";
    case Slip::extra_digit:
      return "candidate-extra-digit";
    case Slip::mistyped_digit:
      return "candidate-mistyped-digit";
    case Slip::left_at_zero:
      return "candidate-left-at-zero";
    case Slip::last_years_value:
      return "candidate-last-years-value";
    case Slip::neighbours_value:
      return "candidate-neighbours-value";
    case Slip::wrong_sum:
      return "candidate-wrong-sum";
    case Slip::off_by_one:
    case Slip::unknown:
      break;
  }
  return "candidate-change";
}

bool is_move(const Change& a, const Change& b) {
  return a.to - a.from == b.from - b.to;
}

}  // namespace

RepairRanking::RepairRanking(const Table& table, const SealedReport* last,
                             const std::vector<JudgedRelation>& relations)
    : table_(table),
      last_(last),
      relations_(relations),
      effects_(relations, table.cells.size()),
      grid_(*table.format) {}

void RepairRanking::rank(std::vector<Repair>& repairs) const {
  using Key = std::tuple<int, bool, CellIndex>;
  std::vector<std::pair<Key, std::size_t>> order;
  for (std::size_t i = 0; i < repairs.size(); ++i) {
    const CellIndex first = repairs[i].front().cell;
    order.emplace_back(Key(cost(repairs[i]), !is_sum(first), first), i);
  }
  std::ranges::sort(order);
  std::vector<Repair> ranked;
  for (const auto& [key, i] : order) ranked.push_back(std::move(repairs[i]));
  repairs = std::move(ranked);
}

int RepairRanking::cost(const Repair& repair) const {
  int sum = side_effects(repair);
  if (repair.size() == 2) return sum + cost_of_pair(repair[0], repair[1]);
  for (const Change& change : repair) sum += slip_of(change).cost;
  return sum;
}

int RepairRanking::cost_of_pair(const Change& a, const Change& b) const {
  const int two = slip_of(a).cost + slip_of(b).cost;
  const bool near = grid_.are_neighbours(a.cell, b.cell);
  if (is_exchange(a, b)) return near ? kExchangeCost : kFarExchangeCost;
  return near && is_move(a, b) ? std::min(two, kMoveCost) : two;
}

int RepairRanking::side_effects(const Repair& repair) const {
  int cost = 0;
  for (const std::size_t r : effects_.touched(repair)) {
    const bool holds = effects_.holds_after(r, repair);
    if (holds == relations_[r].broken()) {
      cost += holds ? -kSideEffectCost : kSideEffectCost;
    }
  }
  return cost;
}

bool RepairRanking::is_sum(CellIndex cell) const {
  return !table_.format->cells[cell].parts.empty();
}

SlipContext RepairRanking::context(CellIndex cell) const {
  SlipContext context;
  context.is_sum = is_sum(cell);
  if (last_ != nullptr) {
    context.last_year = last_->number(table_.format->cells[cell].id);
  }
  for (const CellIndex other : grid_.neighbours(cell)) {
    if (const auto number = table_.number(other)) {
      context.neighbours.push_back(*number);
    }
  }
  return context;
}

LikelySlip RepairRanking::slip_of(const Change& change) const {
  return likely_slip(change.from, change.to, context(change.cell));
}

Finding RepairRanking::candidate(const Repair& repair,
                                 const std::string& rule) const {
  const auto& cells = table_.format->cells;
  const Change& first = repair.front();
  Finding finding;
  finding.rule = rule;
  finding.cell = cells[first.cell].id;
  finding.place = table_.cells[first.cell].place;
  finding.arguments = {{"cell", cell_label(cells[first.cell])},
                       {"id", cells[first.cell].id},
                       {"from", first.from.text()},
                       {"to", first.to.text()}};
  if (repair.size() == 1) {
    finding.variant = variant_of(slip_of(first).slip);
  } else if (repair.size() == 2) {
    const Change& other = repair.back();
    const bool near = grid_.are_neighbours(first.cell, other.cell);
    finding.variant = is_exchange(first, other)       ? "candidate-exchanged"
                      : near && is_move(first, other) ? "candidate-moved"
                                                      : "candidate-two";
    finding.arguments.push_back({"other", cell_label(cells[other.cell])});
    finding.arguments.push_back({"other_id", cells[other.cell].id});
    finding.arguments.push_back({"other_from", other.from.text()});
    finding.arguments.push_back({"other_to", other.to.text()});
  } else {
    Text changes;
    for (const Change& change : repair) {
      const Text label = cell_label(cells[change.cell]);
      const std::string how =
          " " + change.from.text() + " \u2192 " + change.to.text();
      const std::string between = &change == &first ? "" : "; ";
      changes.zh += between + label.zh + how;
      changes.en += between + label.en + how;
    }
    finding.variant = "candidate-several";
    finding.arguments = {{"changes", changes},
                         {"count", std::to_string(repair.size())}};
  }
  return finding;
}

std::vector<RepairGroup> ranked_repairs(
    const Table& table, const SealedReport* last,
    const std::vector<JudgedRelation>& relations) {
  const RepairRanking ranking(table, last, relations);
  auto groups = repair_groups(table, relations);
  for (RepairGroup& group : groups) ranking.rank(group.repairs);
  return groups;
}

}  // namespace gov_report
