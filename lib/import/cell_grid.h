// cell_grid.h - a table of any file as a grid: cells with their spans and
// texts. Nothing has a meaning yet.
//
//   units   rows and columns count from 0
//   limits  kGridRows, kGridColumns, kGridCells; what goes beyond is cut off
//           and said

#pragma once

#include <string>
#include <vector>

#include "base/finding.h"

namespace gov_report {

inline constexpr int kGridRows = 4000;
inline constexpr int kGridColumns = 400;
inline constexpr std::size_t kGridCells = 200'000;

/// What ended the reading of a page or table before its end.
enum class ReadLimit {
  none,
  grid_size,   ///< kGridRows, kGridColumns
  grid_cells,  ///< kGridCells
  sheet_text,  ///< of the cells of a sheet
  html_depth,
  no_address  ///< cells of a sheet that do not say where they stand
};

/// Notes a limit that was met; the first stays.
inline void meet(ReadLimit& met, ReadLimit limit) {
  if (met == ReadLimit::none) met = limit;
}

/// Why what a file holds in a cell is the figure of none.
enum class CellDoubt {
  none,
  twice,        ///< two cells stand there, which differ; the text is of both
  unreadable,   ///< something stands there whose text is not in the cell
  uncalculated  ///< a formula without a stored result
};

struct TextCell {
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  std::string text;
  Position at = {};  ///< in the file; no line: not known
  CellDoubt doubt = CellDoubt::none;
};

struct CellGrid {
  std::string name;  ///< of a sheet; empty: none
  int rows = 0;
  int columns = 0;
  std::vector<TextCell> cells;  ///< by row, then column
  bool cut = false;  ///< something lay beyond the limits, if only a span
  ReadLimit lost = ReadLimit::none;  ///< cells lay there, and are not here

  /// The cell that starts there; nullptr if none does.
  const TextCell* at(int row, int column) const;
};

/// Lays cells out as HTML does: each takes the next free place of its row.
class CellGridBuilder {
 public:
  void start_row();
  /// A span below 1 counts as 1.
  void add(int row_span, int column_span, std::string text, Position at = {},
           CellDoubt doubt = CellDoubt::none);
  CellGrid take();

 private:
  CellGrid grid_;
  int row_ = -1;
  int column_ = 0;
  std::vector<int> taken_to_;  // by column: the first row that is free again
};

/// Where importing a file ended; words are put to it by rule output-unreadable.
struct ReadFault {
  std::string variant;  ///< empty: none
  std::string detail;
};

}  // namespace gov_report
