// grid_header.h - where the columns of a form begin in a table of a page, as
// its headers say it.
//
//   in      all header cells above the first row of a block
//   absent  no columns, where headers are missing, stand in another order or
//           twice

#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "import/form_rows.h"
#include "import/page_rows.h"

namespace gov_report {

/// The headers above the rows of one block in one table of the page.
struct GridHeader {
  static constexpr int kNoColumn = -1;  ///< the header does not have it

  /// Where each column of the form begins; empty: not known.
  std::vector<int> columns;
  int end = 0;            ///< behind the last of these headers
  std::size_t found = 0;  ///< how many of the form's headers are there
  /// Headers of the form are there that do not fit, as in another order.
  bool contradicts = false;
  /// If they do: from the first to the last that differ, as on the page and as
  /// in the form.
  std::string printed;
  std::string of_form;
  /// A header stands over several columns, in a cell for each.
  bool again = false;
  /// By column, if there are any: other headers share what is under its own, as
  /// those of two years.
  std::vector<bool> shared;
  /// Columns that the form does not have: [first, last).
  std::vector<std::pair<int, int>> extra;
  /// Headers in other words than those of the form, and of which column.
  std::vector<std::pair<const TextCell*, std::size_t>> others;
  /// All cells above with words that the form does not print.
  std::vector<const TextCell*> unknown;

  bool lacks(std::size_t column) const {
    return !columns.empty() && columns[column] == kNoColumn;
  }
  /// All columns are known.
  bool whole() const {
    return !columns.empty() &&
           std::ranges::find(columns, kNoColumn) == columns.end();
  }
  /// Its header stands there in the words of the form.
  bool is_exactly_above(std::size_t column) const {
    return !columns.empty() && columns[column] != kNoColumn &&
           std::ranges::none_of(
               others, [=](const auto& one) { return one.second == column; });
  }
  bool has_extra_from(int column) const {
    return std::ranges::any_of(
        extra, [=](const auto& one) { return one.first >= column; });
  }
};

/// One with its words.
struct HeaderCell {
  const TextCell* cell = nullptr;
  const Label* label = nullptr;
};

/// Header cells laid over the columns of the form, from left to right; all
/// of them, or none.
GridHeader grid_header(std::vector<HeaderCell> cells, const FormRow& form);

}  // namespace gov_report
