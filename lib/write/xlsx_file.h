// xlsx_file.h - a workbook being written; the one place that knows
// libxlsxwriter.
//
//   order   with Options::row_by_row each sheet is written row after row, from
//           left to right or not, and no row is kept in memory; sheets may take
//           turns. Without it cells may come in any order
//   exact   a number with more than 15 significant digits cannot be held by a
//           spreadsheet: fits_sheet() says so, and the caller writes text
//   bytes   depend on what is written alone
//   errors  std::system_error with the path if the file cannot be written,
//           std::logic_error if a place, name or formula is no good

#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"

struct lxw_worksheet;

namespace gov_report {

enum class SheetAlign { left, center, right };

struct SheetStyle {
  std::string font;
  int half_points = 21;
  SheetAlign align = SheetAlign::center;
  bool border = true;
  std::string number_format = {};
  bool bold = false;
  bool wrap = true;
  int color = -1;       ///< of the letters, 0xRRGGBB; -1: black
  int background = -1;  ///< -1: none
  auto operator<=>(const SheetStyle&) const = default;
};

/// Whether a spreadsheet can hold the number without rounding.
bool fits_sheet(Decimal number);

/// General shows at most 11 digits and rounds the rest; "" if that is enough.
std::string number_format_of(Decimal number);

struct SheetRun {
  std::string text;
  SheetStyle style;
};

class XlsxFile;

/// A sheet of an XlsxFile, valid as long as it. Rows and columns count from 0.
class XlsxSheet {
 public:
  void column_width(int first, int last, double characters);
  void row_height(int row, double points);

  void blank(int row, int column, const SheetStyle& style);
  void text(int row, int column, const std::string& text,
            const SheetStyle& style);
  void runs(int row, int column, const std::vector<SheetRun>& runs,
            const SheetStyle& style);
  void number(int row, int column, Decimal number, const SheetStyle& style);
  void date(int row, int column, Date date, const SheetStyle& style);
  /// `formula` without "=", and its value.
  void formula(int row, int column, const std::string& formula, Decimal value,
               const SheetStyle& style);
  /// A click on the place goes to `target`, such as 'Sheet'!A5. To be called
  /// before its content is written.
  void link(int row, int column, const std::string& target,
            const SheetStyle& style);

  /// A remark that shows when the place is pointed at.
  void comment(int row, int column, const std::string& text);

  /// Makes one cell of the range; the places it covers are written as blanks
  /// by the caller.
  void merge(int row, int column, int rows, int columns);
  /// Red where `formula` (without "=") is true.
  void alarm(int row, int column, const std::string& formula);
  /// The same down to `last_row`; `formula` is that of the first row.
  void alarm_down(int row, int column, int last_row,
                  const std::string& formula);

  void landscape();
  /// On so many pages; 0: as many as it takes.
  void fit_pages(int wide, int high);
  void center_on_page();
  void margins(double left, double right, double top, double bottom);
  void print_area(int row, int column, int last_row, int last_column);
  void header(const std::string& code);
  void footer(const std::string& code);
  void freeze(int row, int column);
  void repeat_rows(int first, int last);
  void repeat_columns(int first, int last);
  void filter(int row, int column, int last_row, int last_column);
  void hide_gridlines();
  /// No warning marks at texts that look like numbers.
  void expect_numbers_as_text(int row, int column, int last_row,
                              int last_column);

 private:
  friend class XlsxFile;
  XlsxSheet(XlsxFile& file, lxw_worksheet* sheet)
      : file_(&file), sheet_(sheet) {}
  XlsxFile* file_;
  lxw_worksheet* sheet_;
};

class XlsxFile {
 public:
  struct Options {
    std::string title;
    std::string author;
    Date created;
    bool row_by_row = false;
    std::string keywords = {};
  };
  XlsxFile(const std::filesystem::path& target, const Options& options);
  ~XlsxFile();  ///< without close(): nothing is written
  XlsxFile(const XlsxFile&) = delete;
  XlsxFile& operator=(const XlsxFile&) = delete;

  XlsxSheet add_sheet(const std::string& name);
  /// `reference` such as 'Sheet'!$A$2:$A$9.
  void define_name(const std::string& name, const std::string& reference);
  void close();

 private:
  friend class XlsxSheet;
  void require_rows_written() const;
  class Formats;
  struct Book;
  std::filesystem::path target_;
  std::unique_ptr<Book> book_;
};

}  // namespace gov_report
