// grid_columns.h - which cell of a row is the figure of which column: by the
// number of cells, and by the headers above the row.
//
//   absent  where blank cells may have moved, or the headers do not fit, no
//           cell is any column's

#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "import/grid_header.h"
#include "import/row_matches.h"

namespace gov_report {

class GridColumns {
 public:
  /// REQUIRES: all of them stay.
  GridColumns(const PublishedPage& page, const PageRows& rows,
              const PublishedForm& form, const RowMatches& matches)
      : page_(page),
        grids_(rows.grids()),
        rows_(rows.rows()),
        form_(form.rows),
        known_(form.words),
        matches_(matches) {}

  /// Looked for above the row of the page that is asked for first, then the
  /// same for all of its block in its table. REQUIRES: that is the first one.
  const GridHeader& header(std::size_t page_row, const FormRow& form);
  /// The cell of each column, whatever is in it; nullptr where it is not known.
  std::vector<const TextCell*> cells(std::size_t page_row, const FormRow& form);

 private:
  GridHeader find_header(std::size_t page_row, const FormRow& form) const;
  void add_unknown_above(std::size_t page_row,
                         std::vector<const TextCell*>& unknown) const;
  std::vector<const TextCell*> cells_as_printed(std::size_t page_row,
                                                const FormRow& form);
  std::vector<const TextCell*> counted(
      std::size_t page_row, const FormRow& form,
      const std::vector<const TextCell*>& values, const GridHeader& header);
  std::vector<const TextCell*> without_idle(std::size_t page_row,
                                            std::size_t wanted) const;
  bool is_taken_from_above(std::size_t page_row,
                           const std::vector<const TextCell*>& values) const;
  bool has_figures_alone(std::size_t i, std::size_t page_row) const;
  bool has_figures_beside(std::size_t page_row) const;
  bool is_one_of_two(std::size_t page_row) const;
  void drop_shared(std::size_t page_row,
                   std::vector<const TextCell*>& cells) const;

  const PublishedPage& page_;
  const std::vector<const CellGrid*>& grids_;
  const std::vector<PageRow>& rows_;
  const std::vector<FormRow>& form_;
  const std::vector<std::string>& known_;  // sorted
  const RowMatches& matches_;
  /// By table of the page, and block of the form.
  std::map<std::pair<std::size_t, std::size_t>, GridHeader> headers_;
};

}  // namespace gov_report
