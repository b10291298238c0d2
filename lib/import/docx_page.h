// docx_page.h - a Word file (word/document.xml).
//
//   places  line: the paragraph, counted through tables; column: its character
//   left    what was deleted under review, struck out or hidden; raised and
//           lowered marks of notes; how words are spoken; boxes over cells; the
//           older copy of a drawing that office programs keep
//   doubt   cells that show symbols, formulas or fields that are in no text

#pragma once

#include <filesystem>
#include <vector>

#include "import/published_page.h"
#include "source/zip_archive.h"

namespace gov_report {

PublishedPage read_docx_page(ZipArchive& archive, ReadFault& fault);

/// The tables alone, in their order; a table inside a cell comes after the one
/// around it.
std::vector<CellGrid> read_docx_tables(const std::filesystem::path& file,
                                       ReadFault& fault);

}  // namespace gov_report
