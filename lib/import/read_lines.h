// read_lines.h - tables that are lines of text: copied out of a web page, or of
// a PDF.
//
//   The text is cut into words and figures. Labels of the form are looked for
//   in the words; the figures that follow belong to the label before them if
//   there are as many as columns. Figures that have run together are read only
//   if there is one way to take them apart and the sums of the form agree.
//
//   out     figures of rows that are sure, and what was not read
//   absent  lines without a table give readings in which none is found

#pragma once

#include <cstddef>
#include <set>

#include "import/form_rows.h"
#include "import/published_page.h"
#include "import/table_reading.h"
#include "schema/page_format.h"

namespace gov_report {

/// Which lines of a page, and of what.
struct LinesOfTables {
  std::size_t first = 0;  ///< blocks [first, last)
  std::size_t last = 0;
  int year = 0;  ///< of the report; 0: not known
  /// Tables of the form that stand elsewhere, as in a picture: no line is read
  /// as one of theirs.
  std::set<std::size_t> left = {};
};

TableReadings read_lines(const PublishedPage& page, const LinesOfTables& lines,
                         const PublishedForm& form, const PageFormat& words);

}  // namespace gov_report
