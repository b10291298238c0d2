#include "import/labels_on_page.h"

#include <algorithm>
#include <span>

#include "base/text.h"

namespace gov_report {
namespace {

/// A label that a row of the form may have.
struct LabelOfForm {
  const Label* label;
  std::size_t form_row;

  std::uint64_t marks() const { return label->marks(); }
};

using LabelsOfForm = std::vector<LabelOfForm>;

void put_in_order(LabelsOfForm& labels) {
  std::ranges::stable_sort(labels, {}, &LabelOfForm::marks);
}

/// Those that a label may be, as far as a glance shows.
std::span<const LabelOfForm> with_marks_of(const Label& label,
                                           const LabelsOfForm& labels) {
  return {
      std::ranges::lower_bound(labels, label.marks(), {}, &LabelOfForm::marks),
      std::ranges::upper_bound(labels, label.marks(), {}, &LabelOfForm::marks)};
}

std::vector<std::size_t> rows_with_words(const Label& label,
                                         const LabelsOfForm& labels) {
  std::vector<std::size_t> rows;
  for (const LabelOfForm& one : with_marks_of(label, labels)) {
    if (same_words(label, *one.label)) rows.push_back(one.form_row);
  }
  return rows;
}

std::vector<LabelsOnPage::Before> labels_before(const PageRow& row,
                                                const LabelsOfForm& labels) {
  std::vector<LabelsOnPage::Before> found;
  if (row.label_at == PageRow::kNone) return found;
  for (std::size_t at = row.label_at; at-- > 0;) {
    if (row.cells[at]->row_span > 1) continue;  // that of a group
    const Label& label = row.looks[at].label;
    for (const LabelOfForm& one : with_marks_of(label, labels)) {
      if (is_exactly(label, *one.label)) found.push_back({at, one.form_row});
    }
  }
  return found;
}

}  // namespace

LabelsOnPage::LabelsOnPage(const std::vector<PageRow>& rows,
                           const PublishedForm& form)
    : rows_(rows), form_(form.rows), known_(form.words) {
  LabelsOfForm own;
  LabelsOfForm all;  // with those that have the hint
  for (std::size_t f = 0; f < form_.size(); ++f) {
    const FormRow& row = form_[f];
    if (row.label.empty()) continue;
    own.push_back({&row.label, f});
    if (!is_exactly(row.whole, row.label)) all.push_back({&row.whole, f});
  }
  all.insert(all.end(), own.begin(), own.end());
  put_in_order(own);
  put_in_order(all);
  for (const PageRow& row : rows_) {
    same_words_.push_back(rows_with_words(row.label(), own));
    before_.push_back(labels_before(row, all));
  }
}

std::size_t LabelsOnPage::before_words(std::size_t page_row,
                                       std::size_t form_row) const {
  const std::size_t wanted = form_[form_row].cells.size();
  for (const Before& before : before_[page_row]) {
    if (before.form_row == form_row &&
        are_figures(page_row, before.at, wanted)) {
      return before.at;
    }
  }
  return kNone;
}

/// As many cells as wanted behind the label, but for columns before and behind
/// them in which nothing stands anywhere, with some ink and nothing that the
/// form prints.
bool LabelsOnPage::are_figures(std::size_t page_row, std::size_t label_at,
                               std::size_t wanted) const {
  const PageRow& row = rows_[page_row];
  std::size_t from = label_at + 1;
  std::size_t end = row.cells.size();
  if (end - from != wanted) {
    // Nothing else in the row: other rows of the table have more figures.
    const bool one = wanted == 1;
    while (end > from + wanted && !row.looks[end - 1].ink && one) --end;
    while (end > from && row.looks[end - 1].idle) --end;
    while (from < end && row.looks[from].idle) ++from;
  }
  if (end - from != wanted || is_unit(page_row, label_at, from)) return false;
  bool any_ink = false;
  for (std::size_t i = from; i < end; ++i) {
    if (!row.looks[i].ink) continue;
    any_ink = true;
    const bool is_printed =
        !row.looks[i].label.empty() &&
        std::ranges::binary_search(known_, fold(row.cells[i]->text));
    if (is_printed) return false;
  }
  return any_ink;
}

/// The words of a cell stand in its column beside other labels as well.
bool LabelsOnPage::is_unit(std::size_t page_row, std::size_t label_at,
                           std::size_t at) const {
  const PageRow& row = rows_[page_row];
  const Label& words = row.looks[at].label;
  if (words.empty()) return false;
  const auto has = [&](const PageRow& other, std::size_t own) {
    for (std::size_t c = 0; c < other.cells.size(); ++c) {
      if (other.cells[c]->column == row.cells[own]->column) {
        return other.looks[c].label.words() == row.looks[own].label.words();
      }
    }
    return false;
  };
  return std::ranges::any_of(rows_, [&](const PageRow& other) {
    return other.grid == row.grid && has(other, at) && !has(other, label_at);
  });
}

}  // namespace gov_report
