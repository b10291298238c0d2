// line_layout.h - whether the figures behind a label in lines of text are sure
// to be its own, by the way the lines are laid out.

#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "import/form_rows.h"
#include "import/held_label.h"
#include "import/other_sense.h"
#include "import/stretches.h"

namespace gov_report {

class LineLayout {
 public:
  /// After the rows are named. REQUIRES: all of them stay.
  LineLayout(const StretchesOfLines& lines, const PublishedForm& form,
             const OtherSense& sense)
      : stretches_(lines.stretches),
        words_(lines.words),
        form_(form.rows),
        known_(form.words),
        corners_(corners_of(*form.format)),
        sense_(sense) {
    note_other_orders();
  }

  /// Figures stand in one line, or each in its own, with no words behind the
  /// last, which may number these; and one alone in a line
  /// below its label is none where the others stand beside theirs: it may be
  /// the number of the page.
  bool stands_in_line(std::size_t stretch);
  /// The label ends where the figures begin, or goes on right behind them. A
  /// label that is not whole is one if another begins behind its figures.
  bool is_sure(std::size_t stretch, const HeldLabel& label) const;
  /// Whether some header of the row's columns is there: forms differ in them.
  bool has_headers(const FormRow& row) const;
  /// Whether the headers above the rows of its block stand in another order.
  bool has_other_order(const FormRow& row) const {
    return other_orders_.contains(row.block);
  }
  /// Whether a header above the rows of its block speaks of something else, or
  /// a row of one column stands below two, one of them not of the form: the one
  /// figure may be that of either.
  bool has_other_column(const FormRow& row) const {
    return other_columns_.contains(row.block);
  }
  /// Whether the figures of a table may stand above their labels: a row of them
  /// ends the headers, and labels have none in their line. Figures behind the
  /// last label may be of other words, unless those above number the columns.
  bool has_figures_above(std::size_t table) const;
  /// The words behind the figures.
  const std::string& words_behind(std::size_t stretch) const;

 private:
  static std::vector<std::string> corners_of(const ReportFormat& format);
  void note_other_orders();
  bool has_other_header(const Stretch& stretch, const FormRow& row) const;
  bool has_second_header(const Stretch& stretch, const FormRow& row) const;
  bool has_longer_row(std::size_t block) const;
  static std::string header_like(const std::string& words, const FormRow& row);
  bool is_printed(const std::string& words) const;
  bool is_before_corner(std::size_t piece) const;
  bool is_unknown(std::string_view words) const;
  bool has_figures_beside(std::size_t table) const;
  bool counts_next_line(std::size_t stretch) const;
  bool begins_with_label(std::size_t stretch) const;

  const std::vector<Stretch>& stretches_;
  const std::vector<TextPiece>& words_;
  const std::vector<FormRow>& form_;
  const std::vector<std::string>& known_;  // all that the form prints, folded
  std::vector<std::string> corners_;       // words of them, folded
  OtherSense sense_;
  std::map<std::size_t, bool> in_line_;  // by table: figures beside labels
  std::set<std::size_t> other_orders_;   // blocks
  std::set<std::size_t> other_columns_;  // blocks, so too
};

/// The words of a stretch, and of those in front of it that have neither
/// figures nor rows: blank cells cut headers off.
Stretch with_words_above(const std::vector<Stretch>& stretches, std::size_t i);

/// How many of the headers of a row's columns are among the words, one behind
/// the other.
std::size_t headers_in(const std::string& words, const FormRow& row);
/// All of them are, and the ones above them are in the form's order too as far
/// as they are there.
bool has_all_in_order(const std::string& words, const FormRow& row);

}  // namespace gov_report
