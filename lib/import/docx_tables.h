// docx_tables.h - the tables of a Word file (word/document.xml).

#pragma once

#include <filesystem>
#include <vector>

#include "import/cell_grid.h"

namespace gov_report {

/// In their order. A table inside a cell is part of that cell's text.
std::vector<CellGrid> read_docx_tables(const std::filesystem::path& file,
                                       ReadFault& fault);

}  // namespace gov_report
