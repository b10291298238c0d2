// xlsx_rows.h - a sheet of an XLSX workbook as positioned rows.
//
//   header    found below titles by the headings that are known, one row or
//             two (header_rows.h); hidden rows and columns are read like others
//   places    line: row of the sheet; column: column of the sheet, A is 1;
//             address: A1 form. The excerpt is the values of the row, joined
//   rejected  rows with an error value, a formula without value, or two cells
//             of one address, where the column has a known name
//   findings  unreadable-workbook, sheet-missing, empty-file, unreadable-cell,
//             row-too-long

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/finding.h"
#include "source/header_rows.h"
#include "source/row_source.h"
#include "source/xlsx_book.h"

namespace gov_report {

/// Which sheet of a workbook is read, and how its header is known.
struct SheetChoice {
  std::string sheet;       ///< empty: the first one that is not hidden
  HeadingTest is_heading;  ///< empty: the first row is the header
};

/// nullptr after a finding.
std::unique_ptr<RowSource> open_xlsx_rows(std::unique_ptr<XlsxBook> book,
                                          std::string file,
                                          const SheetChoice& choice,
                                          FindingSink sink,
                                          RowChoice rows = RowChoice::records);

Finding workbook_finding(const BookFault& fault, const std::string& file);

/// A sheet of a workbook, and what its columns are called.
struct SheetSummary {
  std::string name;
  bool hidden = false;
  std::vector<std::string> headings;  ///< none: no row has a known one
  bool readable = true;               ///< false: opening it says what is wrong
};

/// Empty if the workbook cannot be read.
std::vector<SheetSummary> list_sheets(const std::filesystem::path& path,
                                      const HeadingTest& is_heading);

}  // namespace gov_report
