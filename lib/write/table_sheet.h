// table_sheet.h - a statutory table on a sheet: title, grid, notes, and below
// them, outside the print area, its checks as live differences, red when not 0.

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "write/formula.h"
#include "write/sheet_layout.h"
#include "write/xlsx_file.h"

namespace gov_report {

/// What a figure is besides its number.
struct FigureExtras {
  std::string formula;  ///< without "="; empty: none
  std::string link;     ///< where a click goes; empty: nowhere
};
using ExtrasOf = std::function<FigureExtras(const TableCell&)>;

struct TableSheetText {
  std::string title;
  std::string mark;  ///< across the top of every page; empty: none
};

class TableSheet {
 public:
  TableSheet(XlsxSheet sheet, const TableBlock& table, ExtrasOf extras = {});

  /// Row after row. Totals that are the sum of their parts become live sums.
  void write(const TableSheetText& text);

 private:
  void write_title(const std::string& title);
  void write_row(int row);
  SheetStyle style_of(const TableCell& cell) const;
  void put_cell(const TableCell& cell);
  void put_number(const TableCell& cell, Decimal number,
                  const SheetStyle& style);
  void put_pieces(const TableCell& cell, const SheetStyle& style);
  Decimal number_at(int row, int column) const;
  Decimal sum_of_parts(const TableCell& cell) const;
  void put_notes();
  std::string blank_lead() const;
  void put_comment(const TableCell& cell);
  void put_checks(const CheckRow& row);
  void put_check(const TableCheck& check, int row);
  void mark_if_broken(const TableCheck& check, int row);
  void set_print(const TableSheetText& text);

  XlsxSheet sheet_;
  const TableBlock& table_;
  ExtrasOf extras_;
  std::vector<int> widths_;
  std::vector<int> heights_;
  bool labels_left_;
  std::map<SheetPlace, const TableCell*> cell_at_;  // by its first place
  std::map<SheetPlace, const TableCell*> cover_;    // by every place
};

/// The place of a figure on its sheet.
SheetPlace sheet_place(const TableCell& cell);

}  // namespace gov_report
