#include "write/record_formula.h"

#include <fmt/format.h>

namespace gov_report {
namespace {

std::string test_of(const Criterion& criterion) {
  switch (criterion.test) {
    case Criterion::Test::equals:
      return fmt::format("\"{}\"", criterion.value);
    case Criterion::Test::from_start:
      return fmt::format("\">=\"&{}", kYearStart);
    case Criterion::Test::before_start:
      return fmt::format("\"<\"&{}", kYearStart);
    case Criterion::Test::to_end:
      return fmt::format("\"<=\"&{}", kYearEnd);
    case Criterion::Test::after_end:
      return fmt::format("\">\"&{}", kYearEnd);
    case Criterion::Test::empty:
      return "\"\"";
    case Criterion::Test::above_zero:
      break;
  }
  return "\">0\"";
}

std::string term_of(const RecordTerm& term, const LedgerSheet& ledger) {
  std::string inside;
  if (term.measure) inside = ledger.columns[*term.measure].name;
  for (const Criterion& criterion : term.criteria) {
    if (!inside.empty()) inside += ',';
    inside += ledger.columns[criterion.column].name + ',' + test_of(criterion);
  }
  return fmt::format("{}({})", term.measure ? "SUMIFS" : "COUNTIFS", inside);
}

}  // namespace

std::string record_formula(const FigureFormula& formula,
                           const std::vector<LedgerSheet>& ledgers,
                           const std::vector<std::string>& inputs,
                           int decimals) {
  std::string sum;
  for (const std::size_t input : formula.inputs) {
    sum += (sum.empty() ? "" : "+") + inputs[input];
  }
  for (const RecordTerm& term : formula.terms) {
    if (term.sign < 0) {
      sum += '-';
    } else if (!sum.empty()) {
      sum += '+';
    }
    sum += term_of(term, ledgers[term.ledger]);
  }
  if (sum.empty()) sum = "0";
  if (formula.divide_by_power_of_ten > 0) {
    std::string divisor = "1";
    divisor.append(static_cast<std::size_t>(formula.divide_by_power_of_ten),
                   '0');
    sum = fmt::format("({})/{}", sum, divisor);
  }
  return decimals < 0 ? sum : fmt::format("ROUND({},{})", sum, decimals);
}

}  // namespace gov_report
