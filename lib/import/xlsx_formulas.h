// xlsx_formulas.h - results of formulas that a program stored without working
// them out: 0 in all of them, to be calculated when the workbook is opened.

#pragma once

#include <optional>
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
  /// One is about a cell of its sheet that has a number which is not 0.
  bool is_any_wrong(const CellGrid& grid) const;
  void doubt(CellGrid& grid) const;

 private:
  struct Formula {
    std::pair<int, int> place;
    std::string text;
  };
  std::vector<Formula> formulas_;
  bool any_other_ = false;
};

}  // namespace gov_report
