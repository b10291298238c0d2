#include "source/xlsx_rows.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "source/xlsx_sheet.h"
#include "source/xlsx_values.h"

namespace gov_report {
namespace {

constexpr std::string_view kBetween = " | ";
constexpr std::size_t kShownCharacters = 40;

/// The variant of unreadable-cell; nullptr: the cell is fine.
const char* variant_of(SheetCell::Kind kind) {
  switch (kind) {
    case SheetCell::Kind::error:
      return "error";
    case SheetCell::Kind::uncalculated:
      return "formula";
    case SheetCell::Kind::twice:
      return "twice";
    case SheetCell::Kind::broken:
      return "";
    case SheetCell::Kind::text:
    case SheetCell::Kind::number:
      break;
  }
  return nullptr;
}

std::vector<TopRow> top_rows(SheetReader& sheet) {
  std::vector<TopRow> rows;
  for (SheetRow row; rows.size() < kTopRows && sheet.next(row);) {
    TopRow top{row.number, {}};
    for (const SheetCell& cell : row.cells) {
      top.cells.resize(cell.column);
      top.cells.back() = cell.text;
    }
    const bool is_blank = std::ranges::all_of(
        top.cells,
        [](const std::string& text) { return trimmed(text).empty(); });
    if (!is_blank) rows.push_back(std::move(top));
  }
  return rows;
}

class XlsxRows : public RowSource {
 public:
  XlsxRows(std::unique_ptr<XlsxBook> book, const BookSheet& sheet,
           std::string file, HeaderRows header, const HeadingTest& is_heading,
           FindingSink sink, RowChoice choice)
      : book_(std::move(book)),
        sheet_(*book_, sheet),
        file_(std::move(file)),
        sink_(std::move(sink)),
        choice_(choice),
        header_(std::move(header)) {
    while (!header_.names.empty() && header_.names.back().empty()) {
      header_.names.pop_back();
    }
    for (std::size_t c = 0; c < header_.names.size(); ++c) {
      const std::string& name = header_.names[c];
      columns_.push_back(
          {name, {header_.last, static_cast<std::uint32_t>(c + 1)}});
      is_known_.push_back(!name.empty() && (!is_heading || is_heading(name)));
    }
    fields_.resize(columns_.size());
    cells_.resize(columns_.size());
    header_line_ = joined([&](std::size_t c) { return header_.names[c]; });
  }

  const std::vector<Column>& columns() const override { return columns_; }
  bool has_header() const override { return true; }
  std::uint64_t rows_rejected() const override { return rejected_; }
  std::string_view header_line() const override { return header_line_; }

  bool next(Row& row) override;

  Position position(std::size_t field) const override {
    return {line_, static_cast<std::uint32_t>(field + 1)};
  }
  std::uint32_t width(std::size_t field) const override {
    if (field >= fields_.size()) return 1;
    return static_cast<std::uint32_t>(
        std::max<std::size_t>(character_count(fields_[field].text), 1));
  }
  std::string_view excerpt(std::size_t) const override {
    if (excerpt_.empty()) {
      excerpt_ = joined([&](std::size_t c) { return fields_[c].text; });
    }
    return excerpt_;
  }

  Place place(std::string file, std::size_t field) const override {
    Place place = RowSource::place(std::move(file), field);
    place.address = address_of(place.at);
    place.mark = mark_of(field, [&](std::size_t c) { return fields_[c].text; });
    return place;
  }
  Place header_place(std::string file, std::size_t column) const override {
    Place place = RowSource::header_place(std::move(file), column);
    place.address = address_of(place.at);
    place.mark = mark_of(column, [&](std::size_t c) {
      return std::string_view(columns_[c].name);
    });
    return place;
  }

  std::optional<Date> number_as_date(std::size_t field) const override;

 private:
  static std::string address_of(Position at) {
    return column_letters(at.column) + std::to_string(at.line);
  }

  /// The texts of all columns on one line.
  template <typename TextOf>
  std::string joined(const TextOf& text_of) const {
    std::string line;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (c > 0) line += kBetween;
      line += text_of(c);
    }
    std::ranges::replace(line, '\n', ' ');
    std::ranges::replace(line, '\r', ' ');
    return line;
  }

  /// The character, from 1, at which a column begins in that line.
  template <typename TextOf>
  std::uint32_t mark_of(std::size_t column, const TextOf& text_of) const {
    std::size_t mark = 1;
    for (std::size_t c = 0; c < std::min(column, columns_.size()); ++c) {
      mark += character_count(text_of(c)) + kBetween.size();
    }
    return static_cast<std::uint32_t>(mark);
  }

  bool read_cells(const SheetRow& row);
  bool is_blank() const;
  bool is_sound();
  void report_long_row();

  std::unique_ptr<XlsxBook> book_;
  SheetReader sheet_;
  std::string file_;
  FindingSink sink_;
  RowChoice choice_;
  HeaderRows header_;
  std::vector<Column> columns_;
  std::vector<bool> is_known_;  // by column
  std::string header_line_;
  std::uint64_t line_ = 0;
  std::vector<Field> fields_;
  std::vector<SheetCell> cells_;  // by column; without a column: no cell
  mutable std::string excerpt_;   // of the row, once it is asked for
  std::uint64_t rejected_ = 0;
  bool ended_ = false;
};

bool XlsxRows::next(Row& row) {
  for (SheetRow sheet_row; !ended_ && sheet_.next(sheet_row);) {
    if (sheet_row.number <= header_.last) continue;
    line_ = sheet_row.number;
    excerpt_.clear();
    fields_.assign(columns_.size(), {});
    cells_.assign(columns_.size(), {});
    if (sheet_row.too_long) {
      report_long_row();
    } else if (!read_cells(sheet_row)) {
      continue;
    } else if (is_sound()) {
      row = {line_, fields_, {}, Row::Kind::record};
      return true;
    }
    ++rejected_;
    if (choice_ == RowChoice::all) {
      row = {line_, fields_, {}, Row::Kind::rejected};
      return true;
    }
  }
  if (!ended_ && sheet_.fault()) {
    Finding fault = workbook_finding(*sheet_.fault(), file_);
    fault.place.at.line = sheet_.row_number();
    sink_(std::move(fault));
  }
  ended_ = true;
  return false;
}

/// False for a row without a value under the header.
bool XlsxRows::read_cells(const SheetRow& row) {
  bool any = false;
  for (const SheetCell& cell : row.cells) {
    if (cell.column > columns_.size()) break;
    cells_[cell.column - 1] = cell;
    fields_[cell.column - 1].text = cell.text;
    any =
        any || variant_of(cell.kind) != nullptr || !trimmed(cell.text).empty();
  }
  return any;
}

/// False after findings about cells that a ledger needs.
bool XlsxRows::is_sound() {
  bool sound = true;
  for (std::size_t c = 0; c < cells_.size(); ++c) {
    const char* const variant = variant_of(cells_[c].kind);
    if (variant == nullptr || !is_known_[c]) continue;
    sound = false;
    Finding finding;
    finding.rule = "unreadable-cell";
    finding.variant = variant;
    finding.place = place(file_, c);
    finding.arguments = {{"field", columns_[c].name},
                         {"address", finding.place.address},
                         {"value", printable(first_characters(
                                       cells_[c].text, kShownCharacters))}};
    sink_(std::move(finding));
  }
  return sound;
}

void XlsxRows::report_long_row() {
  Finding finding;
  finding.rule = "row-too-long";
  finding.place = {file_, {line_, 0}, 1, {}, {}};
  finding.arguments = {{"limit", std::to_string(kRowLimit)}};
  sink_(std::move(finding));
}

std::optional<Date> XlsxRows::number_as_date(std::size_t field) const {
  // Smaller numbers are years and counts that stand in the wrong column.
  constexpr std::int64_t kFirst = 32'874;  // 1990-01-01 in the system of 1900
  constexpr std::int64_t kLast = 73'050;   // 2099-12-31
  constexpr std::int64_t kFrom1904 = 1462;
  constexpr std::int64_t kOf1970 = 25'569;
  if (field >= cells_.size() || cells_[field].kind != SheetCell::Kind::number) {
    return std::nullopt;
  }
  const auto serial = serial_of(cells_[field].text);
  if (!serial) return std::nullopt;
  const std::int64_t days = serial->days + (book_->from_1904() ? kFrom1904 : 0);
  if (days < kFirst || days > kLast) return std::nullopt;
  return Date{static_cast<std::int32_t>(days - kOf1970)};
}

/// nullptr after a finding.
const BookSheet* sheet_of(const XlsxBook& book, const std::string& name,
                          const std::string& file, const FindingSink& sink) {
  const auto& sheets = book.sheets();
  if (name.empty()) {
    const auto shown = std::ranges::find(sheets, false, &BookSheet::hidden);
    return shown == sheets.end() ? &sheets.front() : &*shown;
  }
  const auto exact = std::ranges::find(sheets, name, &BookSheet::name);
  if (exact != sheets.end()) return &*exact;
  std::vector<std::string> names;
  std::string all;
  for (const BookSheet& sheet : sheets) {
    if (fold(sheet.name) == fold(name)) return &sheet;
    names.push_back(sheet.name);
    all += (all.empty() ? "" : ", ") + sheet.name;
  }
  Finding finding;
  finding.rule = "sheet-missing";
  finding.place.file = file;
  finding.arguments = {
      {"file", file}, {"sheet", printable(name)}, {"allowed", printable(all)}};
  if (const auto near = nearest(name, names)) {
    finding.variant = "nearest";
    finding.arguments.push_back({"nearest", printable(*near)});
  }
  sink(std::move(finding));
  return nullptr;
}

}  // namespace

Finding workbook_finding(const BookFault& fault, const std::string& file) {
  Finding finding;
  finding.rule = "unreadable-workbook";
  finding.variant = fault.variant;
  finding.place.file = file;
  finding.arguments = {{"file", file}, {"detail", printable(fault.detail)}};
  return finding;
}

std::unique_ptr<RowSource> open_xlsx_rows(std::unique_ptr<XlsxBook> book,
                                          std::string file,
                                          const SheetChoice& choice,
                                          FindingSink sink, RowChoice rows) {
  const BookSheet* const sheet = sheet_of(*book, choice.sheet, file, sink);
  if (sheet == nullptr) return nullptr;
  BookFault fault;
  if (!book->load_shared(fault)) {
    sink(workbook_finding(fault, file));
    return nullptr;
  }
  SheetReader scout(*book, *sheet);
  const std::vector<TopRow> top = top_rows(scout);
  if (top.empty()) {
    Finding finding;
    if (scout.fault()) {
      finding = workbook_finding(*scout.fault(), file);
    } else {
      finding.rule = "empty-file";
      finding.place.file = file;
      finding.arguments = {{"file", file}};
    }
    sink(std::move(finding));
    return nullptr;
  }
  // The book moves into the rows; its sheets stay where they are.
  return std::make_unique<XlsxRows>(std::move(book), *sheet, std::move(file),
                                    find_header(top, choice.is_heading),
                                    choice.is_heading, std::move(sink), rows);
}

std::vector<SheetSummary> list_sheets(const std::filesystem::path& path,
                                      const HeadingTest& is_heading) {
  std::vector<SheetSummary> summaries;
  try {
    BookFault fault;
    const auto book = XlsxBook::open(path, fault);
    if (book == nullptr) return summaries;
    // One sheet is what it is; its strings need not be read to know it.
    const bool several = book->sheets().size() > 1;
    if (several && !book->load_shared(fault)) return summaries;
    for (const BookSheet& sheet : book->sheets()) {
      summaries.push_back({sheet.name, sheet.hidden, {}, true});
      if (!several) continue;
      SheetReader scout(*book, sheet);
      const std::vector<TopRow> top = top_rows(scout);
      summaries.back().readable = !scout.fault();
      if (top.empty()) continue;
      HeaderRows header = find_header(top, is_heading);
      if (header.known > 0) summaries.back().headings = std::move(header.names);
    }
  } catch (const std::system_error&) {
    summaries.clear();  // who opens the file says why
  }
  return summaries;
}

}  // namespace gov_report
