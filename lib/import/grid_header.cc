#include "import/grid_header.h"

#include <climits>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "import/lay_over.h"

namespace gov_report {
namespace {

constexpr int kExactly = 100;  // worth of a header with the form's words

bool begin_alike(const Label& a, const Label& b) {
  return !a.empty() && !b.empty() &&
         a.characters().front() == b.characters().front();
}

/// What it is worth that a cell is the header of each column.
std::vector<int> worth_of(const Label& label, const FormRow& form) {
  std::vector<int> worth;
  for (const Label& column : form.columns) {
    // What begins otherwise is another column: this year's, last year's.
    const int percent =
        begin_alike(label, column) ? likeness(label, column) : 0;
    worth.push_back(percent >= kAlike ? percent * percent / 100 : 0);
  }
  return worth;
}

/// Whether the headers that are left over are those of the form again, in
/// other columns: figures of two years side by side.
bool stands_twice(const std::vector<HeaderCell>& cells, const LaidOver& laid,
                  const std::vector<std::vector<int>>& worth, std::size_t m) {
  std::set<int> used;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (laid.on[i] != LaidOver::kNone) used.insert(cells[i].cell->column);
  }
  // Of one or two columns, others may well be alike.
  const bool few = m <= 2;
  std::vector<std::vector<int>> rest;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (used.contains(cells[i].cell->column)) continue;
    rest.push_back(worth[i]);
    for (int& one : rest.back()) one = few && one < kExactly ? 0 : one;
  }
  const LaidOver again = lay_over(rest);
  const auto found = static_cast<std::size_t>(std::ranges::count_if(
      again.on, [](std::size_t k) { return k != LaidOver::kNone; }));
  return found > 0 && found + (few ? 0 : 1) >= m;
}

/// Whether a header that is left over is that of a column not found: it stands
/// there, out of the form's order.
bool stands_elsewhere(const LaidOver& laid,
                      const std::vector<std::vector<int>>& worth,
                      const std::vector<int>& columns) {
  for (std::size_t i = 0; i < worth.size(); ++i) {
    if (laid.on[i] != LaidOver::kNone) continue;
    for (std::size_t k = 0; k < columns.size(); ++k) {
      if (columns[k] == GridHeader::kNoColumn && worth[i][k] > 0) return true;
    }
  }
  return false;
}

/// Headers over none of the columns that are known.
void note_extra(const std::vector<HeaderCell>& cells, const LaidOver& laid,
                GridHeader& header) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const TextCell& cell = *cells[i].cell;
    const bool is_over_known =
        std::ranges::any_of(header.columns, [&](int column) {
          return cell.column <= column &&
                 column < cell.column + cell.column_span;
        });
    const bool is_header =
        laid.on[i] == LaidOver::kNone && !cells[i].label->empty();
    if (is_header && !is_over_known) {
      header.extra.emplace_back(cell.column, cell.column + cell.column_span);
    }
  }
}

bool stands_in(const Label& label, const std::vector<Label>& path) {
  return std::ranges::any_of(
      path, [&](const Label& one) { return same_words(label, one); });
}

/// Where the first column under an upper header of the form stands there; of
/// what is none: nothing.
std::optional<std::size_t> first_under(const Label& label,
                                       const FormRow& form) {
  for (std::size_t k = 0; k < form.paths.size(); ++k) {
    const std::vector<Label>& path = form.paths[k];
    if (path.empty() || same_words(label, path.back())) return std::nullopt;
    if (stands_in(label, path)) return k;
  }
  return std::nullopt;
}

/// Whether some columns have the same words.
bool has_twins(const FormRow& form) {
  for (std::size_t k = 0; k < form.columns.size(); ++k) {
    for (std::size_t other = 0; other < k; ++other) {
      if (same_words(form.columns[k], form.columns[other])) return true;
    }
  }
  return false;
}

/// Whether upper headers stand in another order than those of the form, or over
/// other columns as far as they say how many. Only they tell columns apart
/// whose own headers are the same.
bool uppers_differ(const std::vector<HeaderCell>& cells, const FormRow& form,
                   const std::vector<int>& columns) {
  if (!has_twins(form)) return false;
  std::map<int, std::size_t> last;  // by row of the page
  for (const HeaderCell& one : cells) {
    const auto first = first_under(*one.label, form);
    if (!first) continue;
    const TextCell& cell = *one.cell;
    const auto [before, is_new] = last.try_emplace(cell.row, *first);
    if (*first < before->second) return true;
    before->second = *first;
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const bool over = cell.column_span > 1 && cell.column <= columns[k] &&
                        columns[k] < cell.column + cell.column_span;
      if (over && !stands_in(*one.label, form.paths[k])) return true;
    }
  }
  return false;
}

/// The words of all headers of the form, row by row.
std::vector<std::string> words_of(const FormRow& form) {
  std::size_t depth = 0;
  for (const auto& path : form.paths) depth = std::max(depth, path.size());
  std::vector<std::string> words;
  for (std::size_t level = 0; level < depth; ++level) {
    const Label* before = nullptr;
    for (const auto& path : form.paths) {
      if (level >= path.size()) continue;
      const Label& label = path[level];
      const bool same = before != nullptr && same_words(label, *before);
      if (!same) words.push_back(label.words());
      before = &label;
    }
  }
  return words;
}

/// Those of the form's that stand on the page, row by row.
std::vector<std::string> words_of(std::vector<HeaderCell> cells,
                                  const FormRow& form) {
  std::ranges::stable_sort(cells, {},
                           [](const HeaderCell& one) { return one.cell->row; });
  std::vector<std::string> words;
  for (const HeaderCell& one : cells) {
    const bool known = std::ranges::any_of(form.paths, [&](const auto& path) {
      return stands_in(*one.label, path);
    });
    if (known) words.push_back(one.label->words());
  }
  return words;
}

std::string listed(std::span<const std::string> words) {
  std::string list;
  for (const std::string& word : words) {
    list += (list.empty() ? "" : "\u3001") + word;
  }
  return list;
}

/// What differs, without what both begin and end with.
void note_difference(std::span<const std::string> printed,
                     std::span<const std::string> of_form, GridHeader& header) {
  while (!printed.empty() && !of_form.empty() &&
         printed.front() == of_form.front()) {
    printed = printed.subspan(1);
    of_form = of_form.subspan(1);
  }
  while (!printed.empty() && !of_form.empty() &&
         printed.back() == of_form.back()) {
    printed = printed.first(printed.size() - 1);
    of_form = of_form.first(of_form.size() - 1);
  }
  header.printed = listed(printed);
  header.of_form = listed(of_form);
}

/// Whether below a header, up to the next one beside it, two or more stand that
/// the form does not have.
bool is_shared(const std::vector<HeaderCell>& cells, const LaidOver& laid,
               std::size_t own, const FormRow& form) {
  const TextCell& header = *cells[own].cell;
  const int below = header.row + header.row_span;
  int end = INT_MAX;
  for (const HeaderCell& one : cells) {
    const bool beside = !one.label->empty() && one.cell->row < below &&
                        one.cell->row + one.cell->row_span > header.row;
    if (beside && one.cell->column > header.column) {
      end = std::min(end, one.cell->column);
    }
  }
  std::set<int> others;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const TextCell& cell = *cells[i].cell;
    const bool inside = cell.row >= below && cell.column >= header.column &&
                        cell.column < end && laid.on[i] == LaidOver::kNone;
    if (!inside || cells[i].label->empty()) continue;
    const bool known = std::ranges::any_of(form.paths, [&](const auto& path) {
      return stands_in(*cells[i].label, path);
    });
    if (!known) others.insert(cell.column);
  }
  return others.size() > 1;
}

}  // namespace

GridHeader grid_header(std::vector<HeaderCell> cells, const FormRow& form) {
  std::ranges::stable_sort(
      cells, {}, [](const HeaderCell& one) { return one.cell->column; });
  const std::size_t m = form.columns.size();
  std::size_t exact = 0;
  std::vector<std::vector<int>> worth;
  for (const HeaderCell& one : cells) {
    exact += std::ranges::any_of(form.columns, [&](const Label& column) {
      return same_words(*one.label, column);
    });
    worth.push_back(worth_of(*one.label, form));
  }
  const LaidOver laid = lay_over(worth);
  GridHeader header;
  header.columns.resize(m, GridHeader::kNoColumn);
  std::vector<int> known;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::size_t k = laid.on[i];
    if (k == LaidOver::kNone) continue;
    header.columns[k] = cells[i].cell->column;
    header.end = std::max(header.end,
                          cells[i].cell->column + cells[i].cell->column_span);
    if (is_shared(cells, laid, i, form)) {
      header.shared.resize(m);
      header.shared[k] = true;
    }
    known.push_back(cells[i].cell->column);
    if (!same_words(*cells[i].label, form.columns[k])) {
      header.others.emplace_back(cells[i].cell, k);
    }
  }
  header.found = known.size();
  header.contradicts = header.found < std::min(m, exact) ||
                       stands_twice(cells, laid, worth, m) ||
                       stands_elsewhere(laid, worth, header.columns) ||
                       uppers_differ(cells, form, header.columns);
  if (header.contradicts) {
    note_difference(words_of(cells, form), words_of(form), header);
  }
  note_extra(cells, laid, header);
  if (2 * header.found < m) header.others.clear();
  // One column may be missing; more would be a guess.
  const bool sure =
      !header.contradicts && 2 * header.found >= m && header.found + 1 >= m;
  if (!sure) header.columns.clear();
  return header;
}

}  // namespace gov_report
