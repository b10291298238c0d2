// ledger_generator.h - invents the ledgers behind given figures.
//
//   in      the figures of one or two report years, their sums right
//   out     the files of a workspace: the four ledgers and, for the opening
//           stocks, counts/YEAR.yaml; no gov-report.yaml
//   errors  std::runtime_error where no ledger can give the figures

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/figures.h"
#include "support/ledger_text.h"

namespace gov_report::test {

/// Path in the workspace to contents.
struct LedgerSet {
  std::map<std::string, std::string> files;
};

struct GeneratorOptions {
  std::uint64_t seed = 1;
  LedgerStyle style;
  /// A few records that must not count: other years, acts of other bodies.
  bool noise = true;
  /// Every n-th plain application is extended, corrected, put to a third
  /// party or charged, in turn. 0 is never.
  int every = 10;
  /// Starts the numbers of normative documents: 云规〔2024〕1号.
  std::string document_prefix = "云规";
  /// What applicants ask for; empty is a general list.
  std::vector<std::string> subjects;
};

/// Ledgers whose tally for `year` is `report`. Carried-over applications were
/// received late in the year before; large numbers of decisions are a row a
/// month. No record breaks a rule of severity error on 31 January after.
LedgerSet ledgers_for(const Figures& report, std::string_view format, int year,
                      const GeneratorOptions& options = {});

/// One set of ledgers for `first_year` and the year after. Applications and
/// disputes open at the end of the first year run on into the second.
LedgerSet ledgers_for_two_years(const Figures& first, const Figures& second,
                                std::string_view format, int first_year,
                                const GeneratorOptions& options = {});

}  // namespace gov_report::test
