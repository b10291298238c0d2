// xlsx_formulas.h - results of formulas that a program stored without working
// them out: 0 in all of them, to be calculated when the workbook is opened.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/cell_grid.h"

namespace gov_report {

/// "AB12" as row and column from 0; nullopt for anything else.
std::optional<std::pair<int, int>> place_of(std::string_view name);

/// The formulas of a sheet.
class SheetFormulas {
 public:
  /// `result`: as it is stored, a number or a text.
  void add(std::pair<int, int> place, std::string formula,
           std::string_view result);

  bool are_all_zero() const { return !any_other_; }
  /// One is about a cell of its sheet that has a number which is not 0, or
  /// there are too many to say.
  bool may_be_wrong(const CellGrid& grid) const;
  void doubt(CellGrid& grid) const;

 private:
  std::vector<std::string> formulas_;
  std::set<std::pair<int, int>> places_;
  bool too_many_ = false;
  bool any_other_ = false;
};

}  // namespace gov_report
