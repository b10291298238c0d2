#include "import/row_matches.h"

#include <algorithm>

#include "base/text.h"
#include "import/lay_over.h"

namespace gov_report {
namespace {

bool is_exactly(const Label& label, const Label& of_form) {
  return same_words(label, of_form) && label.number() == of_form.number();
}

}  // namespace

RowMatches::RowMatches(const std::vector<PageRow>& rows,
                       const std::vector<FormRow>& form, std::size_t tables)
    : rows_(rows), form_(form), matched_(rows.size(), kNone) {
  for (const PageRow& row : rows_) values_.push_back(row.values);
  for (std::size_t t = 0; t < tables; ++t) match_rows(t);
  drop_groups();
}

void RowMatches::put(std::size_t page_row, std::size_t form_row,
                     std::size_t values) {
  matched_[page_row] = form_row;
  values_[page_row] = values;
}

bool RowMatches::is_doubtful(std::size_t page_row, std::size_t form_row) const {
  const FormRow& form = form_[form_row];
  if (twice_.contains(form_row)) return true;
  if (form.label.empty() || is_exactly(rows_[page_row].label(), form.label))
    return false;
  const int own = likeness_of(page_row, form_row);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool rival = i != page_row && matched_[i] == kNone &&
                       rows_[i].has_figure && own < 90 &&
                       likeness_of(i, form_row) >= own;
    if (rival) return true;
  }
  return false;
}

bool RowMatches::is_regular(const FormRow& form) const {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (matched_[i] == kNone || form_[matched_[i]].block != form.block) {
      continue;
    }
    if (rows_[i].cells.size() - values_[i] != form.cells.size()) {
      return false;
    }
  }
  return true;
}

int RowMatches::likeness_of(std::size_t page_row, std::size_t form_row) const {
  const PageRow& row = rows_[page_row];
  const FormRow& form = form_[form_row];
  if (row.label().empty() || form.label.empty() || !has_values(page_row)) {
    return 0;
  }
  // A label is not much longer than that of the form.
  if (row.label().words().size() > 3 * form.label.words().size() + 60) return 0;
  const int percent = likeness(row.label(), form.label);
  return percent >= kAlike ? percent : 0;
}

/// What it is worth that a row of the page is each of these rows of the form.
std::vector<int> RowMatches::worth_of(
    std::size_t page_row, const std::vector<std::size_t>& form) const {
  std::vector<int> worth(form.size());
  const Label& label = rows_[page_row].label();
  if (label.empty() || !has_values(page_row)) return worth;
  // A label that is right needs no search for one that is like it.
  const bool exact = std::ranges::any_of(
      form, [&](std::size_t f) { return is_exactly(label, form_[f].label); });
  for (std::size_t k = 0; k < form.size(); ++k) {
    if (exact && !is_exactly(label, form_[form[k]].label)) continue;
    const int percent = likeness_of(page_row, form[k]);
    // A label with figures beside it is worth more than one without.
    worth[k] = percent * percent / 100 * (rows_[page_row].has_figure ? 4 : 1);
  }
  return worth;
}

/// The best way to lay the form's rows over those of the page, in order.
void RowMatches::match_rows(std::size_t table) {
  std::vector<std::size_t> form;
  for (std::size_t f = 0; f < form_.size(); ++f) {
    if (form_[f].table == table) form.push_back(f);
  }
  std::vector<std::vector<int>> worth;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    worth.push_back(worth_of(i, form));
  }
  const LaidOver laid = lay_over(worth);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (laid.on[i] != LaidOver::kNone) matched_[i] = form[laid.on[i]];
  }
  score_ += laid.worth;
  for (const std::size_t f : form) count_repeated(f);
}

/// A row that stands twice with other figures.
void RowMatches::count_repeated(std::size_t f) {
  std::size_t first = kNone;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!rows_[i].has_figure || !has_values(i) || !is_same(i, f)) continue;
    if (first != kNone && figures_of(i) != figures_of(first)) {
      ++repeated_;
      twice_.insert(f);
      return;
    }
    if (first == kNone) first = i;
  }
}

/// As likeness_of, 100.
bool RowMatches::is_same(std::size_t page_row, std::size_t form_row) const {
  const Label& own = rows_[page_row].label();
  const Label& label = form_[form_row].label;
  return !label.empty() && same_words(own, label) &&
         (own.number().empty() || label.number().empty() ||
          own.number() == label.number());
}

std::string RowMatches::figures_of(std::size_t page_row) const {
  const PageRow& row = rows_[page_row];
  std::string all;
  for (std::size_t i = values_[page_row]; i < row.cells.size(); ++i) {
    all += fold(row.cells[i]->text) + "|";
  }
  return all;
}

bool RowMatches::has_values(std::size_t row) const {
  return values_[row] < rows_[row].cells.size();
}

/// A group's total is printed in the place of its rows, or not at all.
void RowMatches::drop_groups() {
  for (std::size_t f = 0; f < form_.size(); ++f) {
    if (form_[f].parts == 0) continue;
    bool parts = false;
    for (std::size_t k = f + 1; k <= f + form_[f].parts; ++k) {
      parts = parts || is_matched(k);
    }
    const auto own = std::ranges::find(matched_, f);
    if (own == matched_.end()) continue;
    const auto row = static_cast<std::size_t>(own - matched_.begin());
    if (parts || !rows_[row].has_figure) {
      *own = kNone;
    } else {
      groups_.insert(f);
    }
  }
}

bool RowMatches::is_matched(std::size_t form_row) const {
  return std::ranges::find(matched_, form_row) != matched_.end();
}

}  // namespace gov_report
