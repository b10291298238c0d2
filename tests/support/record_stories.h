// record_stories.h - invented records behind given figures, a ledger each.
//
// The parts of ledger_generator.h. Years are consecutive and ascending.

#pragma once

#include <string_view>
#include <vector>

#include "support/ledger_generator.h"

namespace gov_report::test {

struct YearFigures {
  int year;
  Figures figures;
};
using Years = std::vector<YearFigures>;

std::vector<Row> application_rows(const Years& years, std::string_view format,
                                  const GeneratorOptions& options, Dice& dice);

std::vector<Row> disclosure_rows(const Years& years, std::string_view format,
                                 const GeneratorOptions& options, Dice& dice);

/// One branch: reviews, lawsuits_direct or lawsuits_after_review. Some refer
/// to a refusal in `applications`. The rows have no id yet.
std::vector<Row> dispute_rows(const Years& years, std::string_view branch,
                              const std::vector<Row>& applications,
                              const GeneratorOptions& options, Dice& dice);

/// How many of the disputes concluded in the first year were pending when it
/// began.
long long disputes_open_before(const Figures& first, std::string_view branch);

/// Sorts by the date in `field` and numbers the rows 2024-0001 and so on,
/// after `prefix`.
void number_rows(std::vector<Row>& rows, const std::string& field,
                 const std::string& prefix);

}  // namespace gov_report::test
