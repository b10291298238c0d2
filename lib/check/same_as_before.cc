#include "check/same_as_before.h"

#include <set>

namespace gov_report {
namespace {

constexpr const char* kRule = "table-same-as-last-year";

/// Different figures above 1 from which on a table is not alike by chance.
constexpr std::size_t kTellingFigures = 5;

bool is_the_same(const Table& table, const TableFormat& format,
                 const SealedReport& last) {
  std::set<Decimal> telling;
  for (CellIndex cell = format.first; cell < format.last; ++cell) {
    if (table.cells[cell].state != CellState::number) continue;
    const Decimal number = table.cells[cell].number;
    if (last.number(table.format->cells[cell].id) != number) return false;
    if (number > Decimal(1)) telling.insert(number);
  }
  return telling.size() >= kTellingFigures;
}

}  // namespace

void check_same_as_before(const Table& table, const SealedReport* last,
                          Coverage& coverage, const FindingSink& sink) {
  if (last == nullptr) {
    return coverage.not_run(
        kRule, {"no-last-year", {{"year", std::to_string(table.year - 1)}}});
  }
  coverage.ran(kRule);
  for (const TableFormat& format : table.format->tables) {
    if (!is_the_same(table, format, *last)) continue;
    Finding finding;
    finding.rule = kRule;
    finding.table = format.id;
    finding.arguments = {{"table", format.label}};
    sink(std::move(finding));
  }
}

}  // namespace gov_report
