#include "write/openxml.h"

#include <fmt/format.h>

#include <cstddef>
#include <numeric>
#include <vector>

#include "base/text.h"
#include "write/grid.h"
#include "write/xml.h"

namespace gov_report {
namespace {

using Role = TableCell::Role;

// Up to this many rows a table is kept on one page: it has no header to
// repeat, or is over before a reader misses it.
constexpr int kShortTable = 20;
// From this many columns on, text is set a size smaller.
constexpr int kManyColumns = 8;

constexpr std::string_view kBorders = "top left bottom right insideH insideV";

struct Layout {
  const TableBlock& table;
  std::vector<int> widths;
  std::vector<const TableCell*> covered_by;  // by place; null where no cell is
  bool labels_left;

  const TableCell* at(int row, int column) const {
    return covered_by[static_cast<std::size_t>(row * table.columns + column)];
  }
  int width(int column, int span) const {
    auto first = widths.begin() + column;
    return std::accumulate(first, first + span, 0);
  }
};

Layout lay_out(const TableBlock& table, int width) {
  Layout layout{table, column_widths(table, width), {}, labels_at_left(table)};
  layout.covered_by.resize(static_cast<std::size_t>(table.rows) *
                           static_cast<std::size_t>(table.columns));
  for (const TableCell& cell : table.cells)
    for (int row = cell.row; row < cell.row + cell.row_span; ++row)
      for (int i = 0; i < cell.column_span; ++i)
        layout.covered_by[static_cast<std::size_t>(row * table.columns +
                                                   cell.column + i)] = &cell;
  return layout;
}

std::string borders() {
  std::string out = "<w:tblBorders>";
  for (std::size_t at = 0; at < kBorders.size();) {
    std::size_t end = std::min(kBorders.find(' ', at), kBorders.size());
    out += fmt::format(
        "<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>",
        kBorders.substr(at, end - at));
    at = end + 1;
  }
  return out + "</w:tblBorders>";
}

bool is_small(const TableBlock& table) {
  return table.columns >= kManyColumns;
}

// Narrow columns need their width for text, long tables their height.
std::string cell_margins(const TableBlock& table) {
  if (!is_small(table)) return "";
  int height = table.rows <= kShortTable ? 80 : 20;
  // A table that fills its page makes room for its notes.
  if (height == 20 && !table.notes.empty())
    height = table.notes.size() == 1 ? 8 : 0;
  return fmt::format(
      "<w:tblCellMar><w:top w:w=\"{0}\" w:type=\"dxa\"/>"
      "<w:left w:w=\"40\" w:type=\"dxa\"/>"
      "<w:bottom w:w=\"{0}\" w:type=\"dxa\"/>"
      "<w:right w:w=\"40\" w:type=\"dxa\"/></w:tblCellMar>",
      height);
}

std::string properties(const Layout& layout) {
  const TableBlock& table = layout.table;
  std::string out = fmt::format(
      "<w:tblPr><w:tblStyle w:val=\"Table\"/>"
      "<w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>{}"
      "<w:tblLayout w:type=\"fixed\"/>{}</w:tblPr><w:tblGrid>",
      layout.width(0, table.columns), borders(), cell_margins(table));
  for (int width : layout.widths)
    out += fmt::format("<w:gridCol w:w=\"{}\"/>", width);
  return out + "</w:tblGrid>";
}

std::string runs_of(const TableCell& cell) {
  bool head = cell.role == Role::title || cell.role == Role::header;
  std::string out;
  for (const Piece& piece : pieces_of(cell)) {
    std::string_view face = piece.hint ? "TableHint" : head ? "TableHead" : "";
    out += "<w:r><w:rPr>";
    if (!face.empty()) out += fmt::format("<w:rStyle w:val=\"{}\"/>", face);
    out += "<w:rFonts w:hint=\"eastAsia\"/></w:rPr>";
    out += "<w:t xml:space=\"preserve\">";
    for (char c : xml_escaped(piece.text)) {
      if (c == '\n') {
        out += "</w:t><w:br/><w:t xml:space=\"preserve\">";
      } else {
        out += c;
      }
    }
    out += "</w:t></w:r>";
  }
  if (!cell.mark.empty()) {
    out += fmt::format(
        "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/>"
        "<w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{}</w:t></w:r>",
        xml_escaped(cell.mark));
  }
  return out;
}

// `cell` is null at a place that no cell covers; `row` is not its first row
// where it continues.
std::string cell_xml(const Layout& layout, const TableCell* cell, int row,
                     int column, bool keep_with_next) {
  int span = cell ? cell->column_span : 1;
  std::string out = fmt::format(
      "<w:tc><w:tcPr><w:tcW w:w=\"{}\" "
      "w:type=\"dxa\"/>",
      layout.width(column, span));
  if (span > 1) out += fmt::format("<w:gridSpan w:val=\"{}\"/>", span);
  bool first = cell && cell->row == row;
  if (cell && cell->row_span > 1)
    out += first ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
  out += "<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr>";
  out += fmt::format(
      "<w:pStyle w:val=\"{}\"/>",
      layout.table.columns >= kManyColumns ? "TableTextSmall" : "TableText");
  if (keep_with_next) out += "<w:keepNext/>";
  if (cell && at_left(*cell, layout.labels_left))
    out += "<w:jc w:val=\"left\"/>";
  out += "</w:pPr>";
  if (first) out += runs_of(*cell);
  return out + "</w:p></w:tc>";
}

std::string row_xml(const Layout& layout, int row) {
  const TableBlock& table = layout.table;
  // The last row stays with the notes under it.
  bool last = row + 1 == table.rows;
  bool keep = last ? !table.notes.empty() : table.rows <= kShortTable;
  std::string out = "<w:tr><w:trPr><w:cantSplit/>";
  if (row < table.header_rows) out += "<w:tblHeader/>";
  out += "</w:trPr>";
  for (int column = 0; column < table.columns;) {
    const TableCell* cell = layout.at(row, column);
    out += cell_xml(layout, cell, row, column, keep);
    column += cell ? cell->column_span : 1;
  }
  return out + "</w:tr>";
}

}  // namespace

std::string openxml_table(const TableBlock& table, int width) {
  const Layout layout = lay_out(table, width);
  std::string out = "<w:tbl>" + properties(layout);
  for (int row = 0; row < table.rows; ++row) out += row_xml(layout, row);
  return out + "</w:tbl>";
}

std::string openxml_notes(const TableBlock& table) {
  // Letters of 10.5 points: all notes begin where the first one does.
  const std::size_t indent = display_width(table.notes_lead) * 105;
  std::string out;
  for (const TableNote& note : table.notes) {
    const bool first = &note == &table.notes.front();
    out += fmt::format(
        "<w:p><w:pPr><w:pStyle w:val=\"TableNote\"/><w:ind w:left=\"{0}\" "
        "w:hanging=\"{1}\"/></w:pPr><w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/>"
        "</w:rPr><w:t xml:space=\"preserve\">{2}{3}{4}</w:t></w:r></w:p>",
        indent, first ? indent : 0, first ? xml_escaped(table.notes_lead) : "",
        xml_escaped(note.mark), xml_escaped(note.text));
  }
  return out;
}

std::string openxml_letter_line(std::string_view text, bool at_right) {
  constexpr std::string_view kFlush =
      "<w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>";
  constexpr std::string_view kSignature =
      "<w:keepNext/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\" "
      "w:rightChars=\"200\" w:right=\"640\"/><w:jc w:val=\"right\"/>";
  return fmt::format(
      "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/>{}</w:pPr><w:r><w:t "
      "xml:space=\"preserve\">{}</w:t></w:r></w:p>",
      at_right ? kSignature : kFlush, xml_escaped(text));
}

std::string openxml_section_end(PageShape shape) {
  std::string_view page =
      shape == PageShape::portrait
          ? "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" "
            "w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\" "
            "w:header=\"1100\" w:footer=\"1400\" w:gutter=\"0\"/>"
          : "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
            "<w:pgMar w:top=\"1304\" w:right=\"1134\" w:bottom=\"1134\" "
            "w:left=\"1134\" w:header=\"600\" w:footer=\"600\" "
            "w:gutter=\"0\"/>";
  return fmt::format(
      "<w:p><w:pPr><w:pStyle w:val=\"SectionEnd\"/><w:sectPr>"
      "<w:headerReference w:type=\"default\" r:id=\"rId9\"/>"
      "<w:headerReference w:type=\"even\" r:id=\"rId10\"/>"
      "<w:footerReference w:type=\"default\" r:id=\"rId11\"/>"
      "<w:footerReference w:type=\"even\" r:id=\"rId12\"/>{}"
      "</w:sectPr></w:pPr></w:p>",
      page);
}

}  // namespace gov_report
