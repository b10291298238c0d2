#include "write/grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <stdexcept>

#include "base/text.h"

namespace gov_report {

void validate_grid(const TableBlock& table) {
  std::vector<char> taken(static_cast<std::size_t>(table.rows) *
                          static_cast<std::size_t>(table.columns));
  auto refuse = [&](const TableCell& cell, std::string_view why) {
    throw std::invalid_argument(fmt::format("table {}: cell {},{} {}", table.id,
                                            cell.row, cell.column, why));
  };
  const TableCell* before = nullptr;
  for (const TableCell& cell : table.cells) {
    if (cell.row < 0 || cell.column < 0 || cell.row_span < 1 ||
        cell.column_span < 1 || cell.row + cell.row_span > table.rows ||
        cell.column + cell.column_span > table.columns)
      refuse(cell, "leaves the grid");
    if (before && std::pair(before->row, before->column) >=
                      std::pair(cell.row, cell.column))
      refuse(cell, "is out of order");
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int i = 0; i < cell.column_span; ++i) {
        char& place = taken[static_cast<std::size_t>(row * table.columns +
                                                     cell.column + i)];
        if (place) refuse(cell, "overlaps another");
        place = 1;
      }
    }
    before = &cell;
  }
}

std::vector<Piece> pieces_of(const TableCell& cell) {
  std::vector<Piece> pieces;
  auto add = [&](std::string text, bool hint) {
    if (!text.empty()) pieces.push_back({std::move(text), hint});
  };
  std::size_t at = cell.hint_part.empty() ? std::string::npos
                                          : cell.text.find(cell.hint_part);
  if (cell.hint || at == std::string::npos) {
    add(cell.text, cell.hint);
    return pieces;
  }
  add(cell.text.substr(0, at), false);
  add(cell.hint_part, true);
  add(cell.text.substr(at + cell.hint_part.size()), false);
  return pieces;
}

bool labels_at_left(const TableBlock& table) {
  return std::any_of(
      table.cells.begin(), table.cells.end(), [](const TableCell& cell) {
        return cell.role == TableCell::Role::label && cell.row_span > 1;
      });
}

bool at_left(const TableCell& cell, bool labels_left) {
  if (cell.role == TableCell::Role::corner) return cell.hint;
  return cell.role == TableCell::Role::label && labels_left &&
         cell.row_span == 1;
}

std::vector<int> group_starts(const TableBlock& table) {
  std::vector<int> starts;
  for (const TableCell& cell : table.cells) {
    int row = cell.row;
    bool starts_group =
        row == table.header_rows ||
        (row > table.header_rows && cell.role == TableCell::Role::title);
    bool crossed = std::any_of(
        table.cells.begin(), table.cells.end(), [&](const TableCell& other) {
          return other.row < row && other.row + other.row_span > row;
        });
    if (cell.column == 0 && starts_group && !crossed) starts.push_back(row);
  }
  return starts;
}

std::vector<int> column_widths(const TableBlock& table, int total) {
  std::size_t columns = static_cast<std::size_t>(table.columns);
  std::vector<int> widths = table.widths;
  widths.resize(columns, widths.empty() ? 1 : 0);
  std::int64_t sum = 0;
  for (int& width : widths) sum += width = std::max(width, 1);
  if (sum == 0) return widths;  // no columns
  std::int64_t seen = 0;
  int placed = 0;
  for (int& width : widths) {
    seen += width;
    int edge = static_cast<int>(seen * total / sum);
    width = edge - placed;
    placed = edge;
  }
  return widths;
}

int line_count(std::string_view text, int width) {
  int lines = 0;
  std::size_t start = 0;
  while (true) {
    std::size_t end = std::min(text.find('\n', start), text.size());
    int columns =
        static_cast<int>(display_width(text.substr(start, end - start)));
    // A wide character that does not fit leaves half a place empty.
    int usable = std::max(width - width % 2, 2);
    lines += std::max(1, (columns + usable - 1) / usable);
    if (end == text.size()) return lines;
    start = end + 1;
  }
}

std::string plain_text(const std::vector<Run>& runs) {
  return std::accumulate(
      runs.begin(), runs.end(), std::string(),
      [](std::string text, const Run& run) { return text + run.text; });
}

}  // namespace gov_report
