// row_figures.h - which of the figures behind a label in lines of text are
// those of its row.
//
//   absent  an empty list: it is not known which

#pragma once

#include <map>
#include <set>
#include <vector>

#include "import/form_rows.h"
#include "import/header_columns.h"
#include "import/stretches.h"
#include "tally/table.h"

namespace gov_report {

class RowFigures {
 public:
  /// After the rows are named. REQUIRES: all of them stay.
  RowFigures(const std::vector<Stretch>& stretches, const PublishedForm& form)
      : stretches_(stretches), form_(form.rows), format_(*form.format) {
    find_columns();
    find_spares();
    find_unsummed();
    find_run_together();
  }

  /// Those of the last row that a stretch names: under the headers, where the
  /// page tells their places; else as alone() finds them.
  std::vector<TextPiece> of(std::size_t stretch) const;
  /// Those under the headers of a row that stand in the words above them.
  std::vector<TextPiece> placed(std::size_t stretch, std::size_t row) const;
  /// The places of the headers above a row of the form are known.
  bool has_columns(std::size_t row) const {
    return columns_.contains(form_[row].block);
  }
  /// The places across are those of a printed page: of a PDF.
  bool are_exact() const;
  /// Figures that are no row's, below some of these: in narrow columns of a
  /// PDF they may be the ends of them.
  bool has_loose_below(std::size_t stretch) const;
  /// Those of the last row that a stretch names: as many as columns; or so many
  /// digits run together that each must be one, which the sums confirm if some
  /// rows of the table show that all columns are there, and none has
  /// fewer: a total may be blank. Sums confirm too figures behind blank cells
  /// that belong to the label; or without the one of a column more, which the
  /// sums of several rows tell. None where sums of several rows of the table
  /// are there, and not one of them holds.
  std::vector<TextPiece> alone(const Stretch& stretch) const;
  /// The same without the sums; as they are, if there is no such way.
  std::vector<TextPiece> apart(const std::vector<TextPiece>& figures,
                               std::size_t row) const;
  /// All are zero, or the sums of the form hold. REQUIRES: one for each column.
  bool are_confirmed(const std::vector<TextPiece>& figures,
                     std::size_t row) const;
  std::map<CellIndex, Cell> cells_of(
      std::size_t row, const std::vector<TextPiece>& figures) const;

 private:
  /// Which figure is none of the form's where rows have one more than columns.
  enum class Spare { unknown, first, last, neither };

  void find_columns();
  void find_spares();
  void find_unsummed();
  void find_run_together();
  Spare spare_in(const Stretch& stretch) const;
  std::vector<TextPiece> without(Spare spare,
                                 const std::vector<TextPiece>& figures) const;
  bool has_longer_row(std::size_t table) const;
  bool may_hold_words(const Stretch& stretch) const;

  const std::vector<Stretch>& stretches_;
  const std::vector<FormRow>& form_;
  const ReportFormat& format_;
  std::map<std::size_t, HeaderColumns> columns_;  // by block
  /// Blocks in which some row has more or fewer figures than headers.
  std::set<std::size_t> uneven_;
  std::vector<Spare> spares_;    // by table
  std::vector<bool> unsummed_;   // by table: its columns are other ones
  std::vector<bool> in_digits_;  // by table: each digit may be a figure
};

}  // namespace gov_report
