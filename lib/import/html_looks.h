// html_looks.h - how the elements of one page are shown: by what they are, by
// their attributes and by the style sheets in the page.

#pragma once

#include <gumbo.h>

#include <vector>

#include "import/cell_grid.h"
#include "import/html_sheet.h"
#include "import/html_style.h"

namespace gov_report {

class ElementLooks {
 public:
  /// The sheets count for all of the page, wherever they stand.
  void read_sheets(const GumboOutput& page);
  /// `unsure`: a rule may hide it or show it; it is said to be shown.
  ShownAs of(const GumboNode* node) const;
  /// Of a page that hides its tables, a script shows them: from now on, but for
  /// parts of tables, only what says of itself that it takes no place is
  /// hidden.
  void show_blocks() { blocks_shown_ = true; }
  bool shows_blocks() const { return blocks_shown_; }

 private:
  void read_sheets(const GumboNode* node, int depth);

  StyleSheet sheet_;
  bool blocks_shown_ = false;
};

/// Cells of one table that take their place and are not seen.
class HiddenCells {
 public:
  void start_row() { ++row_; }
  /// One in the row begun last.
  void note();
  /// A row that has such a cell and is wider than all that have none has a cell
  /// too many: its figures are not known to stand under their headers.
  void doubt_shifted(CellGrid& grid) const;

 private:
  int row_ = -1;
  std::vector<int> rows_;  // in their order
};

/// Columns of one table that may take no room.
class NarrowColumns {
 public:
  /// Of a <col> or <colgroup>, in their order.
  void add(const GumboElement& element, const ShownAs& looks);
  bool empty() const { return columns_.empty(); }
  /// Cells in nothing but such columns are not known to be seen.
  void doubt_narrow(CellGrid& grid) const;

 private:
  std::vector<bool> columns_;
};

}  // namespace gov_report
