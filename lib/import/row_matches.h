// row_matches.h - which row of a page's tables is which row of the form: by
// their labels, in the order of the form.
//
//   moved   a row out of the order is still the one if its label is nowhere
//           else, on the page or in the form, and its headers are the same
//   absent  a row of the page that is none of the form, or could be the total
//           of a group whose rows are there, has none
//   doubt   a row of the form that stands twice with other figures, blank ones
//           too, or that two rows of the page are as like to

#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "import/form_rows.h"
#include "import/labels_on_page.h"
#include "import/page_rows.h"

namespace gov_report {

class RowMatches {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// REQUIRES: rows and form stay.
  RowMatches(const std::vector<PageRow>& rows, const PublishedForm& form);

  /// The row of the form; kNone: it is none.
  std::size_t of(std::size_t page_row) const { return matched_[page_row]; }
  bool is_matched(std::size_t form_row) const;
  /// A row without a label, found by its headers; its figures begin there.
  void put(std::size_t page_row, std::size_t form_row, std::size_t values);
  /// It does not stand where the form has it.
  bool is_moved(std::size_t page_row) const {
    return moved_.contains(page_row);
  }

  /// The first cell of the row that may be a figure.
  std::size_t values(std::size_t page_row) const { return values_[page_row]; }
  /// The cell in front of these; nullptr: the row has no label.
  const TextCell* label_cell(std::size_t page_row) const;
  const Label& label(std::size_t page_row) const;  ///< empty: none
  /// Whether all rows under one header have as many cells as the form.
  bool is_regular(const FormRow& form) const;
  /// The only row of its block in its table, where another has several.
  bool stands_apart(std::size_t page_row) const;
  /// Other rows of the page may as well be the one.
  bool is_doubtful(std::size_t page_row, std::size_t form_row) const;
  void make_doubtful(std::size_t form_row) { twice_.insert(form_row); }

  /// Rows of the form that are totals printed in the place of their parts.
  const std::set<std::size_t>& printed_groups() const { return groups_; }
  /// How many rows stand twice, with other figures.
  std::size_t repeated() const { return repeated_; }
  int score() const { return score_; }

 private:
  struct RowsOfTable {  // of the form
    std::size_t begin = 0;
    std::size_t end = 0;
    bool has(std::size_t form_row) const {
      return begin <= form_row && form_row < end;
    }
  };
  RowsOfTable rows_of(std::size_t table) const;
  void match_rows(std::size_t table);
  void match(std::size_t page_row, std::size_t form_row);
  std::vector<int> worth_of(std::size_t page_row,
                            const RowsOfTable& form) const;
  bool is_row_of_form(std::size_t page_row, std::size_t form_row) const;
  int worth_as(std::size_t page_row, std::size_t form_row) const;
  int likeness_of(std::size_t page_row, std::size_t form_row) const;
  bool is_copy(std::size_t page_row, std::size_t of,
               std::size_t form_row) const;
  void count_repeated(const RowsOfTable& form);
  std::set<std::size_t> stands_as(std::size_t page_row,
                                  const RowsOfTable& form) const;
  bool may_be_numbered_as(std::size_t page_row, std::size_t form_row) const;
  bool may_be_rival(std::size_t page_row, std::size_t form_row) const;
  std::string figures_of(std::size_t page_row, std::size_t form_row) const;
  bool has_values(std::size_t page_row) const;
  void drop_strays(std::size_t table);
  void drop_groups();
  bool goes_on_below(std::size_t page_row) const;
  void find_moved();
  std::size_t only_row_of(std::size_t form_row) const;
  bool stands_in_block(std::size_t page_row, std::size_t block) const;
  bool is_in_printed_group(std::size_t form_row) const;

  const std::vector<PageRow>& rows_;
  const std::vector<FormRow>& form_;
  LabelsOnPage found_;
  /// By table of the page and of the form: its rows whose labels are there.
  std::map<std::pair<std::size_t, std::size_t>, std::set<std::size_t>> exact_;
  std::vector<std::size_t> matched_;  // by page row
  std::vector<std::size_t> labels_;   // by page row: cell
  std::vector<std::size_t> values_;   // by page row
  std::set<std::size_t> moved_;       // page rows
  std::set<std::size_t> groups_;
  std::set<std::size_t> twice_;
  std::size_t repeated_ = 0;
  int score_ = 0;
};

}  // namespace gov_report
