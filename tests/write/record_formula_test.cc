#include "write/record_formula.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

using Is = Criterion::Test;

const std::vector<LedgerSheet> kLedgers = {
    {"台账",
     {{"cases_row", "", LedgerColumn::Kind::number, true},
      {"cases_date", "", LedgerColumn::Kind::date, false},
      {"cases_class_id", "", LedgerColumn::Kind::text, true},
      {"cases_amount", "", LedgerColumn::Kind::number, false}}}};

TEST_CASE("record formula: what a spreadsheet is asked") {
  struct Case {
    FigureFormula formula;
    int decimals;
    std::string text;
  };
  const std::vector<Criterion> in_year = {{1, Is::from_start, {}},
                                          {1, Is::to_end, {}}};
  const std::vector<Case> cases = {
      {{{}, {{1, 0, {}, {{2, Is::equals, "a.b"}}}}, 0},
       -1,
       "COUNTIFS(cases_class_id,\"a.b\")"},
      {{{}, {{1, 0, 3, in_year}}, 4},
       6,
       "ROUND((SUMIFS(cases_amount,cases_date,\">=\"&year_start,"
       "cases_date,\"<=\"&year_end))/10000,6)"},
      {{{0, 1}, {{-1, 0, {}, {{1, Is::before_start, {}}}}}, 0},
       -1,
       "'数'!$D$2+'数'!$D$3-COUNTIFS(cases_date,\"<\"&year_start)"},
      {{{},
        {{1, 0, {}, {{1, Is::empty, {}}, {0, Is::above_zero, {}}}},
         {1, 0, {}, {{1, Is::after_end, {}}}}},
        0},
       -1,
       "COUNTIFS(cases_date,\"\",cases_row,\">0\")+"
       "COUNTIFS(cases_date,\">\"&year_end)"},
      {{{}, {}, 0}, -1, "0"},
  };
  for (const Case& one : cases) {
    CHECK(record_formula(one.formula, kLedgers, {"'数'!$D$2", "'数'!$D$3"},
                         one.decimals) == one.text);
  }
}

}  // namespace
}  // namespace gov_report
