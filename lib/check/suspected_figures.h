// suspected_figures.h - figures that a broken equation may be due to, and what
// the text says of them: where the text gives the figure with which the
// equation would hold, the figure is wrong and the text is not.
//
//   in      findings that explain_totals() has explained, with their candidates
//   out     statements of the text among the consequences of such a finding;
//           its candidates with those that the text confirms in front

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "schema/claim_format.h"
#include "tally/table.h"

namespace gov_report {

class SuspectedFigures {
 public:
  /// REQUIRES: both stay; nothing is added to the findings.
  SuspectedFigures(const Table& table, std::vector<Finding>& findings);

  /// Takes a statement about `sum`, which is `value` in the table, if it
  /// `fits` the sum after one of the changes; false: after none.
  bool take(const ClaimSum& sum, Decimal value,
            const std::function<bool(Decimal)>& fits, Finding& statement);
  /// At the end: the candidates that statements confirm come first.
  void put_in_order();

 private:
  struct Shift {
    CellIndex cell = 0;
    Decimal by;
  };
  struct Candidate {
    std::size_t finding = 0;
    std::size_t number = 0;  ///< among those of the finding
    std::vector<Shift> shifts;
    bool confirmed = false;
  };

  void add_shift(const Finding& candidate, const std::string& prefix,
                 std::vector<Shift>& shifts) const;
  Decimal shift_of(const ClaimSum& sum, const Candidate& candidate) const;
  /// How often the sum of a figure's parts contains a cell.
  int times_in(CellIndex whole, CellIndex cell) const;

  const Table& table_;
  std::vector<Finding>& findings_;
  std::vector<Candidate> candidates_;
};

}  // namespace gov_report
