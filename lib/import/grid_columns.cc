#include "import/grid_columns.h"

#include <algorithm>
#include <climits>

#include "base/text.h"
#include "import/lay_over.h"

namespace gov_report {
namespace {

bool begin_alike(const Label& a, const Label& b) {
  return !a.empty() && !b.empty() &&
         a.characters().front() == b.characters().front();
}

/// The one figure of a row that has one: other cells are its padding.
const TextCell* only_figure(const std::vector<const TextCell*>& values) {
  const TextCell* found = nullptr;
  for (const TextCell* cell : values) {
    if (trimmed(cell->text).empty()) continue;
    if (found != nullptr) return nullptr;
    found = cell;
  }
  return found != nullptr || values.empty() ? found : values.front();
}

int next_column(const std::vector<int>& headers, std::size_t c) {
  for (std::size_t next = c + 1; next < headers.size(); ++next) {
    if (headers[next] != GridColumns::kNoColumn) return headers[next];
  }
  return INT_MAX;
}

std::vector<const TextCell*> by_header(
    const std::vector<const TextCell*>& values,
    const std::vector<int>& headers) {
  std::vector<const TextCell*> cells(headers.size(), nullptr);
  for (std::size_t c = 0; c < headers.size(); ++c) {
    if (headers[c] == GridColumns::kNoColumn) continue;
    const int end = next_column(headers, c);
    for (const TextCell* cell : values) {
      const bool fits =
          cell->column == headers[c] && cell->column + cell->column_span <= end;
      if (fits) cells[c] = cell;
    }
  }
  return cells;
}

/// Blank cells before all figures, or behind them.
std::vector<const TextCell*> padded(const std::vector<const TextCell*>& values,
                                    std::size_t wanted) {
  const auto has_ink = [](const TextCell* cell) {
    return !trimmed(cell->text).empty();
  };
  const auto first = std::ranges::find_if(values, has_ink);
  const auto size = static_cast<std::ptrdiff_t>(wanted);
  if (values.end() - first < size ||
      !std::all_of(first, first + size, has_ink)) {
    return std::vector<const TextCell*>(wanted, nullptr);
  }
  return {first, first + size};
}

}  // namespace

std::vector<const TextCell*> GridColumns::cells(std::size_t page_row,
                                                const FormRow& form) {
  auto cells = cells_as_printed(page_row, form);
  if (is_in_other_order(page_row, form)) {
    cells.assign(form.cells.size(), nullptr);
  }
  drop_shared(page_row, cells);
  for (const TextCell*& cell : cells) {
    if (cell != nullptr && cell->twice) cell = nullptr;
  }
  return cells;
}

bool GridColumns::is_in_other_order(std::size_t page_row,
                                    const FormRow& form) const {
  return other_order_.contains({rows_[page_row].grid, form.block});
}

/// A cell over several rows is the figure of none of them.
void GridColumns::drop_shared(std::size_t page_row,
                              std::vector<const TextCell*>& cells) const {
  for (const TextCell*& cell : cells) {
    if (cell == nullptr || cell->row_span == 1) continue;
    for (std::size_t i = page_row + 1; i < rows_.size(); ++i) {
      const PageRow& below = rows_[i];
      if (below.grid != rows_[page_row].grid ||
          below.cells.front()->row >= cell->row + cell->row_span) {
        break;
      }
      if (below.label().empty()) continue;
      cell = nullptr;
      break;
    }
  }
}

std::vector<int> GridColumns::headers(std::size_t page_row,
                                      const FormRow& form) {
  const std::size_t grid = rows_[page_row].grid;
  const std::pair key(grid, form.block);
  const auto known = headers_.find(key);
  if (known != headers_.end()) return known->second;
  std::vector<HeaderCell> cells;
  for (std::size_t i = page_row; i-- > 0;) {
    if (rows_[i].grid != grid) break;
    if (matches_.of(i) != RowMatches::kNone &&
        form_[matches_.of(i)].block != form.block)
      break;
    if (matches_.of(i) != RowMatches::kNone) continue;
    for (std::size_t c = 0; c < rows_[i].cells.size(); ++c) {
      cells.push_back({rows_[i].cells[c], &rows_[i].looks[c].label});
    }
  }
  bool contradicts = false;
  std::vector<int> columns = aligned(cells, form, grid, contradicts);
  if (contradicts) other_order_.insert(key);
  // A table that goes on after a page break without its header.
  if (columns.empty() && grid > 0) {
    const auto before = headers_.find(std::pair(grid - 1, form.block));
    if (before != headers_.end() &&
        grids_[grid - 1]->columns == grids_[grid]->columns) {
      columns = before->second;
    }
  }
  headers_[key] = columns;
  return columns;
}

/// Header cells laid over the columns of the form, from left to right; all
/// of them, or none. `contradicts`: headers of the form are there that do
/// not fit, as in another order.
std::vector<int> GridColumns::aligned(std::vector<HeaderCell> cells,
                                      const FormRow& form, std::size_t grid,
                                      bool& contradicts) {
  std::ranges::stable_sort(
      cells, {}, [](const HeaderCell& one) { return one.cell->column; });
  const std::size_t m = form.columns.size();
  std::size_t exact = 0;
  std::vector<std::vector<int>> worth;
  for (const HeaderCell& one : cells) {
    const Label& label = *one.label;
    exact += std::ranges::any_of(form.columns, [&](const Label& column) {
      return same_words(label, column);
    });
    worth.emplace_back();
    for (const Label& column : form.columns) {
      // What begins otherwise is another column: this year's, last year's.
      const int percent =
          begin_alike(label, column) ? likeness(label, column) : 0;
      worth.back().push_back(percent >= kAlike ? percent * percent / 100 : 0);
    }
  }
  const LaidOver laid = lay_over(worth);
  std::vector<int> columns(m, kNoColumn);
  std::vector<std::pair<const TextCell*, std::size_t>> others;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::size_t k = laid.on[i];
    if (k == LaidOver::kNone) continue;
    columns[k] = cells[i].cell->column;
    if (!same_words(*cells[i].label, form.columns[k])) {
      others.emplace_back(cells[i].cell, k);
    }
  }
  const auto found =
      m - static_cast<std::size_t>(std::ranges::count(columns, kNoColumn));
  readings_.score += static_cast<int>(found) * kOfColumn;
  contradicts = found < std::min(m, exact);
  if (2 * found < m) return {};
  for (const auto& [cell, column] : others) {
    readings_.labels.push_back({std::string(trimmed(cell->text)),
                                form.headers[column], places_.of(grid, *cell)});
  }
  std::vector<int> known;
  std::ranges::copy_if(columns, std::back_inserter(known),
                       [](int column) { return column != kNoColumn; });
  // One column may be missing; more would be a guess.
  if (found + 1 < m || !std::ranges::is_sorted(known)) return {};
  return columns;
}

std::vector<const TextCell*> GridColumns::cells_as_printed(
    std::size_t page_row, const FormRow& form) {
  const PageRow& row = rows_[page_row];
  const std::vector<const TextCell*> values(
      row.cells.begin() +
          static_cast<std::ptrdiff_t>(matches_.values(page_row)),
      row.cells.end());
  const std::size_t wanted = form.cells.size();
  const std::vector<int> headers = this->headers(page_row, form);
  const auto is_blank = [](const TextCell* cell) {
    return trimmed(cell->text).empty();
  };
  const auto blanks =
      static_cast<std::size_t>(std::ranges::count_if(values, is_blank));
  const bool whole = !headers.empty() &&
                     std::ranges::find(headers, kNoColumn) == headers.end();
  if (!headers.empty() && !whole) {
    return row.covered ? by_header(values, headers)
                       : std::vector<const TextCell*>(wanted, nullptr);
  }
  if (values.size() == wanted) {
    const bool as_header =
        !headers.empty() &&
        std::ranges::equal(values, headers, {}, &TextCell::column);
    const bool merged =
        wanted > 1 && std::ranges::any_of(values, [](const TextCell* cell) {
          return cell->column_span > 1;
        });
    if (whole && row.covered && merged && !matches_.is_regular(form)) {
      return std::vector<const TextCell*>(wanted, nullptr);
    }
    // Blank cells of copied text may have moved.
    const bool loose = page_.kind == PublishedPage::Kind::text;
    if (as_header || blanks == 0 || (matches_.is_regular(form) && !loose)) {
      return values;
    }
    return std::vector<const TextCell*>(wanted, nullptr);
  }
  if (whole && row.covered && wanted == 1) {
    const auto own = by_header(values, headers);
    if (own.front() != nullptr) return own;
  }
  if (wanted == 1) return {only_figure(values)};
  if (!headers.empty() && row.covered) return by_header(values, headers);
  if (values.size() > wanted && blanks == values.size() - wanted) {
    return padded(values, wanted);
  }
  return std::vector<const TextCell*>(wanted, nullptr);
}

}  // namespace gov_report
