#include "import/row_matches.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "import/lay_over.h"

namespace gov_report {
namespace {

/// Percent of a label with words in the cells of its figures: one without is
/// preferred.
constexpr int kBeforeWords = 99;

}  // namespace

RowMatches::RowMatches(const std::vector<PageRow>& rows,
                       const PublishedForm& form)
    : rows_(rows),
      form_(form.rows),
      found_(rows, form),
      matched_(rows.size(), kNone) {
  for (const PageRow& row : rows_) {
    labels_.push_back(row.label_at);
    values_.push_back(row.values);
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    for (const std::size_t f : found_.same_words(i)) {
      const bool exact = is_exactly(rows_[i].label(), form_[f].label);
      if (exact && has_values(i))
        exact_[{rows_[i].grid, form_[f].table}].insert(f);
    }
  }
  for (std::size_t t = 0; t < form.format->tables.size(); ++t) match_rows(t);
  drop_groups();
  find_moved();
}

const TextCell* RowMatches::label_cell(std::size_t page_row) const {
  const std::size_t at = labels_[page_row];
  return at == PageRow::kNone ? nullptr : rows_[page_row].cells[at];
}

const Label& RowMatches::label(std::size_t page_row) const {
  const std::size_t at = labels_[page_row];
  return at == PageRow::kNone ? kNoLabel : rows_[page_row].looks[at].label;
}

void RowMatches::put(std::size_t page_row, std::size_t form_row,
                     std::size_t values) {
  matched_[page_row] = form_row;
  values_[page_row] = values;
}

bool RowMatches::is_doubtful(std::size_t page_row, std::size_t form_row) const {
  const FormRow& form = form_[form_row];
  if (twice_.contains(form_row)) return true;
  if (form.label.empty() || is_exactly(label(page_row), form.label))
    return false;
  constexpr int kNear = 15;  // percent: it may as well be the other
  const int own = likeness_of(page_row, form_row);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (i == page_row || matched_[i] != kNone) continue;
    if (is_copy(i, page_row, form_row)) continue;
    const bool may_be_row =
        rows_[i].has_figure ||
        rows_[i].cells.size() - rows_[i].values >= form.cells.size();
    const int least = rows_[i].has_figure ? own : own - kNear;
    if (may_be_row && likeness_of(i, form_row) >= std::max(least, kAlike)) {
      return true;
    }
  }
  return false;
}

/// The same label with the same figures.
bool RowMatches::is_copy(std::size_t page_row, std::size_t of,
                         std::size_t form_row) const {
  return is_exactly(rows_[page_row].label(), label(of)) &&
         figures_of(page_row, form_row) == figures_of(of, form_row);
}

bool RowMatches::stands_apart(std::size_t page_row) const {
  constexpr std::size_t kSeveral = 3;
  const std::size_t block = form_[matched_[page_row]].block;
  std::map<std::size_t, std::size_t> rows;  // by table of the page
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool own = matched_[i] != kNone && form_[matched_[i]].block == block;
    rows[rows_[i].grid] += own ? 1 : 0;
  }
  return rows[rows_[page_row].grid] == 1 &&
         std::ranges::any_of(
             rows, [](const auto& one) { return one.second >= kSeveral; });
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
  const Label& own = rows_[page_row].label();
  const Label& of_form = form_[form_row].label;
  if (own.empty() || of_form.empty() || !has_values(page_row)) return 0;
  // A label is not much longer than that of the form.
  if (own.words().size() > 3 * of_form.words().size() + 60) return 0;
  const int percent = likeness(own, of_form);
  return percent >= kAlike ? percent : 0;
}

RowMatches::RowsOfTable RowMatches::rows_of(std::size_t table) const {
  const auto index = [&](auto row) {
    return static_cast<std::size_t>(row - form_.begin());
  };
  return {index(std::ranges::lower_bound(form_, table, {}, &FormRow::table)),
          index(std::ranges::upper_bound(form_, table, {}, &FormRow::table))};
}

/// What it is worth that a row of the page is each of these rows of the form;
/// empty: it is none of them.
std::vector<int> RowMatches::worth_of(std::size_t page_row,
                                      const RowsOfTable& form) const {
  const Label& label = rows_[page_row].label();
  const bool is_title =
      !has_values(page_row) && found_.all_before(page_row).empty();
  std::vector<int> worth;
  if (label.empty() || is_title) return worth;
  const auto note = [&](std::size_t f) {
    const int as = worth_as(page_row, f);
    if (as == 0) return;
    worth.resize(form.end - form.begin);
    worth[f - form.begin] = as;
  };
  // A label that is right needs no search for one that is like it.
  bool exact = false;
  for (const std::size_t f : found_.same_words(page_row)) {
    if (!form.has(f) || label.number() != form_[f].label.number()) continue;
    note(f);
    exact = true;
  }
  for (std::size_t f = form.begin; f < form.end && !exact; ++f) note(f);
  return worth;
}

/// Its figures are there, or blank cells for them in a table of the form.
bool RowMatches::is_row_of_form(std::size_t page_row,
                                std::size_t form_row) const {
  constexpr std::size_t kFewest = 2;
  const PageRow& row = rows_[page_row];
  if (row.has_figure) return true;
  const FormRow& form = form_[form_row];
  const auto exact = exact_.find({row.grid, form.table});
  return exact != exact_.end() && exact->second.size() >= kFewest &&
         row.cells.size() - row.values >= form.cells.size() &&
         is_exactly(row.label(), form.label);
}

int RowMatches::worth_as(std::size_t page_row, std::size_t form_row) const {
  const int percent = likeness_of(page_row, form_row);
  const bool before =
      percent == 0 && found_.before_words(page_row, form_row) != kNone;
  if (percent == 0 && !before) return 0;
  // A label with figures beside it is worth more than one without.
  const int times = is_row_of_form(page_row, form_row) ? 4 : 1;
  return (before ? kBeforeWords : percent * percent / 100) * times;
}

/// The best way to lay the form's rows over those of the page, in order.
void RowMatches::match_rows(std::size_t table) {
  const RowsOfTable form = rows_of(table);
  std::vector<std::size_t> likely;  // rows of the page
  std::vector<std::vector<int>> worth;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    std::vector<int> own = worth_of(i, form);
    if (own.empty()) continue;
    likely.push_back(i);
    worth.push_back(std::move(own));
  }
  const LaidOver laid = lay_over(worth);
  for (std::size_t i = 0; i < likely.size(); ++i) {
    if (laid.on[i] == LaidOver::kNone) continue;
    match(likely[i], form.begin + laid.on[i]);
  }
  drop_strays(table);
  score_ += laid.worth;
  count_repeated(form);
}

void RowMatches::match(std::size_t page_row, std::size_t form_row) {
  matched_[page_row] = form_row;
  labels_[page_row] = rows_[page_row].label_at;
  values_[page_row] = rows_[page_row].values;
  if (likeness_of(page_row, form_row) > 0) return;
  labels_[page_row] = found_.before_words(page_row, form_row);
  values_[page_row] = labels_[page_row] + 1;
}

/// Rows that stand twice with other figures.
void RowMatches::count_repeated(const RowsOfTable& form) {
  std::vector<std::size_t> first(form.end - form.begin, kNone);  // page rows
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    for (const std::size_t f : stands_as(i, form)) {
      std::size_t& before = first[f - form.begin];
      if (before == kNone) {
        before = i;
      } else if (!twice_.contains(f) &&
                 figures_of(i, f) != figures_of(before, f)) {
        ++repeated_;
        twice_.insert(f);
      }
    }
  }
}

/// The rows of the form that a row has the label of, wherever it stands.
std::set<std::size_t> RowMatches::stands_as(std::size_t page_row,
                                            const RowsOfTable& form) const {
  std::set<std::size_t> as;
  if (has_values(page_row)) {
    for (const std::size_t f : found_.same_words(page_row)) {
      const bool is_row = form.has(f) && is_row_of_form(page_row, f) &&
                          may_be_numbered_as(page_row, f) &&
                          may_be_rival(page_row, f);
      if (is_row) as.insert(f);
    }
  }
  for (const LabelsOnPage::Before& before : found_.all_before(page_row)) {
    const std::size_t f = before.form_row;
    if (form.has(f) && found_.before_words(page_row, f) != kNone) as.insert(f);
  }
  return as;
}

/// One of them has no number, or both have the same.
bool RowMatches::may_be_numbered_as(std::size_t page_row,
                                    std::size_t form_row) const {
  const std::string& own = rows_[page_row].label().number();
  const std::string& of_form = form_[form_row].label.number();
  return own.empty() || of_form.empty() || own == of_form;
}

/// With as many cells, or in a table with rows of the form's.
bool RowMatches::may_be_rival(std::size_t page_row,
                              std::size_t form_row) const {
  const PageRow& row = rows_[page_row];
  const FormRow& form = form_[form_row];
  if (row.cells.size() - row.values >= form.cells.size()) return true;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const std::size_t match = rows_[i].grid == row.grid ? matched_[i] : kNone;
    if (match != kNone && form_[match].table == form.table) return true;
  }
  return false;
}

/// Rows of the form that are not where it has them.
void RowMatches::find_moved() {
  for (std::size_t f = 0; f < form_.size(); ++f) {
    if (form_[f].parts > 0 || is_matched(f) || is_in_printed_group(f)) continue;
    const std::size_t row = only_row_of(f);
    if (row == kNone || matched_[row] != kNone ||
        !stands_in_block(row, form_[f].block)) {
      continue;
    }
    match(row, f);
    moved_.insert(row);
  }
}

/// The one row of the page with that label, which no other row of the form
/// has; kNone: there is none, or it is not sure.
std::size_t RowMatches::only_row_of(std::size_t form_row) const {
  constexpr std::size_t kShortest = 4;  // if its number tells it from others
  const Label& own = form_[form_row].label;
  const bool is_short =
      !own.number().empty() && own.characters().size() < kShortest;
  const auto shared = std::ranges::count_if(
      form_, [&](const FormRow& row) { return same_words(row.label, own); });
  if (own.empty() || is_short || shared > 1) return kNone;
  std::size_t found = kNone;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const bool plain = has_values(i) && same_words(label(i), own);
    if (!plain && found_.before_words(i, form_row) == kNone) continue;
    if (found != kNone) return kNone;
    found = i;
  }
  const bool exact =
      found != kNone && (is_exactly(label(found), own) ||
                         found_.before_words(found, form_row) != kNone);
  return exact ? found : kNone;
}

/// The next row of the form above it, or below, stands under the same headers,
/// and no row without figures in between: it may be a header.
bool RowMatches::stands_in_block(std::size_t page_row,
                                 std::size_t block) const {
  const auto is_near = [&](std::size_t i) {
    return i < rows_.size() && rows_[i].grid == rows_[page_row].grid &&
           (matched_[i] != kNone || rows_[i].has_figure);
  };
  const auto is_of_block = [&](std::size_t i) {
    return is_near(i) && matched_[i] != kNone &&
           form_[matched_[i]].block == block;
  };
  std::size_t above = page_row - 1;  // may wrap: then it is no row
  while (is_near(above) && matched_[above] == kNone) --above;
  std::size_t below = page_row + 1;
  while (is_near(below) && matched_[below] == kNone) ++below;
  return is_of_block(above) || is_of_block(below);
}

bool RowMatches::is_in_printed_group(std::size_t form_row) const {
  return std::ranges::any_of(groups_, [&](std::size_t group) {
    return group < form_row && form_row <= group + form_[group].parts;
  });
}

/// What stands behind its label, with a bar behind each cell.
std::string RowMatches::figures_of(std::size_t page_row,
                                   std::size_t form_row) const {
  const PageRow& row = rows_[page_row];
  const std::size_t label = found_.before_words(page_row, form_row);
  std::string all;
  for (std::size_t i = label == kNone ? row.values : label + 1;
       i < row.cells.size(); ++i) {
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
    if (parts || !rows_[row].has_figure || goes_on_below(row)) {
      *own = kNone;
    } else {
      groups_.insert(f);
    }
  }
}

/// Its label stands for the rows below as well: it is none of the total alone.
bool RowMatches::goes_on_below(std::size_t page_row) const {
  const PageRow& row = rows_[page_row];
  const TextCell* const label = label_cell(page_row);
  if (label != nullptr && label->row_span > 1) return true;
  if (page_row + 1 >= rows_.size()) return false;
  const PageRow& below = rows_[page_row + 1];
  return below.grid == row.grid && below.label().empty() && below.has_figure;
}

/// Rows of one header in one part of the page; what stands elsewhere, with
/// words between, is of another table.
void RowMatches::drop_strays(std::size_t table) {
  std::map<std::size_t, std::map<std::size_t, std::size_t>> rows;  // by block
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (matched_[i] == kNone || form_[matched_[i]].table != table) continue;
    ++rows[form_[matched_[i]].block][rows_[i].run];
  }
  for (const auto& [block, by_run] : rows) {
    const auto most = std::ranges::max_element(
        by_run, {}, [](const auto& one) { return one.second; });
    const bool sure = std::ranges::count_if(by_run, [&](const auto& one) {
                        return one.second == most->second;
                      }) == 1;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (matched_[i] == kNone || form_[matched_[i]].block != block) continue;
      if (form_[matched_[i]].table != table) continue;
      if (!sure || rows_[i].run != most->first) matched_[i] = kNone;
    }
  }
}

bool RowMatches::is_matched(std::size_t form_row) const {
  return std::ranges::find(matched_, form_row) != matched_.end();
}

}  // namespace gov_report
