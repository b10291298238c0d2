// The fixtures held against each other: what the generator invents, the naive
// tally counts.

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "paths.h"
#include "support/amount.h"
#include "support/example_workspaces.h"
#include "support/figures.h"
#include "support/ledger_generator.h"
#include "support/naive_tally.h"
#include "support/random_ledgers.h"

namespace gov_report::test {

namespace {

struct Case {
  const char* name;
  int year;
};
const std::vector<Case> kCases = {{"00", 2019},  {"01", 2024}, {"04a", 2023},
                                  {"04b", 2024}, {"08", 2023}, {"10", 2019},
                                  {"12", 2021},  {"14", 2023}};

void check_equal(const Figures& found, const Figures& expected) {
  CHECK(found.size() == expected.size());
  for (const auto& [cell, text] : expected) {
    CAPTURE(cell);
    const auto figure = found.find(cell);
    REQUIRE(figure != found.end());
    CHECK(figure->second == text);
  }
}

std::vector<LedgerStyle> styles() {
  LedgerStyle ids{Headings::kEnglish, Spelling::kIds, Dates::kIso};
  LedgerStyle numbers{Headings::kChinese, Spelling::kNumbers, Dates::kIso};
  numbers.byte_order_mark = true;
  numbers.crlf = true;
  LedgerStyle mixed{Headings::kMixed, Spelling::kMixed, Dates::kMixed};
  mixed.shuffled_columns = true;
  return {LedgerStyle{}, ids, numbers, mixed};
}

}  // namespace

TEST_CASE("fixtures: a case has every cell of its format") {
  for (const Case& c : kCases) {
    CAPTURE(c.name);
    const Figures figures = load_case(c.name);
    const auto cells = cells_of(format_of_case(c.name));
    CHECK(cells.size() == figures.size());
    for (const std::string& cell : cells) CHECK(figures.count(cell) == 1);
  }
  CHECK(load_case("01").at("disclosures.fees.amount") == "96171.6");
  CHECK(load_case("10").at("disclosures.procurement.amount") == "75394432.52");
  CHECK(load_printed_case("08").at("applications.new.business").empty());
}

TEST_CASE("fixtures: amounts are exact") {
  CHECK(millionths("24252.311082") == 24252311082LL);
  CHECK(decimal_text(millionths("0.10"), 6) == "0.1");
  CHECK(decimal_text(0, 10) == "0");
  CHECK(decimal_text(12000000, 6) == "12");
}

TEST_CASE("fixtures: the naive tally of a generated ledger is the case") {
  std::uint64_t seed = 1;
  for (const Case& c : kCases) {
    // A city has thousands of records: one style is enough for it.
    const bool large = whole(load_case(c.name), "applications.new.total") > 999;
    for (const LedgerStyle& style : styles()) {
      if (large && seed++ % 3 != 0) continue;
      CAPTURE(c.name);
      CAPTURE(seed);
      const Figures figures = load_case(c.name);
      const std::string format = format_of_case(c.name);
      GeneratorOptions options;
      options.seed = seed++;
      options.style = style;
      const LedgerSet set = ledgers_for(figures, format, c.year, options);
      check_equal(naive_tally(set, format, c.year), figures);
    }
  }
}

TEST_CASE("fixtures: two years of one body come from one set of ledgers") {
  const Figures first = load_case("04a");
  const Figures second = load_case("04b");
  const LedgerSet set = ledgers_for_two_years(first, second, "cn-2021", 2023);
  check_equal(naive_tally(set, "cn-2021", 2023), first);
  check_equal(naive_tally(set, "cn-2021", 2024), second);
  LedgerSet rolled = set;
  rolled.files.at("counts/2024.yaml") =
      "opening:\n  disclosures.regulations.in_force: 11\n"
      "  disclosures.normative_documents.in_force: 597\n";
  check_equal(naive_tally(rolled, "cn-2021", 2024), second);
}

TEST_CASE("fixtures: a generated ledger is the same every time") {
  const Figures figures = load_case("14");
  CHECK(ledgers_for(figures, "cn-2021", 2023).files ==
        ledgers_for(figures, "cn-2021", 2023).files);
}

TEST_CASE("fixtures: random ledgers balance in every column") {
  const std::vector<int> years = {2019, 2020, 2021, 2024};
  std::vector<std::string> columns = applicant_columns();
  columns.emplace_back("total");
  long long applications = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const int year = years[seed % years.size()];
    const std::string format = year < 2021 ? "cn-2019" : "cn-2021";
    const Figures figures =
        naive_tally(random_ledgers(seed, format, year), format, year);
    CHECK(figures.size() == cells_of(format).size());
    for (const std::string& column : columns) {
      auto figure = [&](const std::string& row) {
        return whole(figures, "applications." + row + "." + column);
      };
      CHECK(figure("new") + figure("carried_over") ==
            figure("resolved") + figure("carried_forward"));
    }
    applications += whole(figures, "applications.new.total");
  }
  CHECK(applications > 1000);
}

TEST_CASE("examples: the generated files are those of the generator") {
  for (const auto& [path, text] : example_files()) {
    CAPTURE(path);
    std::ifstream in(SOURCE_ROOT "/examples/" + path, std::ios::binary);
    const std::string on_disk((std::istreambuf_iterator<char>(in)),
                              std::istreambuf_iterator<char>());
    // Not CHECK(a == b): a failure would print the whole ledger.
    const bool same = on_disk == text;
    CHECK(same);
  }
}

TEST_CASE("examples: the ledgers give their figures") {
  LedgerSet department;
  LedgerSet county;
  for (const auto& [path, text] : example_files()) {
    const std::size_t slash = path.find('/');
    auto& set = path[0] == 'd' ? department : county;
    set.files[path.substr(slash + 1)] = text;
  }
  check_equal(naive_tally(department, "cn-2021", 2024), department_figures());
  Figures found = naive_tally(county, "cn-2021", 2024);
  // The ledgers hold no documents from before 2023: a stock needs the sealed
  // report.
  Figures expected = load_case("04b");
  for (const char* row : {"regulations", "normative_documents"}) {
    found.erase(std::string("disclosures.") + row + ".in_force");
    expected.erase(std::string("disclosures.") + row + ".in_force");
  }
  check_equal(found, expected);
}

TEST_CASE("examples: the sealed report of 2022 runs on into 2023") {
  const Figures next = load_case("04a");
  const Figures before = figures_before(next);
  CHECK(before.size() == cells_of("cn-2021").size());
  std::vector<std::string> columns = applicant_columns();
  columns.emplace_back("total");
  for (const std::string& column : columns) {
    CAPTURE(column);
    auto figure = [&](const std::string& row) {
      return whole(before, "applications." + row + "." + column);
    };
    CHECK(figure("new") >= 0);
    CHECK(figure("new") + figure("carried_over") ==
          figure("resolved") + figure("carried_forward"));
    CHECK(figure("carried_forward") ==
          whole(next, "applications.carried_over." + column));
  }
  for (const char* row : {"regulations", "normative_documents"}) {
    const std::string cells = std::string("disclosures.") + row + ".";
    CHECK(whole(before, cells + "in_force") + whole(next, cells + "issued") -
              whole(next, cells + "repealed") ==
          whole(next, cells + "in_force"));
  }
}

}  // namespace gov_report::test
