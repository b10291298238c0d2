#include "write/xlsx_file.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <stdexcept>
#include <system_error>

#include "write/formula.h"
#include "write/xml.h"

namespace gov_report {
namespace {

constexpr int kPaperA4 = 9;
constexpr std::size_t kSheetDigits = 15;
constexpr std::int32_t kDaysTo1970 = 25569;  // from day 0 of a spreadsheet

void require(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::logic_error(lxw_strerror(error));
}

lxw_row_t row_of(int row) {
  return static_cast<lxw_row_t>(row);
}

lxw_col_t column_of(int column) {
  return static_cast<lxw_col_t>(column);
}

// The library takes doubles; up to 15 digits come out as they went in.
double as_double(Decimal number) {
  double value = 0;
  const std::string text = number.text();
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::uint8_t align_of(SheetAlign align) {
  switch (align) {
    case SheetAlign::left:
      return LXW_ALIGN_LEFT;
    case SheetAlign::right:
      return LXW_ALIGN_RIGHT;
    case SheetAlign::center:
      break;
  }
  return LXW_ALIGN_CENTER;
}

}  // namespace

// Equal styles share one format, so that the file stays small.
class XlsxFile::Formats {
 public:
  explicit Formats(lxw_workbook* book) : book_(book) {}

  lxw_format* get(const SheetStyle& style) {
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
  lxw_format* make(const SheetStyle& style) {
    lxw_format* format = workbook_add_format(book_);
    format_set_font_name(format, style.font.c_str());
    format_set_font_size(format, style.half_points / 2.0);
    format_set_align(format, align_of(style.align));
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (style.wrap) format_set_text_wrap(format);
    if (style.border) format_set_border(format, LXW_BORDER_THIN);
    if (style.bold) format_set_bold(format);
    if (style.color >= 0) {
      format_set_font_color(format, static_cast<lxw_color_t>(style.color));
    }
    if (style.background >= 0) {
      format_set_bg_color(format, static_cast<lxw_color_t>(style.background));
    }
    if (!style.number_format.empty())
      format_set_num_format(format, style.number_format.c_str());
    return format;
  }

  lxw_workbook* book_;
  lxw_format* alarm_ = nullptr;
  std::map<SheetStyle, lxw_format*> made_;
};

struct XlsxFile::Book {
  explicit Book(lxw_workbook* opened) : book(opened), formats(opened) {}
  lxw_workbook* book;  // nullptr once closed
  Formats formats;
};

bool fits_sheet(Decimal number) {
  std::string digits = number.text();
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  const std::size_t zeros =
      std::min(digits.find_first_not_of('0'), digits.size());
  return digits.size() - zeros <= kSheetDigits;
}

std::string number_format_of(Decimal number) {
  if (number.text().size() <= 10) return {};
  if (number.is_whole()) return "0";
  return "0." +
         std::string(static_cast<std::size_t>(std::max(6, number.decimals())),
                     '#');
}

XlsxFile::XlsxFile(const std::filesystem::path& target, const Options& options)
    : target_(target) {
  // The library reports on stderr what it cannot open.
  errno = 0;
  if (!std::ofstream(target, std::ios::binary))
    throw std::system_error(errno ? errno : EIO, std::generic_category(),
                            target);
  lxw_workbook_options how = {};
  how.constant_memory = options.row_by_row ? LXW_TRUE : LXW_FALSE;
  lxw_workbook* book = workbook_new_opt(target.c_str(), &how);
  if (!book) throw std::system_error(ENOMEM, std::generic_category(), target);
  book_ = std::make_unique<Book>(book);
  std::string title = xml_characters(options.title);
  std::string author = xml_characters(options.author);
  std::string keywords = xml_characters(options.keywords);
  lxw_doc_properties properties = {};
  properties.title = title.data();
  properties.author = author.data();
  if (!keywords.empty()) properties.keywords = keywords.data();
  properties.created = static_cast<time_t>(options.created.days) * 86400;
  require(workbook_set_properties(book, &properties));
}

XlsxFile::~XlsxFile() {
  if (book_->book) lxw_workbook_free(book_->book);
}

XlsxSheet XlsxFile::add_sheet(const std::string& name) {
  lxw_worksheet* sheet = workbook_add_worksheet(book_->book, name.c_str());
  if (!sheet) throw std::logic_error("sheet name: " + name);
  worksheet_set_paper(sheet, kPaperA4);
  return {*this, sheet};
}

void XlsxFile::define_name(const std::string& name,
                           const std::string& reference) {
  require(workbook_define_name(book_->book, name.c_str(),
                               ("=" + reference).c_str()));
}

// The library does not look whether the rows it set aside reached the disk.
void XlsxFile::require_rows_written() const {
  lxw_worksheet* sheet = nullptr;
  STAILQ_FOREACH(sheet, book_->book->worksheets, list_pointers) {
    if (!sheet->optimize_tmpfile) continue;
    errno = 0;
    const bool whole = std::fflush(sheet->optimize_tmpfile) == 0 &&
                       std::ferror(sheet->optimize_tmpfile) == 0;
    if (!whole)
      throw std::system_error(errno ? errno : ENOSPC, std::generic_category(),
                              target_);
  }
}

void XlsxFile::close() {
  require_rows_written();
  lxw_workbook* book = book_->book;
  book_->book = nullptr;  // freed by closing, also when that fails
  errno = 0;
  if (workbook_close(book) != LXW_NO_ERROR)
    throw std::system_error(errno ? errno : EIO, std::generic_category(),
                            target_);
}

void XlsxSheet::column_width(int first, int last, double characters) {
  require(worksheet_set_column(sheet_, column_of(first), column_of(last),
                               characters, nullptr));
}

void XlsxSheet::row_height(int row, double points) {
  require(worksheet_set_row(sheet_, row_of(row), points, nullptr));
}

void XlsxSheet::blank(int row, int column, const SheetStyle& style) {
  require(worksheet_write_blank(sheet_, row_of(row), column_of(column),
                                file_->book_->formats.get(style)));
}

void XlsxSheet::text(int row, int column, const std::string& text,
                     const SheetStyle& style) {
  require(worksheet_write_string(sheet_, row_of(row), column_of(column),
                                 xml_characters(text).c_str(),
                                 file_->book_->formats.get(style)));
}

void XlsxSheet::runs(int row, int column, const std::vector<SheetRun>& runs,
                     const SheetStyle& style) {
  std::vector<std::string> texts;
  for (const SheetRun& run : runs) texts.push_back(xml_characters(run.text));
  std::vector<lxw_rich_string_tuple> tuples;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    tuples.push_back(
        {file_->book_->formats.get(runs[i].style), texts[i].data()});
  }
  std::vector<lxw_rich_string_tuple*> list;
  for (lxw_rich_string_tuple& tuple : tuples) list.push_back(&tuple);
  list.push_back(nullptr);
  require(worksheet_write_rich_string(sheet_, row_of(row), column_of(column),
                                      list.data(),
                                      file_->book_->formats.get(style)));
}

void XlsxSheet::number(int row, int column, Decimal number,
                       const SheetStyle& style) {
  require(worksheet_write_number(sheet_, row_of(row), column_of(column),
                                 as_double(number),
                                 file_->book_->formats.get(style)));
}

void XlsxSheet::date(int row, int column, Date date, const SheetStyle& style) {
  require(worksheet_write_number(sheet_, row_of(row), column_of(column),
                                 date.days + kDaysTo1970,
                                 file_->book_->formats.get(style)));
}

void XlsxSheet::formula(int row, int column, const std::string& formula,
                        Decimal value, const SheetStyle& style) {
  require(worksheet_write_formula_num(
      sheet_, row_of(row), column_of(column), ("=" + formula).c_str(),
      file_->book_->formats.get(style), as_double(value)));
}

void XlsxSheet::link(int row, int column, const std::string& target,
                     const SheetStyle& style) {
  require(worksheet_write_url(sheet_, row_of(row), column_of(column),
                              ("internal:" + target).c_str(),
                              file_->book_->formats.get(style)));
}

void XlsxSheet::comment(int row, int column, const std::string& text) {
  require(worksheet_write_comment(sheet_, row_of(row), column_of(column),
                                  xml_characters(text).c_str()));
}

// worksheet_merge_range() also fills the range, which a sheet that is written
// row by row cannot take any more.
void XlsxSheet::merge(int row, int column, int rows, int columns) {
  if (rows == 1 && columns == 1) return;
  auto* range =
      static_cast<lxw_merged_range*>(std::calloc(1, sizeof(lxw_merged_range)));
  if (!range) throw std::bad_alloc();
  range->first_row = row_of(row);
  range->last_row = row_of(row + rows - 1);
  range->first_col = column_of(column);
  range->last_col = column_of(column + columns - 1);
  STAILQ_INSERT_TAIL(sheet_->merged_ranges, range, list_pointers);
  ++sheet_->merged_range_count;
}

void XlsxSheet::alarm(int row, int column, const std::string& formula) {
  std::string criterion = "=" + formula;
  lxw_conditional_format rule = {};
  rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
  rule.value_string = criterion.data();
  rule.format = file_->book_->formats.alarm();
  require(worksheet_conditional_format_cell(sheet_, row_of(row),
                                            column_of(column), &rule));
}

void XlsxSheet::alarm_down(int row, int column, int last_row,
                           const std::string& formula) {
  std::string criterion = "=" + formula;
  lxw_conditional_format rule = {};
  rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
  rule.value_string = criterion.data();
  rule.format = file_->book_->formats.alarm();
  require(worksheet_conditional_format_range(
      sheet_, row_of(row), column_of(column), row_of(last_row),
      column_of(column), &rule));
}

void XlsxSheet::landscape() {
  worksheet_set_landscape(sheet_);
}

void XlsxSheet::fit_pages(int wide, int high) {
  worksheet_fit_to_pages(sheet_, static_cast<std::uint16_t>(wide),
                         static_cast<std::uint16_t>(high));
}

void XlsxSheet::center_on_page() {
  worksheet_center_horizontally(sheet_);
}

void XlsxSheet::margins(double left, double right, double top, double bottom) {
  worksheet_set_margins(sheet_, left, right, top, bottom);
}

void XlsxSheet::print_area(int row, int column, int last_row, int last_column) {
  require(worksheet_print_area(sheet_, row_of(row), column_of(column),
                               row_of(last_row), column_of(last_column)));
}

void XlsxSheet::header(const std::string& code) {
  require(worksheet_set_header(sheet_, code.c_str()));
}

void XlsxSheet::footer(const std::string& code) {
  require(worksheet_set_footer(sheet_, code.c_str()));
}

void XlsxSheet::freeze(int row, int column) {
  worksheet_freeze_panes(sheet_, row_of(row), column_of(column));
}

void XlsxSheet::repeat_rows(int first, int last) {
  require(worksheet_repeat_rows(sheet_, row_of(first), row_of(last)));
}

void XlsxSheet::repeat_columns(int first, int last) {
  require(worksheet_repeat_columns(sheet_, column_of(first), column_of(last)));
}

void XlsxSheet::filter(int row, int column, int last_row, int last_column) {
  require(worksheet_autofilter(sheet_, row_of(row), column_of(column),
                               row_of(last_row), column_of(last_column)));
}

void XlsxSheet::hide_gridlines() {
  worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
}

void XlsxSheet::expect_numbers_as_text(int row, int column, int last_row,
                                       int last_column) {
  const std::string range =
      place_name({row, column}) + ":" + place_name({last_row, last_column});
  require(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                  range.c_str()));
}

}  // namespace gov_report
