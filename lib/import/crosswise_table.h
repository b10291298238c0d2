// crosswise_table.h - a table whose form has one row of figures under several
// lines of headers, printed on its side: in lines, or in rows and columns. Each
// figure is that of the headers that stand before and above it.
//
//   absent  an empty list, unless each figure has one place and that is sure

#pragma once

#include <vector>

#include "import/cell_grid.h"
#include "import/form_rows.h"
#include "import/page_rows.h"

namespace gov_report {

/// The cell of each column of the form's row, in one table of the page, whose
/// rows these are.
std::vector<const TextCell*> crosswise_figures(
    const CellGrid& grid, const std::vector<const PageRow*>& rows,
    const FormRow& form);

}  // namespace gov_report
