#include "write/ledger_sheet.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "write/formula.h"
#include "write/sheet_styles.h"

namespace gov_report {
namespace {

constexpr std::size_t kColumnsOfPage = 16;
constexpr std::size_t kLongestText = 32000;  // a cell takes 32 767 characters

const SheetStyle kTextStyle{kTextFont, 21,   SheetAlign::left, false, {},
                            false,     false};
const SheetStyle kDateStyle{
    kTextFont, 21, SheetAlign::left, false, "yyyy-mm-dd", false, false};

double width_of(const LedgerColumn& column, bool is_last) {
  if (is_last) return 90;
  double width = 24;
  if (column.kind == LedgerColumn::Kind::date) width = 12;
  if (column.kind == LedgerColumn::Kind::number) width = 9;
  if (column.is_helper && column.kind == LedgerColumn::Kind::text) width = 28;
  // Two lines of heading, and the button of the filter.
  const double heading =
      static_cast<double>(display_width(column.heading) + 1) / 2 + 4;
  return std::max(width, heading);
}

}  // namespace

std::string quoted_sheet(const std::string& name) {
  std::string quoted = "'";
  for (const char c : name) quoted += c == '\'' ? "''" : std::string(1, c);
  return quoted + "'";
}

LedgerSheetWriter::LedgerSheetWriter(XlsxSheet sheet, const LedgerSheet& ledger,
                                     std::uint64_t rows)
    : sheet_(sheet),
      ledger_(ledger),
      limit_(rows - 1),
      decimals_(ledger.columns.size(), 0) {
  sheet_.row_height(0, 32);
  for (std::size_t i = 0; i < ledger.columns.size(); ++i) {
    const LedgerColumn& column = ledger.columns[i];
    const int at = static_cast<int>(i);
    sheet_.column_width(at, at,
                        width_of(column, i + 1 == ledger.columns.size()));
    sheet_.text(0, at, column.heading,
                heading_style(column.is_helper ? kPaleBlue : kGrey));
  }
}

int LedgerSheetWriter::add(const LedgerRow& row,
                           const std::vector<WorkpaperFigure>& figures) {
  ++rows_;
  if (listed_ == limit_) return 0;
  ++listed_;
  const int at = static_cast<int>(listed_);
  put(at, 0, Decimal(static_cast<Count>(listed_)));
  put(at, 1, row.source);
  for (std::size_t i = 0; i < row.values.size(); ++i) {
    put(at, i + 2, row.values[i]);
  }
  std::string counted;
  for (const LedgerRow::Counted& one : row.counted) {
    counted += (counted.empty() ? "" : "; ") + figures[one.figure].id;
  }
  if (!counted.empty()) put(at, row.values.size() + 2, std::move(counted));
  return at;
}

void LedgerSheetWriter::put(int row, std::size_t column,
                            const SheetValue& value) {
  const int at = static_cast<int>(column);
  if (const auto* text = std::get_if<std::string>(&value)) {
    std::string shown(first_characters(*text, kLongestText));
    if (shown.size() < text->size()) shown += "\u2026";
    sheet_.text(row, at, shown, kTextStyle);
  } else if (const auto* date = std::get_if<Date>(&value)) {
    sheet_.date(row, at, *date, kDateStyle);
  } else if (const auto* number = std::get_if<Decimal>(&value)) {
    SheetStyle style = kTextStyle;
    style.align = SheetAlign::right;
    if (!fits_sheet(*number)) {
      too_long_ = true;
      sheet_.text(row, at, number->text(), style);
      return;
    }
    decimals_[column] = std::max(decimals_[column], number->decimals());
    style.number_format = number_format_of(*number);
    sheet_.number(row, at, *number, style);
  }
}

void LedgerSheetWriter::finish(XlsxFile& file, const std::string& mark) {
  // A ledger without records keeps one empty row for its names to stand for.
  const int last = std::max(1, static_cast<int>(listed_));
  for (std::size_t i = 0; i < ledger_.columns.size(); ++i) {
    const std::string letters = place_name({0, static_cast<int>(i)});
    const std::string column = letters.substr(0, letters.size() - 1);
    file.define_name(ledger_.columns[i].name,
                     fmt::format("{}!${}$2:${}${}", quoted_sheet(ledger_.name),
                                 column, column, last + 1));
  }
  sheet_.filter(0, 0, last, static_cast<int>(ledger_.columns.size()) - 1);
  sheet_.freeze(1, 2);
  sheet_.landscape();
  // More columns would be too small to read on one page.
  if (ledger_.columns.size() <= kColumnsOfPage) sheet_.fit_pages(1, 0);
  sheet_.repeat_columns(0, 1);
  sheet_.repeat_rows(0, 0);
  sheet_.footer(kPageNumber);
  sheet_.header(mark_code(mark));
  sheet_.margins(0.6, 0.6, 0.9, 0.7);
}

}  // namespace gov_report
