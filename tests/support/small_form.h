// small_form.h - a form of a few rows, and pages with tables for it, made in a
// line of a test each.

#pragma once

#include <string>
#include <vector>

#include "import/form_rows.h"
#include "import/page_rows.h"
#include "import/published_page.h"
#include "import/stretches.h"

namespace gov_report {

struct SmallRow {
  std::string label;
  std::vector<std::string> headers;  ///< of its columns
  std::size_t block = 1;
  std::size_t table = 0;
  std::size_t parts = 0;
};

/// The figures of all rows count on from 0. Its words are all labels and
/// headers.
PublishedForm small_form(const std::vector<SmallRow>& rows);

/// Each table as its lines, with bars between cells; "^" goes on in the cell
/// above, and "<" in the one to the left.
PublishedPage tables_page(const std::vector<std::vector<std::string>>& tables);

/// Each text a line, and a paragraph.
PublishedPage lines_page(const std::vector<std::string>& lines);

/// Lines cut into stretches, with the rows of a form of one table named.
struct SmallLines {
  SmallLines(const std::vector<std::string>& lines,
             const std::vector<SmallRow>& rows);

  PublishedForm form;
  StretchesOfLines cut;
};

}  // namespace gov_report
