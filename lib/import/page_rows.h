// page_rows.h - the tables of a page as rows, with what can be said of their
// cells whatever the form. Found once, then laid over each form.
//
//   label  the last words in front of the first figure with ink; one figure in
//          front of them numbers the rows, a column of units behind them is
//          none

#pragma once

#include <deque>
#include <vector>

#include "import/labels.h"
#include "import/published_page.h"
#include "schema/page_format.h"

namespace gov_report {

/// What a cell holds, by its looks.
struct CellLooks {
  bool ink = false;
  bool figure = false;  ///< or blank
  bool idle = false;    ///< nothing stands in its column in all of the table
  Label label;          ///< empty where a bare number or nothing stands
};

/// A row of a table of the page.
struct PageRow {
  std::size_t grid = 0;
  /// Tables with no words between them have the same: one that goes on after
  /// a page break.
  std::size_t run = 0;
  std::vector<const TextCell*> cells;  ///< that begin in it
  std::vector<CellLooks> looks;        ///< of each
  std::size_t values = 0;              ///< the first cell behind the label
  /// Cell of the label; kNone: there is none.
  std::size_t label_at = kNone;
  bool covered = false;  ///< cells stand at all of the table's columns
  bool has_figure = false;

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  const TextCell* label_cell() const {
    return label_at == kNone ? nullptr : cells[label_at];
  }
  const Label& label() const {
    return label_at == kNone ? kNoLabel : looks[label_at].label;
  }
};

/// REQUIRES: the page stays.
class PageRows {
 public:
  PageRows(const PublishedPage& page, const PageFormat& words);
  PageRows(const PageRows&) = delete;
  PageRows& operator=(const PageRows&) = delete;

  const std::vector<const CellGrid*>& grids() const { return grids_; }
  const std::vector<PageRow>& rows() const { return rows_; }

 private:
  void add_rows(std::size_t grid, std::size_t run, const FigureWords& words);
  void pass_over_units(std::size_t grid);
  void note_idle(std::size_t grid);

  std::deque<CellGrid> filled_up_;  // sheets, with their blank cells
  std::vector<const CellGrid*> grids_;
  std::vector<PageRow> rows_;
};

}  // namespace gov_report
