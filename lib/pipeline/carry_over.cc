#include "pipeline/carry_over.h"

#include <algorithm>
#include <map>
#include <set>

#include "schema/year_end.h"

namespace gov_report {
namespace {

constexpr std::string_view kCarryOver = "carry-over-differs-from-last-year";

/// What a finding over one case adds to the cells that count those carried
/// over.
CellChanges effect_of(const Finding& finding, const CarriedCases& rules) {
  CellChanges effect;
  if (finding.cell.empty()) return effect;
  if (finding.rule == rules.missing) --effect[finding.cell];
  if (finding.rule == rules.unknown) ++effect[finding.cell];
  if (finding.rule == rules.class_changed) {
    --effect[finding.cell];
    const auto now = std::ranges::find(
        finding.arguments, std::string("cell_now"), &Argument::name);
    if (now != finding.arguments.end()) ++effect[now->value.en];
  }
  for (const Finding& inner : finding.consequences) {
    for (const auto& [cell, change] : effect_of(inner, rules)) {
      effect[cell] += change;
    }
  }
  return effect;
}

Decimal number_of(const Finding& finding, std::string_view name) {
  for (const Argument& argument : finding.arguments) {
    if (argument.name == name) {
      return Decimal::parse(argument.value.en).value_or(Decimal());
    }
  }
  return {};
}

class Folder {
 public:
  Folder(const ReportFormat& report, const CarriedCases& rules,
         const CellChanges& changes, std::vector<Finding>& findings)
      : report_(report), changes_(changes), findings_(findings) {
    for (std::size_t i = 0; i < findings.size(); ++i) {
      auto effect = effect_of(findings[i], rules);
      if (!effect.empty()) effects_.emplace_back(i, std::move(effect));
    }
  }

  void fold() {
    std::set<std::size_t> folded;
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      if (findings_[i].rule != kCarryOver) continue;
      const auto cause = cause_of(findings_[i]);
      if (!cause) continue;
      findings_[*cause].consequences.push_back(findings_[i]);
      folded.insert(i);
    }
    std::size_t at = 0;
    std::erase_if(findings_,
                  [&](const Finding&) { return folded.contains(at++); });
  }

 private:
  /// The cells whose cases a carry-over counts: itself, or the parts of a sum.
  std::set<std::string> cells_of(const Finding& finding) const {
    std::set<std::string> cells = {finding.cell};
    if (const auto cell = report_.cell(finding.cell)) {
      for (const CellIndex part : report_.cells[*cell].parts) {
        cells.insert(report_.cells[part].id);
      }
    }
    return cells;
  }

  /// The first case that changes this carry-over, if they account for all of
  /// the difference.
  std::optional<std::size_t> cause_of(const Finding& finding) const {
    const auto cells = cells_of(finding);
    const auto change_of = [&](const CellChanges& changes) {
      Count change = 0;
      for (const auto& [cell, count] : changes) {
        if (cells.contains(cell)) change += count;
      }
      return change;
    };
    const Decimal difference =
        number_of(finding, "left_value") - number_of(finding, "right_value");
    if (difference != Decimal(change_of(changes_))) return std::nullopt;
    for (const auto& [index, effect] : effects_) {
      if (change_of(effect) != 0) return index;
    }
    return std::nullopt;
  }

  const ReportFormat& report_;
  const CellChanges& changes_;
  std::vector<Finding>& findings_;
  std::vector<std::pair<std::size_t, CellChanges>> effects_;
};

}  // namespace

CarriedCaseSums::CarriedCaseSums(const Schema& schema) {
  for (const LedgerFormat& ledger : schema.ledgers) {
    if (ledger.carried && !ledger.carried->counted_in.empty()) {
      ledgers_.emplace(ledger.id, OfLedger{ledger.carried.get(), {}});
    }
  }
}

void CarriedCaseSums::see(const Finding& finding) {
  if (finding.cell.empty()) return;
  for (auto& [id, ledger] : ledgers_) {
    for (const auto& [cell, change] : effect_of(finding, *ledger.rules)) {
      ledger.changes[cell] += change;
    }
  }
}

const CellChanges& CarriedCaseSums::changes(const std::string& ledger) const {
  static const CellChanges kNone;
  const auto known = ledgers_.find(ledger);
  return known == ledgers_.end() ? kNone : known->second.changes;
}

void CarriedCaseSums::add(const std::string& ledger,
                          const CellChanges& changes) {
  const auto known = ledgers_.find(ledger);
  if (known == ledgers_.end()) return;
  for (const auto& [cell, change] : changes) {
    known->second.changes[cell] += change;
  }
}

void fold_carry_over(const Year& year, const CarriedCaseSums& sums,
                     FindingList& findings) {
  for (const LedgerFormat& ledger : year.schema.ledgers) {
    if (!ledger.carried || ledger.carried->counted_in.empty()) continue;
    Folder(year.schema.report, *ledger.carried, sums.changes(ledger.id),
           findings.all())
        .fold();
  }
}

}  // namespace gov_report
