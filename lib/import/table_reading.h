// table_reading.h - what was read of the tables of a published report, and what
// was not.
//
//   absent  a figure that is in no row read is not in `cells`; nothing is
//           guessed
//   doubt   a position that is known only if the row's sums agree is read when
//           they do

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "import/form_rows.h"
#include "import/other_sense.h"
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
  enum class Doubt {
    lines,        ///< it may come of how these were cut into columns
    above,        ///< figures stand in lines in front of their labels
    beside,       ///< they may be among those of the row beside it
    cells,        ///< in those that the page has
    shown,        ///< what one of its cells shows
    headers,      ///< which columns they are, by headers that do not fit
    money,        ///< an amount is in another unit than the form's
    uncalculated  ///< only in formulas whose results are not in the file
  };
  std::size_t row = 0;  ///< index in the form's rows
  std::string printed;  ///< what stands in it
  Place place;          ///< uncalculated: of the first formula
  Doubt doubt = Doubt::lines;
  std::size_t count = 0;  ///< of the cells printed
  std::optional<OtherMoney> money = {};
};

/// Headers that are not those of the form, or in another order.
struct OtherHeaders {
  std::size_t table = 0;
  std::string printed;  ///< from the first to the last that differ
  std::string of_form;  ///< what the form has there
};

/// A row that the form does not have.
struct AddedRow {
  std::size_t table = 0;
  std::string printed;  ///< its label
  Place place;
  std::string figures = {};  ///< what stands in it
};

/// A row of the form, and where something is to be said of it.
struct PlacedRow {
  std::size_t row = 0;  ///< index in the form's rows
  Place place;
};

/// A row that is not there, and what stands in its place.
struct ReplacedRow {
  std::size_t row = 0;  ///< index in the form's rows
  std::string printed;  ///< its label
  Place place;
  std::string figures = {};  ///< what stands in it
};

/// One of the rows of a page from top to bottom: one of the form, where that
/// has it, or another with figures.
struct StandingRow {
  std::size_t grid = 0;  ///< which table of the page it stands in
  std::size_t row = 0;   ///< index in the form's rows, if it is one of these
  std::optional<AddedRow> other = {};
};

struct TableReadings {
  explicit TableReadings(std::size_t tables = 0)
      : found(tables), places(tables) {}

  /// Some row of a table is there; the first one says where the table begins.
  void note_found(std::size_t table, Place place);
  /// Figures of a row, as many as are sure.
  void read_row(const FormRow& row, std::map<CellIndex, Cell> figures);
  /// `printed`: what stands in the place of the figures.
  void note_unread(std::size_t row,
                   const std::vector<std::string_view>& printed, Place place,
                   UnreadRow::Doubt doubt);
  /// The rows of a table that are not there. `printed_groups`: rows whose
  /// total stands in the place of their parts.
  void note_missing(const std::vector<FormRow>& form, std::size_t table,
                    const std::set<std::size_t>& printed_groups,
                    const std::function<bool(std::size_t)>& is_there);
  /// After note_missing: a row that is missing, or without figures, beside one
  /// whose figures were not read for how the lines are cut is not read either;
  /// they may be there. So is one of whose label a beginning stands somewhere.
  void doubt_missing(
      const std::vector<FormRow>& form,
      const std::function<std::optional<Place>(std::size_t)>& beginning_of);
  /// After note_missing: other rows stand in the place of those missing between
  /// the same two rows if there are as many, else they are added ones. What
  /// stands above all rows of the form, or below, is neither.
  void note_others(const std::vector<FormRow>& form,
                   const std::vector<StandingRow>& standing);

  std::map<CellIndex, Cell> cells;
  std::vector<OtherLabel> labels;
  std::vector<UnreadRow> unread;
  std::vector<OtherHeaders> headers;  ///< of rows in doubt for them
  std::vector<AddedRow> added;
  std::map<std::size_t, Place> rows;  ///< of the form, where they are there
  std::vector<std::size_t> missing;   ///< rows of the form that are not there
  std::vector<ReplacedRow> replaced;  ///< not there either, nor in `missing`
  std::vector<PlacedRow> moved;       ///< read, and not where the form has them
  /// Columns that the header does not have: row of the form, and place in it.
  std::set<std::pair<std::size_t, std::size_t>> no_column;
  std::vector<CellIndex> groups;  ///< totals printed as rows of their own
  std::vector<bool> found;        ///< by table: some row is there
  std::vector<Place> places;      ///< by table: where it begins
  std::size_t repeated = 0;       ///< rows that stand twice, with other figures
  /// How much of the form was recognised.
  int score = 0;

 private:
  void settle_gap(const std::vector<FormRow>& form, const StandingRow* above,
                  const std::vector<const StandingRow*>& others,
                  const StandingRow* below);
};

/// Texts of cells one behind the other; what is long is cut.
std::string joined(const std::vector<std::string_view>& texts);

/// Whether the sums of the form hold for a row of figures as far as they are
/// about these alone; false too if there is none or a figure is no number.
bool sums_hold(const ReportFormat& format,
               const std::map<CellIndex, Cell>& cells);

}  // namespace gov_report
