#include "write/terminal.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace gov_report {
namespace {

using Role = TableCell::Role;

bool covers_column(const TableCell& cell, int column) {
  return cell.column <= column && column < cell.column + cell.column_span;
}
bool covers_row(const TableCell& cell, int row) {
  return cell.row <= row && row < cell.row + cell.row_span;
}

/// The heads above a figure, outermost first, of the nearest header block.
std::vector<const TableCell*> heads_of(const TableBlock& table,
                                       const TableCell& figure) {
  std::vector<const TableCell*> heads;
  for (const TableCell& cell : table.cells) {
    if (cell.row >= figure.row) break;
    if (cell.role == Role::title) heads.clear();
    if (cell.role == Role::header && covers_column(cell, figure.column)) {
      heads.push_back(&cell);
    }
  }
  return heads;
}

/// The innermost label left of a figure; empty if it has none.
std::string label_of(const TableBlock& table, const TableCell& figure) {
  std::string label;
  for (const TableCell& cell : table.cells) {
    if (cell.role == Role::label && covers_row(cell, figure.row)) {
      label = cell.text;
    }
  }
  return label;
}

struct Line {
  std::string label;
  std::vector<std::string> heads;
  std::vector<std::string> figures;
};

std::vector<Line> lines_of(const TableBlock& table) {
  std::vector<Line> lines;
  int row = -1;
  std::string last_label;
  for (const TableCell& cell : table.cells) {
    if (cell.role != Role::figure) continue;
    const auto heads = heads_of(table, cell);
    std::string label = label_of(table, cell);
    if (label.empty() && heads.size() > 1) {
      for (const TableCell* head : heads) {
        if (head != heads.back()) label = head->text;
      }
    }
    if (cell.row != row || label != last_label)
      lines.push_back({label, {}, {}});
    row = cell.row;
    last_label = label;
    lines.back().heads.push_back(heads.empty() ? "" : heads.back()->text);
    lines.back().figures.push_back(cell.text.empty() ? "-" : cell.text);
  }
  return lines;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::size_t own = display_width(text);
  const std::string blanks(width > own ? width - own : 0, ' ');
  return right ? blanks + text : text + blanks;
}

}  // namespace

std::string terminal_table(const TableBlock& table) {
  const std::vector<Line> lines = lines_of(table);
  std::size_t label_width = 0;
  for (const Line& line : lines) {
    label_width = std::max(label_width, display_width(line.label));
  }
  std::string text;
  const std::vector<std::string>* heads = nullptr;
  std::vector<std::size_t> widths;
  for (const Line& line : lines) {
    if (heads == nullptr || *heads != line.heads) {
      heads = &line.heads;
      widths.clear();
      for (const std::string& head : *heads) {
        std::size_t width = display_width(head);
        for (const Line& other : lines) {
          if (other.heads != *heads) continue;
          width = std::max(width, display_width(other.figures[widths.size()]));
        }
        widths.push_back(width);
      }
      text += padded("", label_width, false);
      for (std::size_t i = 0; i < widths.size(); ++i) {
        text += "  " + padded((*heads)[i], widths[i], true);
      }
      text += "\n";
    }
    text += padded(line.label, label_width, false);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      text += "  " + padded(line.figures[i], widths[i], true);
    }
    text += "\n";
  }
  return text;
}

}  // namespace gov_report
