// statutory_grid.h - the three tables as the model forms print them.
//
// Typed in from the forms, cell by cell, not from schemas/: what a program
// prints is held against it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/figures.h"

namespace gov_report::test {

/// A cell with its place, counted from 0, and what is printed in it, without
/// blanks and line breaks.
struct Placed {
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  std::string text;
};

struct Grid {
  int rows = 0;
  int columns = 0;
  std::vector<Placed> cells;  ///< by row, then column
};

/// Puts cells down row by row as HTML does: each at the first free place.
class GridBuilder {
 public:
  void start_row();
  void add(int row_span, int column_span, std::string text);
  Grid take();

 private:
  bool is_free(int column) const;

  Grid grid_;
  int row_ = -1;
  int column_ = 0;
  std::vector<std::vector<bool>> taken_;
};

/// A grid from lines of cells, "label c2 r3 | #cell.id | …": cN spans columns,
/// rN rows, #id is a figure of `figures` under `prefix`.
Grid grid_from_text(std::string_view text, const std::string& prefix,
                    const Figures& figures);

/// disclosures, applications or disputes of cn-2019 or cn-2021, with figures.
Grid statutory_grid(std::string_view table, std::string_view format,
                    const Figures& figures);

/// The first places where two grids differ, in words; empty if equal.
std::string differences(const Grid& found, const Grid& expected);

}  // namespace gov_report::test
