// row_matches.h - which row of a page's tables is which row of the form: by
// their labels, in the order of the form.
//
//   absent  a row of the page that is none of the form, or could be the total
//           of a group whose rows are there, has none
//   doubt   a row of the form that stands twice with other figures, or that two
//           rows of the page are as like to

#pragma once

#include <set>
#include <string>
#include <vector>

#include "import/form_rows.h"
#include "import/page_rows.h"

namespace gov_report {

class RowMatches {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// REQUIRES: both stay.
  RowMatches(const std::vector<PageRow>& rows, const std::vector<FormRow>& form,
             std::size_t tables);

  /// The row of the form; kNone: it is none.
  std::size_t of(std::size_t page_row) const { return matched_[page_row]; }
  bool is_matched(std::size_t form_row) const;
  /// A row without a label, found by its headers; its figures begin there.
  void put(std::size_t page_row, std::size_t form_row, std::size_t values);

  /// The first cell of the row that may be a figure.
  std::size_t values(std::size_t page_row) const { return values_[page_row]; }
  /// Whether all rows under one header have as many cells as the form.
  bool is_regular(const FormRow& form) const;
  /// Other rows of the page may as well be the one.
  bool is_doubtful(std::size_t page_row, std::size_t form_row) const;
  void make_doubtful(std::size_t form_row) { twice_.insert(form_row); }

  /// Rows of the form that are totals printed in the place of their parts.
  const std::set<std::size_t>& printed_groups() const { return groups_; }
  /// How many rows stand twice, with other figures.
  std::size_t repeated() const { return repeated_; }
  int score() const { return score_; }

 private:
  void match_rows(std::size_t table);
  std::vector<int> worth_of(std::size_t page_row,
                            const std::vector<std::size_t>& form) const;
  int likeness_of(std::size_t page_row, std::size_t form_row) const;
  void count_repeated(std::size_t form_row);
  bool is_same(std::size_t page_row, std::size_t form_row) const;
  std::string figures_of(std::size_t page_row) const;
  bool has_values(std::size_t page_row) const;
  void drop_groups();

  const std::vector<PageRow>& rows_;
  const std::vector<FormRow>& form_;
  std::vector<std::size_t> matched_;  // by page row
  std::vector<std::size_t> values_;   // by page row
  std::set<std::size_t> groups_;
  std::set<std::size_t> twice_;
  std::size_t repeated_ = 0;
  int score_ = 0;
};

}  // namespace gov_report
