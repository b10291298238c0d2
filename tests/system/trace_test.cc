// What trace lists behind a figure is the figure: for every cell of random
// ledgers, held against the slow obvious tally.

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <string>

#include "base/temporary_folder.h"
#include "pipeline/tracer.h"
#include "support/naive_tally.h"
#include "support/random_ledgers.h"
#include "system/program.h"

namespace gov_report::test {

namespace {

constexpr std::uint64_t kRounds = 25;

struct Loaded {
  RuleCatalogue rules;
  Messages messages;
};

Loaded words() {
  const FindingSink ignore = [](const Finding&) {};
  auto rules = load_rule_catalogue(DataFiles(), ignore);
  auto messages = load_messages(DataFiles(), Language::en, ignore);
  REQUIRE(rules);
  REQUIRE(messages);
  return {std::move(*rules), *messages};
}

struct Traced {
  Decimal sum;
  std::uint64_t records = 0;
  std::map<std::string, Decimal> lines;  ///< by file and line
};

Traced traced(const std::filesystem::path& folder, const Year& year,
              const Loaded& loaded, const std::string& cell) {
  Tracer tracer(folder, year, loaded.rules, loaded.messages);
  REQUIRE(tracer.find(cell));
  Traced found;
  tracer.entries([&](const TraceEntry& entry) {
    found.sum += entry.adds;
    CHECK(entry.line > 0);
    if (entry.kind != TraceEntry::Kind::record) return;
    ++found.records;
    found.lines[entry.file + ":" + std::to_string(entry.line)] += entry.adds;
  });
  CHECK(tracer.figure().missed_in_all == 0);
  return found;
}

void trace_everything(const std::string& format, int first_year, int years,
                      std::uint64_t first_seed) {
  const Loaded loaded = words();
  std::uint64_t records = 0;
  for (std::uint64_t round = 0; round < kRounds; ++round) {
    const int year = first_year + static_cast<int>(round) % years;
    CAPTURE(first_seed + round);
    const LedgerSet set = random_ledgers(first_seed + round, format, year);
    TemporaryFolder folder;
    write_files(folder.path(), plain_workspace(year));
    write_files(folder.path(), set.files);
    YearRequest request;
    request.workspace = folder.path();
    request.year = year;
    const auto loaded_year =
        load_year(request, DataFiles(), loaded.rules, [](const Finding&) {});
    REQUIRE(loaded_year != nullptr);
    for (const auto& [cell, figure] : naive_tally(set, format, year)) {
      CAPTURE(cell);
      const Traced found = traced(folder.path(), *loaded_year, loaded, cell);
      CHECK(found.sum.text() == figure);
      // One record is one application, and listed once.
      if (cell.starts_with("applications.")) {
        CHECK(std::to_string(found.records) == figure);
        CHECK(found.lines.size() == found.records);
      }
      records += found.records;
    }
  }
  MESSAGE(records << " records traced");
  CHECK(records > 100 * kRounds);
}

}  // namespace

TEST_CASE("the records traced add up to every cell of cn-2019" *
          doctest::test_suite("trace")) {
  trace_everything("cn-2019", 2019, 2, 30'000);
}

TEST_CASE("the records traced add up to every cell of cn-2021" *
          doctest::test_suite("trace")) {
  trace_everything("cn-2021", 2021, 5, 40'000);
}

TEST_CASE("totals of groups are the sum of their rows" *
          doctest::test_suite("trace")) {
  const Loaded loaded = words();
  const LedgerSet set = random_ledgers(50'000, "cn-2021", 2024);
  TemporaryFolder folder;
  write_files(folder.path(), plain_workspace(2024));
  write_files(folder.path(), set.files);
  YearRequest request;
  request.workspace = folder.path();
  request.year = 2024;
  const auto year =
      load_year(request, DataFiles(), loaded.rules, [](const Finding&) {});
  REQUIRE(year != nullptr);
  const Figures figures = naive_tally(set, "cn-2021", 2024);
  for (const std::string group :
       {"denied", "unavailable", "not_processed", "other_handling"}) {
    CAPTURE(group);
    long long sum = 0;
    const std::string prefix = "applications." + group + ".";
    for (const auto& [cell, figure] : figures) {
      if (cell.starts_with(prefix) && cell.ends_with(".total")) {
        sum += std::stoll(figure);
      }
    }
    CHECK(traced(folder.path(), *year, loaded, prefix + "total").records ==
          static_cast<std::uint64_t>(sum));
  }
}

}  // namespace gov_report::test
