// line_layout.h - whether the figures behind a label in lines of text are sure
// to be its own, by the way the lines are laid out.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "import/form_rows.h"
#include "import/held_label.h"
#include "import/stretches.h"

namespace gov_report {

class LineLayout {
 public:
  /// After the rows are named. REQUIRES: all of them stay.
  LineLayout(const std::vector<Stretch>& stretches, const PublishedForm& form)
      : stretches_(stretches), form_(form.rows), known_(form.words) {}

  /// Figures stand in one line, or each in its own, with no words behind the
  /// last, which may number these; and one alone in a line below its label is
  /// none where the others stand beside theirs: it may be the page's number.
  bool stands_in_line(std::size_t stretch);
  /// The label ends where the figures begin, or goes on right behind them. A
  /// label that is not whole is one if another begins behind its figures.
  bool is_sure(std::size_t stretch, const HeldLabel& label) const;
  /// Whether the figures of a table may stand above their labels: a row of them
  /// ends the headers, and labels have none in their line. Figures behind the
  /// last label may be of other words, unless those above number the columns.
  bool has_figures_above(std::size_t table) const;
  /// As many figures as its row has stand right above a label, and are those of
  /// no other row: they may be its own.
  bool has_others_above(std::size_t stretch) const;
  /// The words behind the figures.
  const std::string& words_behind(std::size_t stretch) const;

 private:
  bool has_figures_beside(std::size_t table) const;
  bool begins_with_label(std::size_t stretch) const;

  const std::vector<Stretch>& stretches_;
  const std::vector<FormRow>& form_;
  const std::vector<std::string>& known_;  // all that the form prints, folded
  std::map<std::size_t, bool> in_line_;    // by table: figures beside labels
};

}  // namespace gov_report
