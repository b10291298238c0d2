// labels_on_page.h - which labels of a form stand in which rows of a page.
//
//   words   in the cells of figures are no label, if one stands in front of as
//           many cells as the row has figures
//   time    each label of the page is looked up once, not beside each of the
//           form

#pragma once

#include <string>
#include <vector>

#include "import/form_rows.h"
#include "import/page_rows.h"

namespace gov_report {

class LabelsOnPage {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// REQUIRES: rows and form stay.
  LabelsOnPage(const std::vector<PageRow>& rows, const PublishedForm& form);

  /// Rows of the form with the same words in their label as the row's own.
  const std::vector<std::size_t>& same_words(std::size_t page_row) const {
    return same_words_[page_row];
  }

  struct Before {
    std::size_t at = 0;  ///< a cell before the row's own label
    std::size_t form_row = 0;
  };
  /// What stands before the label of a row and is one of the form; the last
  /// cell first.
  const std::vector<Before>& all_before(std::size_t page_row) const {
    return before_[page_row];
  }
  /// The cell with the label of the form's row, where words stand in the cells
  /// of figures behind it and have been taken for one; kNone: there is none.
  std::size_t before_words(std::size_t page_row, std::size_t form_row) const;

 private:
  bool are_figures(std::size_t page_row, std::size_t label_at,
                   std::size_t wanted) const;
  bool is_unit(std::size_t page_row, std::size_t label_at,
               std::size_t at) const;

  const std::vector<PageRow>& rows_;
  const std::vector<FormRow>& form_;
  const std::vector<std::string>& known_;  // all that the form prints, folded
  std::vector<std::vector<std::size_t>> same_words_;  // by page row
  std::vector<std::vector<Before>> before_;           // by page row
};

}  // namespace gov_report
