#include "import/xlsx_formulas.h"

#include <algorithm>

#include "base/ascii.h"
#include "import/office_parts.h"

namespace gov_report {
namespace {

constexpr std::size_t kMostFormulas = 20'000;
constexpr std::size_t kMostSteps = 1'000'000;  // cells looked at

bool is_of_name(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (c >= '0' && c <= '9') || c == '.' || c == '_';
}

bool is_number_in(const CellGrid& grid, int row, int column) {
  const TextCell* cell = grid.at(row, column);
  return cell != nullptr &&
         cell->text.find_first_of("123456789") != std::string::npos;
}

/// Between two places, in a row or column or block; so too where no steps are
/// left to say.
bool is_any_number(const CellGrid& grid, std::pair<int, int> first,
                   std::pair<int, int> last, std::size_t& steps) {
  const int rows = std::min(last.first, grid.rows - 1);
  const int columns = std::min(last.second, grid.columns - 1);
  for (int row = first.first; row <= rows; ++row) {
    for (int column = first.second; column <= columns; ++column) {
      if (steps == 0) return true;
      --steps;
      if (is_number_in(grid, row, column)) return true;
    }
  }
  return false;
}

/// Whether it is about a cell of this sheet that has a number which is not 0.
bool is_about_number(std::string_view formula, const CellGrid& grid,
                     std::size_t& steps) {
  if (formula.find('!') != std::string_view::npos) return false;
  std::optional<std::pair<int, int>> first;
  for (std::size_t at = 0; at < formula.size();) {
    std::size_t end = at;
    while (end < formula.size() && is_of_name(formula[end])) ++end;
    const auto place = place_of(formula.substr(at, end - at));
    if (place && is_any_number(grid, first.value_or(*place), *place, steps)) {
      return true;
    }
    first.reset();
    const bool range = end < formula.size() && formula[end] == ':';
    if (range) first = place;
    at = end + 1;
  }
  return false;
}

}  // namespace

std::optional<std::pair<int, int>> place_of(std::string_view name) {
  int column = 0;
  std::size_t at = 0;
  for (; at < name.size() && is_ascii_letter(name[at]); ++at) {
    column = column * 26 + (small_letter(name[at]) - 'a' + 1);
    if (column > 20'000) return std::nullopt;
  }
  const int row = number_or(name.substr(at), 0);
  if (at == 0 || row < 1) return std::nullopt;
  return std::pair(row - 1, column - 1);
}

void SheetFormulas::add(std::pair<int, int> place, std::string formula,
                        std::string_view result) {
  any_other_ = any_other_ || result != "0";
  if (any_other_) return;
  places_.insert(place);
  too_many_ = formulas_.size() >= kMostFormulas;
  if (too_many_) return;
  std::erase(formula, '$');
  formulas_.push_back(std::move(formula));
}

bool SheetFormulas::may_be_wrong(const CellGrid& grid) const {
  std::size_t steps = kMostSteps;
  return too_many_ ||
         std::ranges::any_of(formulas_, [&](const std::string& formula) {
           return is_about_number(formula, grid, steps);
         });
}

void SheetFormulas::doubt(CellGrid& grid) const {
  for (TextCell& cell : grid.cells) {
    const bool here = places_.contains(std::pair(cell.row, cell.column));
    if (here) cell.doubt = CellDoubt::uncalculated;
  }
}

}  // namespace gov_report
