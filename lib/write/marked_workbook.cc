#include "write/marked_workbook.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "write/sheet_layout.h"
#include "write/xlsx_file.h"
#include "write/xml.h"

namespace gov_report {
namespace {

constexpr const char* kText = "SimSun";
constexpr const char* kHead = "SimHei";
constexpr std::size_t kTextLimit = 32767;  // characters of a cell
constexpr int kRemarksWidth = 60;
constexpr std::array<int, 7> kSummaryWidths = {34, 64, 11, 11, 11, 11, 11};
constexpr std::size_t kWidest = 36;           // of the other columns
constexpr std::uint64_t kMeasuredRows = 500;  // they decide the widths
constexpr double kTitleHeight = 30;
constexpr double kHighest = 400;  // a spreadsheet has rows up to 409 points

/// Not marked, then by severity: pale blue, yellow, red.
constexpr std::array<int, 4> kFills = {-1, 0xDDEBF7, 0xFFEB9C, 0xFFC7CE};
constexpr std::array<int, 4> kInks = {-1, 0x1F4E79, 0x7F6000, 0x9C0006};

std::size_t shade_of(std::optional<Severity> mark) {
  return mark ? static_cast<std::size_t>(*mark) + 1 : 0;
}

SheetStyle plain() {
  SheetStyle style;
  style.font = kText;
  style.half_points = 22;
  style.align = SheetAlign::left;
  style.border = false;
  style.wrap = false;
  return style;
}

SheetStyle title() {
  SheetStyle style = plain();
  style.font = kHead;
  style.half_points = 32;
  return style;
}

SheetStyle heading() {
  SheetStyle style = plain();
  style.font = kHead;
  style.background = 0xD9E1F2;
  style.border = true;
  style.wrap = true;
  return style;
}

SheetStyle value(std::optional<Severity> mark) {
  SheetStyle style = plain();
  style.number_format = "@";  // what is typed over it stays text too
  style.background = kFills[shade_of(mark)];
  return style;
}

SheetStyle remark(std::optional<Severity> worst) {
  SheetStyle style = plain();
  style.half_points = 21;
  style.wrap = true;
  style.color = kInks[shade_of(worst)];
  return style;
}

SheetStyle entry(std::optional<Severity> mark) {
  SheetStyle style = plain();
  style.border = true;
  style.wrap = true;
  style.background = kFills[shade_of(mark)];
  return style;
}

SheetStyle style_of(const SummaryRow& line) {
  switch (line.kind) {
    case SummaryRow::Kind::title:
      return title();
    case SummaryRow::Kind::heading:
      return heading();
    case SummaryRow::Kind::entry:
      return entry(line.mark);
    case SummaryRow::Kind::text:
      break;
  }
  return plain();
}

/// What a cell can hold.
std::string cell_text(std::string_view text) {
  std::string clean = xml_characters(text);
  if (clean.size() > kTextLimit && character_count(clean) > kTextLimit) {
    clean = std::string(first_characters(clean, kTextLimit - 1)) + "\u2026";
  }
  return clean;
}

std::size_t width_of(std::string_view text) {
  std::size_t widest = 0;
  while (true) {
    const std::size_t end = text.find('\n');
    widest = std::max(widest, display_width(text.substr(0, end)));
    if (end == std::string_view::npos) return widest;
    text.remove_prefix(end + 1);
  }
}

/// Not every program fits the height of a row when it opens a workbook.
void set_height(XlsxSheet& sheet, int row, std::string_view text, int width) {
  const int quarters = text_height(xml_characters(text), width * 10);
  sheet.row_height(row, std::min(quarters / 4.0, kHighest));
}

void set_page(XlsxSheet& sheet) {
  sheet.landscape();
  sheet.fit_pages(1, 0);
}

}  // namespace

class MarkedWorkbook::Impl {
 public:
  Impl(const std::filesystem::path& path, const std::string& summary,
       std::uint64_t most_rows)
      : most_rows_(most_rows),
        file_(path, options()),
        names_({sheet_name(summary, {})}) {
    summary_ = file_.add_sheet(names_.back());
    for (std::size_t i = 0; i < kFills.size(); ++i) {
      const auto mark = i == 0 ? std::optional<Severity>()
                               : std::optional(static_cast<Severity>(i - 1));
      values_[i] = value(mark);
      remarks_[i] = remark(mark);
    }
  }

  std::string begin_sheet(const std::string& name,
                          const std::vector<std::string>& columns) {
    finish_sheet();
    names_.push_back(sheet_name(name, names_));
    sheet_ = file_.add_sheet(names_.back());
    rows_ = 0;
    widths_.assign(std::min(columns.size(), kSheetColumns), 0);
    sheet_->freeze(1, 1);
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      sheet_->text(0, static_cast<int>(i), cell_text(columns[i]), heading());
      widths_[i] = width_of(columns[i]) + 3;  // the arrow of the filter
    }
    return names_.back();
  }

  bool add_row(const std::string& remarks, std::optional<Severity> worst,
               std::span<const MarkedCell> cells) {
    if (rows_ == most_rows_) return false;
    const int row = static_cast<int>(++rows_);
    if (!remarks.empty()) {
      set_height(*sheet_, row, remarks, kRemarksWidth);
      sheet_->text(row, 0, cell_text(remarks), remarks_[shade_of(worst)]);
    }
    const std::size_t count = std::min(cells.size(), kSheetColumns - 1);
    for (std::size_t i = 0; i < count; ++i) put_value(row, i + 1, cells[i]);
    return true;
  }

  void summarise(const std::vector<SummaryRow>& lines) {
    for (std::size_t i = 0; i < kSummaryWidths.size(); ++i) {
      const int column = static_cast<int>(i);
      summary_->column_width(column, column, kSummaryWidths[i]);
    }
    summary_->hide_gridlines();
    int row = 0;
    for (const SummaryRow& line : lines) put_line(row++, line);
    set_page(*summary_);
  }

  void close() {
    finish_sheet();
    file_.close();
  }

 private:
  static XlsxFile::Options options() {
    XlsxFile::Options options;
    options.created = make_date(1980, 1, 1).value();  // the same every time
    options.row_by_row = true;
    return options;
  }

  void put_value(int row, std::size_t column, const MarkedCell& cell) {
    if (cell.text.empty() && !cell.mark) return;
    sheet_->text(row, static_cast<int>(column), cell_text(cell.text),
                 values_[shade_of(cell.mark)]);
    const bool measured = rows_ <= kMeasuredRows && !cell.runs_over;
    if (!measured || column >= widths_.size()) return;
    widths_[column] =
        std::max(widths_[column], std::min(width_of(cell.text), kWidest));
  }

  void put_line(int row, const SummaryRow& line) {
    if (line.kind == SummaryRow::Kind::title) {
      summary_->row_height(row, kTitleHeight);
    } else if (line.kind == SummaryRow::Kind::entry) {
      set_height(*summary_, row, line.texts[1], kSummaryWidths[1]);
    }
    const SheetStyle style = style_of(line);
    for (std::size_t i = 0; i < line.texts.size(); ++i) {
      const std::string& text = line.texts[i];
      const int column = static_cast<int>(i);
      const bool is_number =
          !text.empty() &&
          text.find_first_not_of("0123456789") == std::string::npos;
      if (is_number) {
        summary_->number(row, column, Decimal::parse(text).value(), style);
      } else {
        summary_->text(row, column, cell_text(text), style);
      }
    }
  }

  /// Widths and the filter are known only after the rows.
  void finish_sheet() {
    if (!sheet_) return;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const int column = static_cast<int>(i);
      const std::size_t width = i == 0 ? kRemarksWidth : widths_[i] + 2;
      sheet_->column_width(column, column, static_cast<double>(width));
    }
    const int last = static_cast<int>(rows_);
    const int last_column = static_cast<int>(widths_.size()) - 1;
    sheet_->filter(0, 0, last, last_column);
    sheet_->repeat_rows(0, 0);
    if (last > 0) sheet_->expect_numbers_as_text(1, 0, last, last_column);
    set_page(*sheet_);
    sheet_.reset();
  }

  std::uint64_t most_rows_;
  XlsxFile file_;
  std::vector<std::string> names_;
  std::optional<XlsxSheet> summary_;
  std::optional<XlsxSheet> sheet_;
  std::array<SheetStyle, 4> values_;
  std::array<SheetStyle, 4> remarks_;
  std::vector<std::size_t> widths_;
  std::uint64_t rows_ = 0;
};

MarkedWorkbook::MarkedWorkbook(const std::filesystem::path& path,
                               const std::string& summary,
                               std::uint64_t most_rows)
    : impl_(std::make_unique<Impl>(path, summary, most_rows)) {}

MarkedWorkbook::~MarkedWorkbook() = default;

std::string MarkedWorkbook::begin_sheet(
    const std::string& name, const std::vector<std::string>& columns) {
  return impl_->begin_sheet(name, columns);
}

bool MarkedWorkbook::add_row(const std::string& remarks,
                             std::optional<Severity> worst,
                             std::span<const MarkedCell> cells) {
  return impl_->add_row(remarks, worst, cells);
}

void MarkedWorkbook::summarise(const std::vector<SummaryRow>& lines) {
  impl_->summarise(lines);
}

void MarkedWorkbook::close() {
  impl_->close();
}

}  // namespace gov_report
