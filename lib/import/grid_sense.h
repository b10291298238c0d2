// grid_sense.h - which rows and columns of the tables of a page speak of
// something else than the form's: their labels and headers, titles inside of a
// table, captions above it.
//
//   in   the year is known

#pragma once

#include <string>
#include <vector>

#include "import/captions.h"
#include "import/grid_header.h"
#include "import/other_sense.h"
#include "import/row_matches.h"

namespace gov_report {

class GridSense {
 public:
  /// REQUIRES: rows, form, matches and captions stay.
  GridSense(const std::vector<PageRow>& rows, const PublishedForm& form,
            const RowMatches& matches, const OtherSense& sense,
            const Captions& captions);

  /// The row stands below a title or caption of another time or place.
  bool stands_below_other(std::size_t page_row) const {
    return below_other_[page_row];
  }
  /// Its label speaks of something else than the form's, or a cell in front of
  /// it does that the form does not print.
  bool has_other_label(std::size_t page_row, const FormRow& form) const;
  /// Leaves no cell of columns below a header that does.
  void drop_other_columns(const GridHeader& header, const FormRow& form,
                          std::vector<const TextCell*>& cells) const;
  /// Leaves no amount where the words around it name another unit of money than
  /// the form's; the last of these.
  std::optional<OtherMoney> drop_other_money(
      const GridHeader& header, std::size_t page_row, const FormRow& form,
      std::vector<const TextCell*>& cells) const;

 private:
  bool is_other_title(const PageRow& row) const;
  std::optional<OtherMoney> other_money(const GridHeader& header,
                                        std::size_t page_row,
                                        const FormRow& form, std::size_t column,
                                        const TextCell& cell) const;
  bool speaks_of_other(const TextCell& header, const FormRow& form,
                       std::size_t column) const;
  bool has_other_subject(const TextCell& header, const FormRow& form,
                         std::size_t column) const;

  const std::vector<PageRow>& rows_;
  const std::vector<std::string>& known_;  // all that the form prints, sorted
  const RowMatches& matches_;
  OtherSense sense_;
  const Captions& captions_;
  std::vector<bool> below_other_;  // by page row
};

}  // namespace gov_report
