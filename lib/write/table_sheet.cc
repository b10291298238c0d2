#include "write/table_sheet.h"

#include <fmt/format.h>

#include <cstddef>
#include <numeric>

#include "base/text.h"
#include "write/grid.h"
#include "write/sheet_styles.h"

namespace gov_report {
namespace {

using Role = TableCell::Role;

constexpr const char* kHint = "KaiTi";
constexpr int kRowsOfPage = 30;

const SheetStyle kTitleStyle{kHeadFont, 28, SheetAlign::center, false};

/// What a spreadsheet can hold without rounding.
std::optional<Decimal> sheet_number(const TableCell& cell) {
  if (!cell.number || !fits_sheet(*cell.number)) return std::nullopt;
  return cell.number;
}

}  // namespace

SheetPlace sheet_place(const TableCell& cell) {
  return {kSheetTop + cell.row, cell.column};
}

TableSheet::TableSheet(XlsxSheet sheet, const TableBlock& table,
                       ExtrasOf extras)
    : sheet_(sheet),
      table_(table),
      extras_(std::move(extras)),
      widths_(sheet_column_widths(table)),
      heights_(sheet_row_heights(table, widths_)),
      labels_left_(labels_at_left(table)) {
  for (const TableCell& cell : table.cells) {
    cell_at_[{cell.row, cell.column}] = &cell;
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span;
           ++column) {
        cover_[{row, column}] = &cell;
      }
    }
  }
}

void TableSheet::write(const TableSheetText& text) {
  write_title(text.title);
  for (int row = 0; row < table_.rows; ++row) write_row(row);
  put_notes();
  for (const CheckRow& row : check_rows(table_)) put_checks(row);
  set_print(text);
}

void TableSheet::write_title(const std::string& title) {
  int total = 0;
  for (int i = 0; i < table_.columns; ++i) {
    const int width = widths_[static_cast<std::size_t>(i)];
    total += width;
    sheet_.column_width(i, i, width / 10.0);
  }
  // The title's letters are a third larger than those of the table.
  const int height = text_height(title, total * 3 / 4) * 4 / 3;
  sheet_.row_height(0, height / 4.0);
  sheet_.text(0, 0, title, kTitleStyle);
  for (int i = 1; i < table_.columns; ++i) sheet_.blank(0, i, kTitleStyle);
  sheet_.merge(0, 0, 1, table_.columns);
}

void TableSheet::write_row(int row) {
  const int sheet_row = kSheetTop + row;
  sheet_.row_height(sheet_row, heights_[static_cast<std::size_t>(row)] / 4.0);
  for (int column = 0; column < table_.columns; ++column) {
    const auto found = cover_.find({row, column});
    if (found == cover_.end()) continue;
    const TableCell& cell = *found->second;
    if (cell.row == row && cell.column == column) {
      put_cell(cell);
      sheet_.merge(sheet_row, column, cell.row_span, cell.column_span);
    } else {
      sheet_.blank(sheet_row, column, style_of(cell));
    }
  }
}

SheetStyle TableSheet::style_of(const TableCell& cell) const {
  SheetStyle style{kTextFont};
  if (cell.role == Role::title || cell.role == Role::header)
    style.font = kHeadFont;
  if (cell.hint) style.font = kHint;
  if (at_left(cell, labels_left_)) style.align = SheetAlign::left;
  if (const auto number = sheet_number(cell))
    style.number_format = number_format_of(*number);
  return style;
}

void TableSheet::put_cell(const TableCell& cell) {
  const SheetStyle style = style_of(cell);
  const int row = kSheetTop + cell.row;
  if (const auto number = sheet_number(cell)) {
    put_number(cell, *number, style);
  } else if (pieces_of(cell).size() > 1) {
    put_pieces(cell, style);
  } else {
    sheet_.text(row, cell.column, cell.text, style);
  }
}

void TableSheet::put_number(const TableCell& cell, Decimal number,
                            const SheetStyle& style) {
  const auto [row, column] = sheet_place(cell);
  const FigureExtras extras = extras_ ? extras_(cell) : FigureExtras();
  if (!extras.link.empty()) sheet_.link(row, column, extras.link, style);
  if (!extras.formula.empty()) {
    sheet_.formula(row, column, extras.formula, number, style);
    return;
  }
  if (cell.parts.empty() || sum_of_parts(cell) != number) {
    sheet_.number(row, column, number, style);
    return;
  }
  std::vector<SheetPlace> places;
  for (auto [part_row, part_column] : cell.parts)
    places.push_back({kSheetTop + part_row, part_column});
  sheet_.formula(row, column, sum_of(places), number, style);
}

// A text as SUM sees it: nothing.
Decimal TableSheet::number_at(int row, int column) const {
  const auto found = cell_at_.find({row, column});
  if (found == cell_at_.end()) return Decimal();
  return sheet_number(*found->second).value_or(Decimal());
}

Decimal TableSheet::sum_of_parts(const TableCell& cell) const {
  Decimal sum;
  for (auto [row, column] : cell.parts) sum += number_at(row, column);
  return sum;
}

void TableSheet::put_pieces(const TableCell& cell, const SheetStyle& style) {
  SheetStyle hint = style;
  hint.font = kHint;
  std::vector<SheetRun> runs;
  for (const Piece& piece : pieces_of(cell)) {
    runs.push_back({piece.text, piece.hint ? hint : style});
  }
  sheet_.runs(kSheetTop + cell.row, cell.column, runs, style);
}

// A cell keeps its number alone: what is said about it stands in a comment and
// under the table.
void TableSheet::put_notes() {
  const SheetStyle style{kTextFont, 21, SheetAlign::left, false};
  const int width = std::accumulate(widths_.begin(), widths_.end(), 0);
  int row = kSheetTop + table_.rows;
  for (const TableNote& note : table_.notes) {
    const bool first = &note == &table_.notes.front();
    const std::string text =
        (first ? table_.notes_lead : blank_lead()) + note.mark + note.text;
    sheet_.row_height(row, text_height(text, width) / 4.0);
    sheet_.text(row, 0, text, style);
    for (int i = 1; i < table_.columns; ++i) sheet_.blank(row, i, style);
    sheet_.merge(row, 0, 1, table_.columns);
    ++row;
  }
  for (const TableCell& cell : table_.cells) put_comment(cell);
}

// As wide as the lead: all notes begin where the first one does.
std::string TableSheet::blank_lead() const {
  constexpr std::string_view kWideBlank = "\u3000";
  std::string blanks;
  for (std::size_t i = 0; i < display_width(table_.notes_lead); i += 2) {
    blanks += kWideBlank;
  }
  return blanks;
}

void TableSheet::put_comment(const TableCell& cell) {
  if (cell.mark.empty()) return;
  std::string text;
  for (const TableNote& note : table_.notes) {
    if (note.cell != cell.id) continue;
    text += (text.empty() ? "" : "\n") + note.mark + note.text;
  }
  sheet_.comment(kSheetTop + cell.row, cell.column, text);
}

void TableSheet::put_checks(const CheckRow& row) {
  const SheetStyle label{kHint, 21, SheetAlign::right, false};
  const std::string& text = row.checks.front()->label;
  int width = 0;
  for (int i = 0; i < row.label_columns; ++i)
    width += widths_[static_cast<std::size_t>(i)];
  sheet_.row_height(row.label_row, text_height(text, width) / 4.0);
  sheet_.text(row.label_row, 0, text, label);
  for (int i = 1; i < row.label_columns; ++i)
    sheet_.blank(row.label_row, i, label);
  sheet_.merge(row.label_row, 0, 1, row.label_columns);
  for (const TableCheck* check : row.checks) put_check(*check, row.row);
}

void TableSheet::put_check(const TableCheck& check, int row) {
  std::vector<SheetPlace> plus, minus;
  Decimal value;
  bool decimals = false;
  for (const TableCheck::Term& term : check.terms) {
    const Decimal number = number_at(term.row, term.column);
    decimals = decimals || !number.is_whole();
    value += term.sign < 0 ? -number : number;
    (term.sign < 0 ? minus : plus)
        .push_back({kSheetTop + term.row, term.column});
  }
  std::string formula = difference_of(plus, minus);
  // Binary fractions would leave a rest that is not 0.
  if (decimals) formula = fmt::format("ROUND({},10)", formula);
  sheet_.formula(row, check.column, formula, value, SheetStyle{kTextFont});
  mark_if_broken(check, row);
}

// The difference turns red, and so do the totals that it is about.
void TableSheet::mark_if_broken(const TableCheck& check, int row) {
  const std::string broken =
      fmt::format("{}<>0", place_name({row, check.column}));
  sheet_.alarm(row, check.column, broken);
  for (const TableCheck::Term& term : check.terms) {
    const auto found = cell_at_.find({term.row, term.column});
    if (found == cell_at_.end() || found->second->parts.empty()) continue;
    sheet_.alarm(kSheetTop + term.row, term.column, broken);
  }
}

void TableSheet::set_print(const TableSheetText& text) {
  const int last_row =
      kSheetTop + table_.rows - 1 + static_cast<int>(table_.notes.size());
  if (table_.landscape) sheet_.landscape();
  // One page wide; one page high too where that shrinks it only a little.
  sheet_.fit_pages(1, table_.rows <= kRowsOfPage ? 1 : 0);
  sheet_.center_on_page();
  sheet_.margins(0.6, 0.6, text.mark.empty() ? 0.6 : 0.9, 0.7);
  sheet_.print_area(0, 0, last_row, table_.columns - 1);
  sheet_.footer(kPageNumber);
  sheet_.freeze(kSheetTop + table_.header_rows, 0);
  if (table_.header_rows > 0)
    sheet_.repeat_rows(kSheetTop, kSheetTop + table_.header_rows - 1);
  if (!text.mark.empty()) sheet_.header(mark_code(text.mark));
}

}  // namespace gov_report
