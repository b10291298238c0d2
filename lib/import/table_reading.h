// table_reading.h - what was read of the tables of a published report, and what
// was not.
//
//   absent  a figure that is in no row read is not in `cells`; nothing is
//           guessed
//   doubt   a position that is known only if the row's sums agree is read when
//           they do

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "import/form_rows.h"
#include "import/page_rows.h"
#include "import/published_page.h"
#include "schema/page_format.h"
#include "tally/table.h"

namespace gov_report {

/// A label that is not that of the form.
struct OtherLabel {
  std::string printed;
  std::string of_form;
  Place place;
};

/// A row that is there, and whose figures are not known to be whose.
struct UnreadRow {
  std::size_t row = 0;  ///< index in the form's rows
  std::string printed;  ///< what stands in it
  Place place;
};

/// A row that the form does not have.
struct AddedRow {
  std::size_t table = 0;
  std::string printed;
  Place place;
};

struct TableReadings {
  std::map<CellIndex, Cell> cells;
  std::vector<OtherLabel> labels;
  std::vector<UnreadRow> unread;
  std::vector<AddedRow> added;
  std::vector<std::size_t> missing;  ///< rows of the form that are not there
  /// Columns that the header does not have: table, and place in the row.
  std::set<std::pair<std::size_t, std::size_t>> no_column;
  std::vector<CellIndex> groups;  ///< totals printed as rows of their own
  std::vector<bool> found;        ///< by table: some row is there
  std::vector<Place> places;      ///< by table: where it begins
  std::size_t repeated = 0;       ///< rows that stand twice, with other figures
  /// How much of the form was recognised.
  int score = 0;
};

/// What is a figure, by its looks: a number, a blank, "/" and its like, and
/// these with words around a number.
bool is_figure(std::string_view text, const FigureWords& words);
/// Of what is none without words.
bool is_figure_with_words(std::string_view text, const FigureWords& words);

/// Of the tables among the blocks, in two steps: a form that cannot win is not
/// read.
class GridReader;

class GridReading {
 public:
  /// REQUIRES: all of them stay.
  GridReading(const PublishedPage& page, const PageRows& rows,
              const PublishedForm& form);
  GridReading(GridReading&&) noexcept;
  ~GridReading();

  /// The score of the readings will be no higher; nullopt: it is not known.
  std::optional<int> score_at_most() const;
  /// Once.
  TableReadings read();

 private:
  std::unique_ptr<GridReader> reader_;
};

/// Of tables that are lines of text, in blocks [first, last).
TableReadings read_lines(const PublishedPage& page, std::size_t first,
                         std::size_t last, const PublishedForm& form,
                         const PageFormat& words);

/// Whether the sums of the form hold for a row of figures as far as they are
/// about these alone; false too if there is none or a figure is no number.
bool sums_hold(const ReportFormat& format,
               const std::map<CellIndex, Cell>& cells);

}  // namespace gov_report
