// record_formula.h - the expression behind a figure as a formula of
// spreadsheet programs: COUNTIFS and SUMIFS over named columns.

#pragma once

#include <string>
#include <vector>

#include "document/workpapers.h"

namespace gov_report {

/// The first and the last day of the year, as named cells.
inline constexpr const char* kYearStart = "year_start";
inline constexpr const char* kYearEnd = "year_end";

/// Without "=". `inputs`: the places of Workpapers::inputs, such as
/// 'Sheet'!$D$2. `decimals`: to how many the result is rounded, because binary
/// fractions would leave a rest; negative: it is whole and stays as it is.
///   COUNTIFS(reviews_outcome_id,"upheld",reviews_concluded,">="&year_start)
std::string record_formula(const FigureFormula& formula,
                           const std::vector<LedgerSheet>& ledgers,
                           const std::vector<std::string>& inputs,
                           int decimals);

}  // namespace gov_report
