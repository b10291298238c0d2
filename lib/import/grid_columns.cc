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
    if (headers[next] != GridHeader::kNoColumn) return headers[next];
  }
  return INT_MAX;
}

std::vector<const TextCell*> by_header(
    const std::vector<const TextCell*>& values,
    const std::vector<int>& headers) {
  std::vector<const TextCell*> cells(headers.size(), nullptr);
  for (std::size_t c = 0; c < headers.size(); ++c) {
    if (headers[c] == GridHeader::kNoColumn) continue;
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

struct HeaderCell {
  const TextCell* cell = nullptr;
  const Label* label = nullptr;
};

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

/// Header cells laid over the columns of the form, from left to right; all
/// of them, or none.
GridHeader aligned(std::vector<HeaderCell> cells, const FormRow& form) {
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
    known.push_back(cells[i].cell->column);
    if (!same_words(*cells[i].label, form.columns[k])) {
      header.others.emplace_back(cells[i].cell, k);
    }
  }
  header.found = known.size();
  header.contradicts = header.found < std::min(m, exact);
  if (2 * header.found < m) header.others.clear();
  // One column may be missing; more would be a guess.
  const bool sure =
      !header.contradicts && 2 * header.found >= m && header.found + 1 >= m;
  if (!sure) header.columns.clear();
  return header;
}

}  // namespace

std::vector<const TextCell*> GridColumns::cells(std::size_t page_row,
                                                const FormRow& form) {
  if (header(page_row, form).contradicts) {
    return std::vector<const TextCell*>(form.cells.size(), nullptr);
  }
  auto cells = cells_as_printed(page_row, form);
  drop_shared(page_row, cells);
  return cells;
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

const GridHeader& GridColumns::header(std::size_t page_row,
                                      const FormRow& form) {
  const std::size_t grid = rows_[page_row].grid;
  const auto [known, is_new] = headers_.try_emplace({grid, form.block});
  GridHeader& header = known->second;
  if (!is_new) return header;
  header = find_header(page_row, form);
  // A table that goes on after a page break without its header.
  if (header.columns.empty() && !header.contradicts && grid > 0) {
    const auto before = headers_.find(std::pair(grid - 1, form.block));
    if (before != headers_.end() &&
        grids_[grid - 1]->columns == grids_[grid]->columns) {
      header.columns = before->second.columns;
    }
  }
  return header;
}

GridHeader GridColumns::find_header(std::size_t page_row,
                                    const FormRow& form) const {
  std::vector<HeaderCell> cells;
  for (std::size_t i = page_row; i-- > 0;) {
    const PageRow& row = rows_[i];
    const std::size_t match = matches_.of(i);
    if (row.grid != rows_[page_row].grid) break;
    if (match != RowMatches::kNone && form_[match].block != form.block) break;
    if (match != RowMatches::kNone) continue;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      cells.push_back({row.cells[c], &row.looks[c].label});
    }
  }
  return aligned(std::move(cells), form);
}

std::vector<const TextCell*> GridColumns::cells_as_printed(
    std::size_t page_row, const FormRow& form) {
  const PageRow& row = rows_[page_row];
  const std::vector<const TextCell*> values(
      row.cells.begin() +
          static_cast<std::ptrdiff_t>(matches_.values(page_row)),
      row.cells.end());
  const std::size_t wanted = form.cells.size();
  const std::vector<int>& headers = header(page_row, form).columns;
  const auto is_blank = [](const TextCell* cell) {
    return trimmed(cell->text).empty();
  };
  const auto blanks =
      static_cast<std::size_t>(std::ranges::count_if(values, is_blank));
  const bool whole =
      !headers.empty() &&
      std::ranges::find(headers, GridHeader::kNoColumn) == headers.end();
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
