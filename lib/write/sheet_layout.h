// sheet_layout.h - where things stand on the sheet of a table.
//
// Sheet row 0 is the title, the table's grid follows with its notes, then an
// empty row and the block of checks. All sizes are set beforehand, because not
// every program fits the height of merged cells when it opens a workbook.

#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"

namespace gov_report {

inline constexpr int kSheetTop = 1;  ///< sheet row of grid row 0

/// In tenths of a display column: the table's own widths, scaled to a printed
/// page of its shape, wider where a figure needs it.
std::vector<int> sheet_column_widths(const TableBlock& table);

/// In quarter points, one per grid row: enough for the text of every cell.
std::vector<int> sheet_row_heights(const TableBlock& table,
                                   const std::vector<int>& widths);
/// In quarter points, for `text` across `width` tenths of a display column.
int text_height(std::string_view text, int width);

/// Checks with the same label share a row of the check block.
struct CheckRow {
  int row = 0;        ///< sheet row of the values
  int label_row = 0;  ///< the row above if there is no room on the left
  int label_columns = 0;
  std::vector<const TableCheck*> checks;
};
std::vector<CheckRow> check_rows(const TableBlock& table);

/// `wanted`, or a name like it that every spreadsheet program accepts and that
/// is not in `taken`.
std::string sheet_name(std::string_view wanted,
                       const std::vector<std::string>& taken);

}  // namespace gov_report
