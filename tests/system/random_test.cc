// Random valid ledgers, counted by the program and by the slow obvious way.

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "base/temporary_folder.h"
#include "pipeline/check.h"
#include "support/naive_tally.h"
#include "support/random_ledgers.h"
#include "system/program.h"

namespace gov_report::test {

namespace {

constexpr std::uint64_t kRounds = 500;

RuleCatalogue rule_catalogue() {
  auto rules = load_rule_catalogue(DataFiles(), [](const Finding&) {});
  REQUIRE(rules);
  return std::move(*rules);
}

Figures printed_figures(const Table& table) {
  Figures figures;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    if (table.format->cells[i].kind != CellKind::printed) continue;
    const Cell& cell = table.cells[i];
    figures[table.format->cells[i].id] =
        cell.state == CellState::number ? cell.number.text() : "no number";
  }
  return figures;
}

/// Findings that no valid ledger can have: about files and rows.
std::string row_errors(const CheckResult& result, const RuleCatalogue& rules) {
  std::string errors;
  for (const Finding& finding : result.findings.all()) {
    const Severity severity =
        finding.severity.value_or(rules.severity(finding.rule));
    if (severity != Severity::error || finding.place.file.empty()) continue;
    errors += finding.place.file + ":" + std::to_string(finding.place.at.line) +
              " " + finding.rule + "\n";
  }
  return errors;
}

/// Seeds that no two formats share.
void compare_tallies(std::string_view format, int first_year, int last_year,
                     std::uint64_t first_seed) {
  const RuleCatalogue rules = rule_catalogue();
  std::uint64_t records = 0;
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    const std::uint64_t seed = first_seed + round;
    const int years = last_year - first_year + 1;
    const int year =
        first_year + static_cast<int>(round % static_cast<unsigned>(years));
    CAPTURE(seed);
    CAPTURE(year);
    const LedgerSet set = random_ledgers(seed, format, year);
    TemporaryFolder folder;
    write_files(folder.path(), plain_workspace(year));
    write_files(folder.path(), set.files);
    YearRequest request;
    request.workspace = folder.path();
    request.year = year;
    const CheckResult result = check_year(request, DataFiles(), rules);
    REQUIRE(result.year != nullptr);
    CHECK(row_errors(result, rules) == "");
    CHECK(result.year->coverage.rows_rejected == 0);
    const std::string unequal = differences(printed_figures(result.year->table),
                                            naive_tally(set, format, year));
    CHECK(unequal == "");
    records += result.year->coverage.records_checked;
  }
  MESSAGE(kRounds << " ledger sets, " << records << " records");
  CHECK(records > 80 * kRounds);
}

}  // namespace

TEST_CASE("random ledgers of cn-2019 give the figures of the naive tally" *
          doctest::test_suite("random-2019")) {
  compare_tallies("cn-2019", 2019, 2020, 10'000);
}

TEST_CASE("random ledgers of cn-2021 give the figures of the naive tally" *
          doctest::test_suite("random-2021")) {
  compare_tallies("cn-2021", 2021, 2025, 20'000);
}

}  // namespace gov_report::test
