#include "write/html_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "write/grid.h"
#include "write/xml.h"

namespace gov_report {
namespace {

using Role = TableCell::Role;

struct Target {
  std::string& out;
  const TableBlock& table;
  bool page;
  bool labels_left;
};

std::string_view scope_of(const TableCell& cell) {
  switch (cell.role) {
    case Role::title:
      return "rowgroup";
    case Role::header:
      return cell.column_span > 1 ? "colgroup" : "col";
    case Role::label:
      return cell.row_span > 1 ? "rowgroup" : "row";
    case Role::corner:
    case Role::figure:
      break;
  }
  return "";
}

// A line break inside a cell would read as the end of a row in plain text.
std::string cell_text(std::string_view text) {
  std::string out;
  for (char c : xml_escaped(text)) {
    if (c == '\n') {
      out += "<br>";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view class_of(const TableCell& cell, bool labels_left) {
  if (cell.role == Role::title) return "title";
  return at_left(cell, labels_left) ? "left" : "";
}

// On a page the mark leads to its note.
void append_marks(Target target, const TableCell& cell) {
  if (cell.mark.empty()) return;
  if (!target.page) {
    target.out += fmt::format("<sup>{}</sup>", xml_escaped(cell.mark));
    return;
  }
  target.out += "<sup class=\"mark\">";
  for (std::size_t i = 0; i < target.table.notes.size(); ++i) {
    const TableNote& note = target.table.notes[i];
    if (note.cell != cell.id) continue;
    target.out += fmt::format("<a href=\"#{}\">{}</a>",
                              xml_escaped(note_anchor(target.table, i + 1)),
                              xml_escaped(note.mark));
  }
  target.out += "</sup>";
}

void append_cell(Target target, const TableCell& cell) {
  std::string& out = target.out;
  std::string_view scope = scope_of(cell);
  std::string_view tag = scope.empty() ? "td" : "th";
  out += fmt::format("<{}", tag);
  if (!scope.empty()) out += fmt::format(" scope=\"{}\"", scope);
  if (cell.row_span > 1) out += fmt::format(" rowspan=\"{}\"", cell.row_span);
  if (cell.column_span > 1)
    out += fmt::format(" colspan=\"{}\"", cell.column_span);
  if (target.page) {
    std::string_view name = class_of(cell, target.labels_left);
    if (!name.empty()) out += fmt::format(" class=\"{}\"", name);
    if (!cell.id.empty())
      out += fmt::format(" data-cell=\"{}\"", xml_escaped(cell.id));
  }
  out += '>';
  for (const Piece& piece : pieces_of(cell)) {
    std::string text = cell_text(piece.text);
    bool marked = piece.hint && target.page;
    out += marked ? fmt::format("<span class=\"hint\">{}</span>", text) : text;
  }
  append_marks(target, cell);
  out += fmt::format("</{}>", tag);
}

void append_columns(std::string& out, const TableBlock& table) {
  out += "<colgroup>";
  for (int width : column_widths(table, 1000)) {
    out += fmt::format("<col style=\"width:{}.{}%\">", width / 10, width % 10);
  }
  out += "</colgroup>\n";
}

}  // namespace

std::string note_anchor(const TableBlock& table, std::size_t number) {
  return fmt::format("{}-note-{}", table.id, number);
}

std::string html_table(const TableBlock& table, HtmlTableStyle style) {
  std::string out = "<table>\n";
  Target target{out, table, style == HtmlTableStyle::page,
                labels_at_left(table)};
  if (target.page) {
    out = fmt::format("<table aria-label=\"{}\">\n", xml_escaped(table.name));
    append_columns(out, table);
  }
  const std::vector<int> starts = group_starts(table);
  std::string_view open;
  auto cell = table.cells.begin();
  for (int row = 0; row < table.rows; ++row) {
    bool group = std::find(starts.begin(), starts.end(), row) != starts.end();
    if (row == 0 || group) {
      if (!open.empty()) out += fmt::format("</{}>\n", open);
      open = row < table.header_rows ? "thead" : "tbody";
      out += fmt::format("<{}>\n", open);
    }
    out += "<tr>";
    for (; cell != table.cells.end() && cell->row == row; ++cell)
      append_cell(target, *cell);
    out += "</tr>\n";
  }
  if (!open.empty()) out += fmt::format("</{}>\n", open);
  out += "</table>\n";
  return out;
}

}  // namespace gov_report
