// grid.h - questions every writer asks about the grid of a table.
//
//   in      a TableBlock whose cells lie inside its rows and columns and do
//           not overlap; validate_grid() says so
//   units   rows and columns count from 0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace gov_report {

/// Throws std::invalid_argument with the table's id and the place if a cell
/// leaves the grid, overlaps another or is out of order. Such a table would
/// give a damaged file, so no writer starts on it.
void validate_grid(const TableBlock& table);

/// A piece of a cell's text in one face.
struct Piece {
  std::string text;
  bool hint = false;
};
/// The text of a cell cut at its `hint_part`; no empty pieces.
std::vector<Piece> pieces_of(const TableCell& cell);

/// Whether labels stand at the left edge. They do where labels form a tree
/// (some span rows) so that items line up; a single column is centred.
bool labels_at_left(const TableBlock& table);

/// Left edge for item labels of a tree and for notes in the corner.
bool at_left(const TableCell& cell, bool labels_left);

/// Rows of the grid at which a group of rows starts: a title in the first
/// column, or the first row after the header. No span crosses such a line.
std::vector<int> group_starts(const TableBlock& table);

/// `widths` scaled to `total`, whole units, nothing lost by rounding. Equal
/// columns if the table names none.
std::vector<int> column_widths(const TableBlock& table, int total);

/// Lines that `text` takes in a cell `width` columns of display wide.
int line_count(std::string_view text, int width);

/// All runs of a paragraph as one text.
std::string plain_text(const std::vector<Run>& runs);

}  // namespace gov_report
