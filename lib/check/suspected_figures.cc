#include "check/suspected_figures.h"

#include <algorithm>
#include <iterator>

#include "check/relations.h"

namespace gov_report {
namespace {

/// The value of an argument; empty: there is none.
std::string value_of(const Finding& finding, const std::string& name) {
  const auto found =
      std::ranges::find(finding.arguments, name, &Argument::name);
  return found == finding.arguments.end() ? "" : found->value.en;
}

}  // namespace

SuspectedFigures::SuspectedFigures(const Table& table,
                                   std::vector<Finding>& findings)
    : table_(table), findings_(findings) {
  for (std::size_t f = 0; f < findings.size(); ++f) {
    for (std::size_t i = 0; i < findings[f].candidates.size(); ++i) {
      Candidate candidate{f, i, {}};
      add_shift(findings[f].candidates[i], "", candidate.shifts);
      add_shift(findings[f].candidates[i], "other_", candidate.shifts);
      candidates_.push_back(std::move(candidate));
    }
  }
}

void SuspectedFigures::add_shift(const Finding& candidate,
                                 const std::string& prefix,
                                 std::vector<Shift>& shifts) const {
  const auto cell = table_.format->cell(value_of(candidate, prefix + "id"));
  const auto from = Decimal::parse(value_of(candidate, prefix + "from"));
  const auto to = Decimal::parse(value_of(candidate, prefix + "to"));
  if (cell && from && to) shifts.push_back({*cell, *to - *from});
}

bool SuspectedFigures::take(const ClaimSum& sum, Decimal value,
                            const std::function<bool(Decimal)>& fits,
                            Finding& statement) {
  Candidate* first = nullptr;
  for (Candidate& candidate : candidates_) {
    const Decimal shift = shift_of(sum, candidate);
    if (shift == Decimal() || !fits(value + shift)) continue;
    candidate.confirmed = true;
    if (first == nullptr) first = &candidate;
  }
  if (first == nullptr) return false;
  findings_[first->finding].consequences.push_back(std::move(statement));
  return true;
}

void SuspectedFigures::put_in_order() {
  std::vector<std::vector<Finding>> confirmed(findings_.size());
  std::vector<std::vector<Finding>> others(findings_.size());
  for (const Candidate& one : candidates_) {
    auto& list = one.confirmed ? confirmed : others;
    list[one.finding].push_back(
        std::move(findings_[one.finding].candidates[one.number]));
  }
  for (std::size_t f = 0; f < findings_.size(); ++f) {
    findings_[f].candidates = std::move(confirmed[f]);
    std::ranges::move(others[f], std::back_inserter(findings_[f].candidates));
  }
  candidates_.clear();
}

Decimal SuspectedFigures::shift_of(const ClaimSum& sum,
                                   const Candidate& candidate) const {
  Decimal shift;
  for (const std::string& id : sum.terms) {
    const auto whole = table_.format->cell(id);
    if (!whole) continue;
    for (const Shift& one : candidate.shifts) {
      shift += Decimal(times_in(*whole, one.cell)) * one.by;
    }
  }
  return shift;
}

int SuspectedFigures::times_in(CellIndex whole, CellIndex cell) const {
  if (whole == cell) return 1;
  if (is_typed_in(table_.cells[whole])) return 0;
  int times = 0;
  for (const CellIndex part : table_.format->cells[whole].parts) {
    times += times_in(part, cell);
  }
  return times;
}

}  // namespace gov_report
