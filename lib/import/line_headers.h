// line_headers.h - what the headers say that stand above figures in lines of
// text: whether these stand under the form's own, in its order.

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "import/form_rows.h"
#include "import/line_sense.h"
#include "import/other_sense.h"
#include "import/stretches.h"

namespace gov_report {

/// The words of a stretch, and of those in front of it that have neither
/// figures nor rows: blank cells cut headers off.
Stretch with_words_above(const std::vector<Stretch>& stretches, std::size_t i);

class LineHeaders {
 public:
  /// After the rows are named. REQUIRES: all of them stay.
  LineHeaders(const StretchesOfLines& lines, const PublishedForm& form,
              const OtherSense& sense)
      : stretches_(lines.stretches),
        words_(lines.words),
        form_(form.rows),
        known_(form.words),
        corners_(corners_of(*form.format)),
        sense_(form, sense) {
    note_other_orders();
  }

  /// Whether some header of the row's columns is there: forms differ in them.
  bool has_some(const FormRow& row);
  /// Whether the headers above the rows of its block stand in another order.
  bool has_other_order(const FormRow& row) const {
    return other_orders_.contains(row.block);
  }
  /// Whether a header or caption above the rows of its block speaks of
  /// something else, or a row of one column stands below two, one of them not
  /// of the form: the one figure may be that of either.
  bool has_other_column(const FormRow& row) const;
  /// Whether a caption above the headers in a stretch does so.
  bool has_other_caption(std::size_t stretch, const FormRow& row) const;

 private:
  static std::vector<std::string> corners_of(const ReportFormat& format);
  void note_other_orders();
  bool has_other_money(const Stretch& whole, const FormRow& row);
  bool has_second_header(const Stretch& stretch, const FormRow& row) const;
  bool has_longer_rows(std::size_t block) const;
  bool names_some(const FormRow& row) const;
  bool is_printed(const std::string& words) const;
  bool is_before_corner(const Stretch& stretch, std::size_t piece) const;
  bool is_unknown(std::string_view words) const;

  const std::vector<Stretch>& stretches_;
  const std::vector<TextPiece>& words_;
  const std::vector<FormRow>& form_;
  const std::vector<std::string>& known_;  // all that the form prints, sorted
  std::vector<std::string> corners_;       // words of them, folded
  LineSense sense_;
  std::map<std::size_t, bool> some_;             // by block
  std::set<std::size_t> other_orders_;           // blocks
  std::set<std::size_t> other_columns_;          // blocks, so too
  std::map<std::size_t, std::size_t> captions_;  // tables, from which block on
  std::map<std::size_t, MoneyUnits> money_;      // tables' units
};

/// How many of the headers of a row's columns are among the words, one behind
/// the other.
std::size_t headers_in(const std::string& words, const FormRow& row);
/// All of them are, and the ones above them are in the form's order too as far
/// as they are there.
bool has_all_in_order(const std::string& words, const FormRow& row);

}  // namespace gov_report
