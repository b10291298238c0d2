// crosswise_table.h - a table whose form has one row of figures under several
// lines of headers, printed on its side: in lines, or in rows and columns. Each
// figure is that of the headers that stand before and above it.
//
//   in      blank cells are figures too; one is padding if no figure stands in
//           its column and no words above it but those over all columns
//   absent  no cells, unless each figure has one place, that is sure, and no
//           words of another year or column stand before or above it

#pragma once

#include <vector>

#include "import/cell_grid.h"
#include "import/form_rows.h"
#include "import/page_rows.h"

namespace gov_report {

struct CrosswiseFigures {
  std::vector<const TextCell*> cells;  ///< by column; empty: not known
  bool doubtful = false;  ///< the table is there, and they are not sure
};

/// The cells of the form's row in one table of the page, whose rows these are.
CrosswiseFigures crosswise_figures(const CellGrid& grid,
                                   const std::vector<const PageRow*>& rows,
                                   const FormRow& form);

}  // namespace gov_report
