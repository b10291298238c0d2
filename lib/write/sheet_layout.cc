#include "write/sheet_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "base/text.h"
#include "write/grid.h"
#include "write/xml.h"

namespace gov_report {
namespace {

constexpr int kLine = 57;     // 14.25 points for a line of 10.5 point text
constexpr int kPadding = 18;  // above and below

// Tenths of a display column across the page.
constexpr int kPortrait = 880;
constexpr int kLandscape = 1320;

int spanned_width(const TableCell& cell, const std::vector<int>& widths) {
  auto first = widths.begin() + cell.column;
  return std::accumulate(first, first + cell.column_span, 0);
}

bool has_check(const CheckRow& row, int column) {
  return std::any_of(
      row.checks.begin(), row.checks.end(),
      [&](const TableCheck* check) { return check->column == column; });
}

}  // namespace

int sheet_width(const TableBlock& table) {
  return table.landscape ? 132 : 88;
}

std::vector<int> sheet_column_widths(const TableBlock& table) {
  std::vector<int> widths =
      column_widths(table, table.landscape ? kLandscape : kPortrait);
  for (const TableCell& cell : table.cells) {
    int& width = widths[static_cast<std::size_t>(cell.column)];
    if (cell.number && cell.column_span == 1)
      width =
          std::max(width, static_cast<int>(display_width(cell.text)) * 10 + 20);
  }
  return widths;
}

int text_height(std::string_view text, int width) {
  return line_count(text, (width - 10) / 10) * kLine + kPadding;
}

std::vector<int> sheet_row_heights(const TableBlock& table,
                                   const std::vector<int>& widths) {
  std::vector<int> heights(static_cast<std::size_t>(table.rows),
                           kLine + kPadding);
  std::vector<const TableCell*> cells;
  for (const TableCell& cell : table.cells) cells.push_back(&cell);
  // Cells over several rows last: they need only what the rows do not give.
  std::stable_sort(cells.begin(), cells.end(),
                   [](const TableCell* a, const TableCell* b) {
                     return a->row_span < b->row_span;
                   });
  for (const TableCell* cell : cells) {
    auto first = heights.begin() + cell->row;
    int have = std::accumulate(first, first + cell->row_span, 0);
    int need = text_height(cell->text, spanned_width(*cell, widths));
    if (need > have) *(first + cell->row_span - 1) += need - have;
  }
  return heights;
}

std::vector<CheckRow> check_rows(const TableBlock& table) {
  std::vector<CheckRow> rows;
  for (const TableCheck& check : table.checks) {
    auto same = std::find_if(rows.begin(), rows.end(), [&](const CheckRow& r) {
      return r.checks.front()->label == check.label &&
             !has_check(r, check.column);
    });
    if (same != rows.end()) {
      same->checks.push_back(&check);
    } else {
      rows.emplace_back().checks.push_back(&check);
    }
  }
  int next = kSheetTop + table.rows + static_cast<int>(table.notes.size()) + 1;
  for (CheckRow& row : rows) {
    int left = table.columns;
    for (const TableCheck* check : row.checks)
      left = std::min(left, check->column);
    row.label_row = next;
    row.label_columns = left > 0 ? left : table.columns;
    row.row = left > 0 ? next : ++next;
    ++next;
  }
  return rows;
}

std::string sheet_name(std::string_view wanted,
                       const std::vector<std::string>& taken) {
  std::string name;
  for (char c : xml_characters(wanted))
    if (std::string_view("[]:*?/\\'\n\t").find(c) == std::string_view::npos)
      name += c;
  if (name.empty()) name = fmt::format("{}", taken.size() + 1);
  const std::string stem = name;
  for (std::size_t i = 2;; ++i) {
    if (std::find(taken.begin(), taken.end(), name) == taken.end() &&
        character_count(name) <= 31)
      return name;
    name = fmt::format("{}-{}", first_characters(stem, 27), i);
  }
}

}  // namespace gov_report
