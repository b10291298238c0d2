#include "support/ledger_generator.h"

#include <algorithm>
#include <stdexcept>

#include "support/record_stories.h"

namespace gov_report::test {

namespace {

/// `opening:` of the counts file: the stocks at the end of the year before.
std::string opening_stocks(const Figures& report, std::string_view format) {
  auto figure = [&](const std::string& cell) {
    return whole(report, "disclosures." + cell);
  };
  std::map<std::string, long long> stocks;
  if (format == "cn-2019") {
    for (const char* row : {"regulations", "normative_documents"}) {
      const std::string cell = row;
      stocks[cell + ".public_total"] =
          figure(cell + ".public_total") - figure(cell + ".published");
    }
    for (const char* row : {"licences", "other_services", "penalties",
                            "coercive_measures", "fees"}) {
      const std::string cell = std::string(row) + ".previous";
      stocks[cell] = figure(cell);
    }
  } else {
    for (const char* row : {"regulations", "normative_documents"}) {
      const std::string cell = row;
      stocks[cell + ".in_force"] = figure(cell + ".in_force") -
                                   figure(cell + ".issued") +
                                   figure(cell + ".repealed");
    }
  }
  std::string text = "opening:\n";
  for (const auto& [cell, stock] : stocks) {
    if (stock < 0) throw std::runtime_error("negative stock of " + cell);
    text += "  disclosures." + cell + ": " + std::to_string(stock) + "\n";
  }
  return text;
}

LedgerSet ledgers_for_years(const Years& years, std::string_view format,
                            const GeneratorOptions& options) {
  Dice dice(options.seed);
  const auto applications = application_rows(years, format, options, dice);
  auto disclosures = disclosure_rows(years, format, options, dice);
  std::stable_sort(
      disclosures.begin(), disclosures.end(),
      [](const Row& a, const Row& b) { return a.at("date") < b.at("date"); });
  auto reviews = dispute_rows(years, "reviews", applications, options, dice);
  number_rows(reviews, "accepted", "复");
  auto lawsuits =
      dispute_rows(years, "lawsuits_direct", applications, options, dice);
  for (const Row& row : dispute_rows(years, "lawsuits_after_review",
                                     applications, options, dice)) {
    lawsuits.push_back(row);
  }
  number_rows(lawsuits, "accepted", "诉");

  LedgerSet set;
  auto write = [&](const std::string& ledger, const std::vector<Row>& rows) {
    set.files["ledgers/" + ledger + ".csv"] =
        write_ledger(ledger, rows, options.style, dice);
  };
  write("applications", applications);
  write("disclosures", disclosures);
  write("reviews", reviews);
  write("lawsuits", lawsuits);
  for (const auto& [year, figures] : years) {
    set.files["counts/" + std::to_string(year) + ".yaml"] =
        opening_stocks(figures, format);
  }
  return set;
}

}  // namespace

LedgerSet ledgers_for(const Figures& report, std::string_view format, int year,
                      const GeneratorOptions& options) {
  return ledgers_for_years({{year, report}}, format, options);
}

LedgerSet ledgers_for_two_years(const Figures& first, const Figures& second,
                                std::string_view format, int first_year,
                                const GeneratorOptions& options) {
  return ledgers_for_years({{first_year, first}, {first_year + 1, second}},
                           format, options);
}

}  // namespace gov_report::test
