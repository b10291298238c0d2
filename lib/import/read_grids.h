// read_grids.h - tables of cells: rows are found by their labels, in the order
// of the form; columns by the number of cells and by the headers.
//
//   out     figures of rows and columns that are sure, and what was not read
//   absent  a page without tables gives readings in which no table is found

#pragma once

#include <memory>
#include <optional>

#include "import/captions.h"
#include "import/form_rows.h"
#include "import/page_rows.h"
#include "import/published_page.h"
#include "import/report_outline.h"
#include "import/table_reading.h"

namespace gov_report {

class GridReader;

/// In two steps: a form that cannot win is not read.
class GridReading {
 public:
  /// REQUIRES: all of them stay.
  GridReading(const PublishedPage& page, const PageRows& rows,
              const PublishedForm& form, const SenseWords& words);
  GridReading(GridReading&&) noexcept;
  ~GridReading();

  /// The score of the readings will be no higher; nullopt: it is not known.
  std::optional<int> score_at_most() const;
  /// Once. A table whose row has no label is looked for in its section only, as
  /// far as the outline knows that.
  TableReadings read(const Outline& outline, const Captions& captions);

 private:
  std::unique_ptr<GridReader> reader_;
};

}  // namespace gov_report
