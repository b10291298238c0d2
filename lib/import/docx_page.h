// docx_page.h - a Word file (word/document.xml).
//
//   places  line: the paragraph, counted through tables; column: its character
//   left    what was deleted under review; raised marks of notes in tables;
//           the older copy of a drawing that office programs keep

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
