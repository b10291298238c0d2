#include "write/xlsx.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <compare>
#include <cstddef>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "write/formula.h"
#include "write/grid.h"
#include "write/sheet_layout.h"
#include "write/xml.h"

namespace gov_report {
namespace {

using Role = TableCell::Role;

constexpr const char* kText = "SimSun";
constexpr const char* kHead = "SimHei";
constexpr const char* kHint = "KaiTi";
constexpr int kPaperA4 = 9;
constexpr int kRowsOfPage = 30;

struct Style {
  std::string font = kText;
  int half_points = 21;
  int align = LXW_ALIGN_CENTER;
  bool border = true;
  std::string number_format = {};
  auto operator<=>(const Style&) const = default;
};

void require(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::logic_error(lxw_strerror(error));
}

// Equal styles share one format, so that the file stays small.
class Formats {
 public:
  explicit Formats(lxw_workbook* book) : book_(book) {}

  lxw_format* get(const Style& style) {
    lxw_format*& format = made_[style];
    if (!format) format = make(style);
    return format;
  }

  lxw_format* alarm() {
    if (!alarm_) {
      alarm_ = workbook_add_format(book_);
      format_set_bold(alarm_);
      format_set_font_color(alarm_, 0xC00000);
      format_set_bg_color(alarm_, 0xFFC7CE);
    }
    return alarm_;
  }

 private:
  lxw_format* make(const Style& style) {
    lxw_format* format = workbook_add_format(book_);
    format_set_font_name(format, style.font.c_str());
    format_set_font_size(format, style.half_points / 2.0);
    format_set_align(format, static_cast<std::uint8_t>(style.align));
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(format);
    if (style.border) format_set_border(format, LXW_BORDER_THIN);
    if (!style.number_format.empty())
      format_set_num_format(format, style.number_format.c_str());
    return format;
  }

  lxw_workbook* book_;
  lxw_format* alarm_ = nullptr;
  std::map<Style, lxw_format*> made_;
};

// What a spreadsheet can hold without rounding.
std::optional<Decimal> sheet_number(const TableCell& cell) {
  if (!cell.number) return std::nullopt;
  std::string digits = cell.number->text();
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  if (digits.size() - std::min(digits.find_first_not_of('0'), digits.size()) >
      15)
    return std::nullopt;
  return cell.number;
}

// The library takes doubles; up to 15 digits come out as they went in.
double as_double(Decimal number) {
  double value = 0;
  const std::string text = number.text();
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// General shows at most 11 digits and rounds the rest.
std::string number_format(Decimal number) {
  if (number.text().size() <= 10) return {};
  if (number.is_whole()) return "0";
  return "0." +
         std::string(static_cast<std::size_t>(std::max(6, number.decimals())),
                     '#');
}

class SheetWriter {
 public:
  SheetWriter(lxw_worksheet* sheet, Formats& formats, const TableBlock& table)
      : sheet_(sheet),
        formats_(formats),
        table_(table),
        widths_(sheet_column_widths(table)),
        labels_left_(labels_at_left(table)) {
    for (const TableCell& cell : table.cells)
      cell_at_[{cell.row, cell.column}] = &cell;
  }

  void write(const Document& document, const std::string& title) {
    set_sizes(title);
    merge(0, 0, 1, table_.columns, Style{kHead, 28, LXW_ALIGN_CENTER, false});
    put_text(0, 0, title, Style{kHead, 28, LXW_ALIGN_CENTER, false});
    for (const TableCell& cell : table_.cells) put_cell(cell);
    for (const CheckRow& row : check_rows(table_)) put_checks(row);
    set_print(document);
  }

 private:
  static auto row_of(int row) { return static_cast<lxw_row_t>(row); }
  static auto column_of(int column) { return static_cast<lxw_col_t>(column); }

  void set_height(int row, int quarter_points) {
    require(
        worksheet_set_row(sheet_, row_of(row), quarter_points / 4.0, nullptr));
  }

  void set_sizes(const std::string& title) {
    int total = 0;
    for (int i = 0; i < table_.columns; ++i) {
      int width = widths_[static_cast<std::size_t>(i)];
      total += width;
      require(worksheet_set_column(sheet_, column_of(i), column_of(i),
                                   width / 10.0, nullptr));
    }
    // The title's letters are a third larger than those of the table.
    set_height(0, text_height(title, total * 3 / 4) * 4 / 3);
    int row = kSheetTop;
    for (int height : sheet_row_heights(table_, widths_))
      set_height(row++, height);
  }

  void merge(int row, int column, int rows, int columns, const Style& style) {
    if (rows == 1 && columns == 1) return;
    require(worksheet_merge_range(
        sheet_, row_of(row), column_of(column), row_of(row + rows - 1),
        column_of(column + columns - 1), "", formats_.get(style)));
  }

  void put_text(int row, int column, const std::string& text,
                const Style& style) {
    require(worksheet_write_string(sheet_, row_of(row), column_of(column),
                                   xml_characters(text).c_str(),
                                   formats_.get(style)));
  }

  Style style_of(const TableCell& cell) const {
    Style style;
    if (cell.role == Role::title || cell.role == Role::header)
      style.font = kHead;
    if (cell.hint) style.font = kHint;
    if (at_left(cell, labels_left_)) style.align = LXW_ALIGN_LEFT;
    if (std::optional<Decimal> number = sheet_number(cell))
      style.number_format = number_format(*number);
    return style;
  }

  void put_cell(const TableCell& cell) {
    const Style style = style_of(cell);
    const int row = kSheetTop + cell.row;
    merge(row, cell.column, cell.row_span, cell.column_span, style);
    if (std::optional<Decimal> number = sheet_number(cell)) {
      put_number(cell, *number, style);
    } else if (pieces_of(cell).size() > 1) {
      put_pieces(cell, style);
    } else if (!cell.text.empty() ||
               (cell.row_span == 1 && cell.column_span == 1)) {
      put_text(row, cell.column, cell.text, style);
    }
  }

  void put_number(const TableCell& cell, Decimal number, const Style& style) {
    const auto row = row_of(kSheetTop + cell.row);
    const auto column = column_of(cell.column);
    lxw_format* format = formats_.get(style);
    if (cell.parts.empty() || sum_of_parts(cell) != number) {
      require(worksheet_write_number(sheet_, row, column, as_double(number),
                                     format));
      return;
    }
    std::vector<SheetPlace> places;
    for (auto [part_row, part_column] : cell.parts)
      places.push_back({kSheetTop + part_row, part_column});
    require(worksheet_write_formula_num(sheet_, row, column,
                                        ("=" + sum_of(places)).c_str(), format,
                                        as_double(number)));
  }

  // A text as SUM sees it: nothing.
  Decimal number_at(int row, int column) const {
    auto found = cell_at_.find({row, column});
    if (found == cell_at_.end()) return Decimal();
    return sheet_number(*found->second).value_or(Decimal());
  }

  Decimal sum_of_parts(const TableCell& cell) const {
    Decimal sum;
    for (auto [row, column] : cell.parts) sum += number_at(row, column);
    return sum;
  }

  void put_pieces(const TableCell& cell, const Style& style) {
    Style hint = style;
    hint.font = kHint;
    std::vector<Piece> pieces = pieces_of(cell);
    std::vector<lxw_rich_string_tuple> tuples;
    for (Piece& piece : pieces) {
      piece.text = xml_characters(piece.text);
      tuples.push_back(
          {formats_.get(piece.hint ? hint : style), piece.text.data()});
    }
    std::vector<lxw_rich_string_tuple*> list;
    for (lxw_rich_string_tuple& tuple : tuples) list.push_back(&tuple);
    list.push_back(nullptr);
    require(worksheet_write_rich_string(sheet_, row_of(kSheetTop + cell.row),
                                        column_of(cell.column), list.data(),
                                        formats_.get(style)));
  }

  void put_checks(const CheckRow& row) {
    const Style label{kHint, 21, LXW_ALIGN_RIGHT, false};
    const std::string& text = row.checks.front()->label;
    int width = 0;
    for (int i = 0; i < row.label_columns; ++i)
      width += widths_[static_cast<std::size_t>(i)];
    set_height(row.label_row, text_height(text, width));
    merge(row.label_row, 0, 1, row.label_columns, label);
    put_text(row.label_row, 0, text, label);
    for (const TableCheck* check : row.checks) put_check(*check, row.row);
  }

  void put_check(const TableCheck& check, int row) {
    std::vector<SheetPlace> plus, minus;
    Decimal value;
    bool decimals = false;
    for (const TableCheck::Term& term : check.terms) {
      Decimal number = number_at(term.row, term.column);
      decimals = decimals || !number.is_whole();
      value += term.sign < 0 ? -number : number;
      (term.sign < 0 ? minus : plus)
          .push_back({kSheetTop + term.row, term.column});
    }
    std::string formula = difference_of(plus, minus);
    // Binary fractions would leave a rest that is not 0.
    if (decimals) formula = fmt::format("ROUND({},10)", formula);
    require(worksheet_write_formula_num(
        sheet_, row_of(row), column_of(check.column), ("=" + formula).c_str(),
        formats_.get(Style{}), as_double(value)));
    mark_if_broken(check, row);
  }

  // The difference turns red, and so do the totals that it is about.
  void mark_if_broken(const TableCheck& check, int row) {
    std::string criterion =
        fmt::format("={}<>0", place_name({row, check.column}));
    lxw_conditional_format rule = {};
    rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
    rule.value_string = criterion.data();
    rule.format = formats_.alarm();
    require(worksheet_conditional_format_cell(sheet_, row_of(row),
                                              column_of(check.column), &rule));
    for (const TableCheck::Term& term : check.terms) {
      auto found = cell_at_.find({term.row, term.column});
      if (found == cell_at_.end() || found->second->parts.empty()) continue;
      require(worksheet_conditional_format_cell(
          sheet_, row_of(kSheetTop + term.row), column_of(term.column), &rule));
    }
  }

  void set_print(const Document& document) {
    worksheet_set_paper(sheet_, kPaperA4);
    if (table_.landscape) worksheet_set_landscape(sheet_);
    // One page wide; one page high too where that shrinks it only a little.
    worksheet_fit_to_pages(sheet_, 1, table_.rows <= kRowsOfPage ? 1 : 0);
    worksheet_center_horizontally(sheet_);
    worksheet_set_margins(sheet_, 0.6, 0.6, document.draft ? 0.9 : 0.6, 0.7);
    require(worksheet_print_area(sheet_, 0, 0,
                                 row_of(kSheetTop + table_.rows - 1),
                                 column_of(table_.columns - 1)));
    require(worksheet_set_footer(sheet_,
                                 "&C&\"SimSun,Regular\"&11\u2014 &P \u2014"));
    worksheet_freeze_panes(sheet_, row_of(kSheetTop + table_.header_rows), 0);
    if (table_.header_rows > 0)
      require(
          worksheet_repeat_rows(sheet_, row_of(kSheetTop),
                                row_of(kSheetTop + table_.header_rows - 1)));
    if (document.draft) {
      std::string mark;
      for (char c : xml_characters(document.draft_mark))
        mark += c == '&' ? std::string("&&") : std::string(1, c);
      require(worksheet_set_header(
          sheet_, ("&C&\"SimHei,Bold\"&22&KC00000" + mark).c_str()));
    }
  }

  lxw_worksheet* sheet_;
  Formats& formats_;
  const TableBlock& table_;
  std::vector<int> widths_;
  bool labels_left_;
  std::map<SheetPlace, const TableCell*> cell_at_;
};

void set_properties(lxw_workbook* book, const Document& document) {
  std::string title = xml_characters(document.title);
  std::string agency = xml_characters(document.agency);
  lxw_doc_properties properties = {};
  properties.title = title.data();
  properties.author = agency.data();
  properties.created = static_cast<time_t>(document.date.days) * 86400;
  require(workbook_set_properties(book, &properties));
}

void add_sheets(lxw_workbook* book, const Document& document) {
  Formats formats(book);
  std::vector<std::string> names;
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      const TableBlock* table = std::get_if<TableBlock>(&block);
      if (!table || table->rows == 0 || table->columns == 0) continue;
      validate_grid(*table);
      names.push_back(sheet_name(*table, names));
      lxw_worksheet* sheet = workbook_add_worksheet(book, names.back().c_str());
      if (!sheet) throw std::logic_error("sheet name: " + names.back());
      SheetWriter(sheet, formats, *table)
          .write(document, document.title + "\n" + section.heading);
    }
  }
}

}  // namespace

void write_xlsx(const Document& document, const std::filesystem::path& target) {
  // The library reports on stderr what it cannot open.
  errno = 0;
  if (!std::ofstream(target, std::ios::binary))
    throw std::system_error(errno ? errno : EIO, std::generic_category(),
                            target);
  lxw_workbook* book = workbook_new(target.c_str());
  if (!book) throw std::system_error(ENOMEM, std::generic_category(), target);
  try {
    set_properties(book, document);
    add_sheets(book, document);
  } catch (...) {
    lxw_workbook_free(book);
    throw;
  }
  errno = 0;
  if (workbook_close(book) != LXW_NO_ERROR)
    throw std::system_error(errno ? errno : EIO, std::generic_category(),
                            target);
}

}  // namespace gov_report
