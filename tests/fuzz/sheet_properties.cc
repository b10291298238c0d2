#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>

#include "base/text.h"
#include "fuzz/parts_text.h"
#include "fuzz/properties.h"
#include "source/xlsx_rows.h"
#include "source/xlsx_sheet.h"
#include "source/xlsx_values.h"

namespace gov_report::test {
namespace {

bool is_heading(std::string_view text) {
  static const std::set<std::string_view> known = {"a", "b", "c", "结果",
                                                   "日期"};
  return known.contains(text);
}

void fail(const std::string& words) {
  throw std::logic_error(words);
}

struct Reading {
  std::string records;   // rows that are records, values and places
  std::string findings;  // rule, variant and place
  std::uint64_t rows = 0;
  std::uint64_t rejected = 0;
  std::uint64_t header = 0;  // its last row
  std::size_t columns = 0;
};

void check_place(const RowSource& rows, std::size_t field) {
  const Place place = rows.place("f", field);
  const auto address = cell_address(place.address);
  if (!address || address->row != place.at.line ||
      address->column != place.at.column) {
    fail("address " + place.address);
  }
  const std::size_t length = character_count(place.excerpt);
  if (place.mark == 0 || place.mark > length + 1) {
    fail("mark " + std::to_string(place.mark) + " in " + place.excerpt);
  }
}

/// Rows and findings; nullopt if the book cannot be opened.
std::optional<Reading> reading_of(const std::string& zip, RowChoice choice) {
  Reading reading;
  const FindingSink sink = [&](const Finding& finding) {
    reading.findings += finding.rule + "/" + finding.variant + " " +
                        std::to_string(finding.place.at.line) + ":" +
                        std::to_string(finding.place.at.column) + "\n";
  };
  BookFault fault;
  auto book = XlsxBook::open_bytes(zip, fault);
  if (book == nullptr) {
    if (fault.variant.empty()) fail("no book and no fault");
    return std::nullopt;
  }
  const auto rows =
      open_xlsx_rows(std::move(book), "f", {"", is_heading}, sink, choice);
  if (rows == nullptr) {
    if (reading.findings.empty()) fail("no rows and no finding");
    return std::nullopt;
  }
  reading.columns = rows->columns().size();
  if (reading.columns > 0) reading.header = rows->columns()[0].at.line;
  std::uint64_t last = reading.header;
  std::uint64_t handed_out = 0;  // of the rejected
  for (Row row; rows->next(row);) {
    if (row.line <= last) fail("row " + std::to_string(row.line) + " again");
    last = row.line;
    if (row.kind == Row::Kind::rejected) {
      ++handed_out;
      continue;
    }
    ++reading.rows;
    reading.records += std::to_string(row.line) + ":";
    if (row.fields.size() > reading.columns) fail("too many fields");
    for (std::size_t f = 0; f < row.fields.size(); ++f) {
      if (first_invalid_utf8(row.fields[f].text)) fail("a value is no UTF-8");
      reading.records += " <" + std::string(row.fields[f].text) + ">";
      if (const auto date = rows->number_as_date(f)) {
        reading.records += iso_text(*date);
      }
    }
    reading.records += "\n";
    if (!row.fields.empty()) check_place(*rows, row.fields.size() - 1);
  }
  reading.rejected = rows->rows_rejected();
  if (choice == RowChoice::all && handed_out != reading.rejected) {
    fail("rejected rows are not handed out");
  }
  return reading;
}

/// Rows below the header with a value under it, counted from the cells.
std::uint64_t rows_of_sheet(const std::string& zip, const Reading& reading) {
  BookFault fault;
  const auto book = XlsxBook::open_bytes(zip, fault);
  book->load_shared(fault);
  const auto& sheets = book->sheets();
  const auto shown = std::ranges::find(sheets, false, &BookSheet::hidden);
  SheetReader sheet(*book, shown == sheets.end() ? sheets.front() : *shown);
  std::uint64_t count = 0;
  for (SheetRow row; sheet.next(row);) {
    if (row.number <= reading.header) continue;
    const bool any = std::ranges::any_of(row.cells, [&](const SheetCell& cell) {
      const bool plain = cell.kind == SheetCell::Kind::text ||
                         cell.kind == SheetCell::Kind::number;
      return cell.column <= reading.columns &&
             (!plain || !trimmed(cell.text).empty());
    });
    count += any || row.too_long ? 1 : 0;
  }
  return count;
}

}  // namespace

void sheet_rows_add_up(std::string_view bytes) {
  const std::string zip =
      zip_of_parts(bytes, "xl/worksheets/sheet1.xml", small_book(""));
  const auto records = reading_of(zip, RowChoice::records);
  const auto all = reading_of(zip, RowChoice::all);
  if (records.has_value() != all.has_value()) fail("opens once only");
  if (!records) return;
  if (records->records != all->records || records->rejected != all->rejected ||
      records->findings != all->findings) {
    fail("records alone\n" + records->records + records->findings +
         "\nall rows\n" + all->records + all->findings);
  }
  const std::uint64_t rows = rows_of_sheet(zip, *records);
  if (records->rows + records->rejected != rows) {
    fail(std::to_string(records->rows) + " rows and " +
         std::to_string(records->rejected) + " rejected are not " +
         std::to_string(rows));
  }
}

}  // namespace gov_report::test
