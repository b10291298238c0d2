// xlsx_page.h - the sheets of a workbook, each as one grid: values as they
// are shown, formulas by the value stored with them, merged cells as spans.
//
//   doubt   formulas without a stored value, places with two cells, numbers
//           that are shown as something else, what is struck out
//   units   numbers are rounded to the 15 digits that spreadsheet programs show

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "import/published_page.h"
#include "source/zip_archive.h"

namespace gov_report {

/// Of each sheet the rows with one text alone as paragraphs, then its grid.
/// Places: line and column are the row and column of the cell.
PublishedPage read_xlsx_page(ZipArchive& archive, ReadFault& fault);

/// In the order of the workbook; rows and columns of the grid are those of
/// the sheet.
std::vector<CellGrid> read_xlsx_tables(const std::filesystem::path& file,
                                       ReadFault& fault);

}  // namespace gov_report
