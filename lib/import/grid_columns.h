// grid_columns.h - which cell of a row is the figure of which column: by the
// number of cells, and by the headers above the row.
//
//   absent  where blank cells may have moved, or the headers do not fit, no
//           cell is any column's
//   out     headers that are not those of the form are noted in the readings

#pragma once

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "import/grid_places.h"
#include "import/row_matches.h"
#include "import/table_reading.h"

namespace gov_report {

class GridColumns {
 public:
  static constexpr int kOfColumn = 40;  ///< worth of a header that is found
  static constexpr int kNoColumn = -1;  ///< the header does not have it

  /// REQUIRES: all of them stay.
  GridColumns(const PublishedPage& page, const PageRows& rows,
              const PublishedForm& form, const RowMatches& matches,
              GridPlaces& places, TableReadings& readings)
      : page_(page),
        grids_(rows.grids()),
        rows_(rows.rows()),
        form_(form.rows),
        matches_(matches),
        places_(places),
        readings_(readings) {}

  /// Where the header of a row has each column; empty: not known.
  std::vector<int> headers(std::size_t page_row, const FormRow& form);
  /// The cell of each column; nullptr where it is not known.
  std::vector<const TextCell*> cells(std::size_t page_row, const FormRow& form);

 private:
  struct HeaderCell {
    const TextCell* cell = nullptr;
    const Label* label = nullptr;
  };

  std::vector<const TextCell*> cells_as_printed(std::size_t page_row,
                                                const FormRow& form);
  bool is_in_other_order(std::size_t page_row, const FormRow& form) const;
  void drop_shared(std::size_t page_row,
                   std::vector<const TextCell*>& cells) const;
  std::vector<int> aligned(std::vector<HeaderCell> cells, const FormRow& form,
                           std::size_t grid, bool& contradicts);

  const PublishedPage& page_;
  const std::vector<const CellGrid*>& grids_;
  const std::vector<PageRow>& rows_;
  const std::vector<FormRow>& form_;
  const RowMatches& matches_;
  GridPlaces& places_;
  TableReadings& readings_;
  /// Grid and block whose headers stand in another order.
  std::set<std::pair<std::size_t, std::size_t>> other_order_;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<int>> headers_;
};

}  // namespace gov_report
