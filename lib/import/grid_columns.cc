#include "import/grid_columns.h"

#include <algorithm>
#include <climits>
#include <iterator>

#include "base/text.h"

namespace gov_report {
namespace {

bool has_ink(const TextCell* cell) {
  return !trimmed(cell->text).empty();
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

/// Of the cells below the header of the one column, that with ink, or the
/// first; nullptr: two have some.
const TextCell* figure_below(const std::vector<const TextCell*>& values,
                             const GridHeader& header) {
  std::vector<const TextCell*> below;
  std::ranges::copy_if(values, std::back_inserter(below),
                       [&](const TextCell* cell) {
                         return cell->column >= header.columns.front() &&
                                cell->column < header.end;
                       });
  return only_figure(below);
}

int next_column(const std::vector<int>& headers, std::size_t c) {
  for (std::size_t next = c + 1; next < headers.size(); ++next) {
    if (headers[next] != GridHeader::kNoColumn) return headers[next];
  }
  return INT_MAX;
}

/// Figures in front of the first header or behind the last, or between them
/// where one is missing, under none: they are not in line with their headers.
bool is_out_of_line(const std::vector<const TextCell*>& values,
                    const GridHeader& header) {
  int first = INT_MAX;
  for (const int column : header.columns) {
    if (column != GridHeader::kNoColumn) first = std::min(first, column);
  }
  const auto is_header = [&](int column) {
    return std::ranges::find(header.columns, column) != header.columns.end();
  };
  const bool one_is_missing = is_header(GridHeader::kNoColumn);
  return std::ranges::any_of(values, [&](const TextCell* cell) {
    const bool outside = cell->column + cell->column_span <= first ||
                         cell->column >= header.end ||
                         (one_is_missing && !is_header(cell->column));
    const bool extra = std::ranges::any_of(header.extra, [&](const auto& one) {
      return one.first == cell->column ||
             (one.first >= header.end && one.first < cell->column &&
              cell->column < one.second);
    });
    return outside && !extra && has_ink(cell);
  });
}

std::vector<const TextCell*> by_header(
    const std::vector<const TextCell*>& values, const GridHeader& header) {
  const std::vector<int>& headers = header.columns;
  std::vector<const TextCell*> cells(headers.size(), nullptr);
  if (is_out_of_line(values, header)) return cells;
  // What stands in front of the figures reaches over the first of them.
  if (!values.empty() && headers.front() != GridHeader::kNoColumn &&
      headers.front() < values.front()->column) {
    return cells;
  }
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

}  // namespace

std::vector<const TextCell*> GridColumns::cells(std::size_t page_row,
                                                const FormRow& form) {
  if (header(page_row, form).contradicts || has_figures_beside(page_row) ||
      is_one_of_two(page_row)) {
    return std::vector<const TextCell*>(form.cells.size(), nullptr);
  }
  auto cells = cells_as_printed(page_row, form);
  const std::vector<bool>& shared = header(page_row, form).shared;
  for (std::size_t c = 0; c < shared.size(); ++c) {
    if (shared[c]) cells[c] = nullptr;
  }
  drop_shared(page_row, cells);
  return cells;
}

/// It is one of the table that this row is in, and has figures without a label.
/// Above the first row is none: it wraps.
bool GridColumns::has_figures_alone(std::size_t i, std::size_t page_row) const {
  return i < rows_.size() && rows_[i].grid == rows_[page_row].grid &&
         rows_[i].has_figure && rows_[i].label().empty() &&
         matches_.of(i) == RowMatches::kNone;
}

/// Its own cells are blank, and the row above or below has figures alone.
bool GridColumns::has_figures_beside(std::size_t page_row) const {
  if (rows_[page_row].has_figure) return false;
  if (!has_figures_alone(page_row - 1, page_row) &&
      !has_figures_alone(page_row + 1, page_row)) {
    return false;
  }
  const auto& looks = rows_[page_row].looks;
  return std::none_of(
      looks.begin() + static_cast<std::ptrdiff_t>(matches_.values(page_row)),
      looks.end(), [](const CellLooks& one) { return one.ink; });
}

/// The row below has other figures alone: this label may be that of both, as of
/// two years.
bool GridColumns::is_one_of_two(std::size_t page_row) const {
  const std::size_t below = page_row + 1;
  if (!has_figures_alone(below, page_row)) return false;
  std::vector<std::string_view> own;
  std::vector<std::string_view> other;
  const auto add = [&](const PageRow& row, std::size_t from, auto& texts) {
    for (std::size_t i = from; i < row.cells.size(); ++i) {
      if (row.looks[i].ink) texts.push_back(trimmed(row.cells[i]->text));
    }
  };
  add(rows_[page_row], matches_.values(page_row), own);
  add(rows_[below], 0, other);
  return own != other;
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
      header.end = before->second.end;
      header.extra = before->second.extra;
      header.shared = before->second.shared;
      header.unknown = before->second.unknown;
    }
  }
  return header;
}

GridHeader GridColumns::find_header(std::size_t page_row,
                                    const FormRow& form) const {
  std::vector<HeaderCell> cells;
  std::vector<const TextCell*> unknown;
  bool any_again = false;
  for (std::size_t i = page_row; i-- > 0;) {
    const PageRow& row = rows_[i];
    const std::size_t match = matches_.of(i);
    if (row.grid != rows_[page_row].grid) break;
    if (match != RowMatches::kNone && form_[match].block != form.block) {
      add_unknown_above(i, unknown);
      break;
    }
    if (match != RowMatches::kNone) continue;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const Label& label = row.looks[c].label;
      // One header over several columns, where cells cannot be merged.
      const bool again =
          c > 0 && !label.empty() && is_exactly(label, row.looks[c - 1].label);
      any_again = any_again || again;
      if (!again) cells.push_back({row.cells[c], &label});
      const bool is_known =
          label.empty() ||
          std::ranges::binary_search(known_, fold(row.cells[c]->text));
      if (!is_known) unknown.push_back(row.cells[c]);
    }
  }
  GridHeader header = grid_header(std::move(cells), form);
  header.again = any_again;
  header.unknown = std::move(unknown);
  return header;
}

/// Words above a block of the same table that reach over most of it.
void GridColumns::add_unknown_above(
    std::size_t page_row, std::vector<const TextCell*>& unknown) const {
  const std::size_t grid = rows_[page_row].grid;
  const FormRow& form = form_[matches_.of(page_row)];
  const auto above = headers_.find(std::pair(grid, form.block));
  if (above == headers_.end()) return;
  std::ranges::copy_if(above->second.unknown, std::back_inserter(unknown),
                       [&](const TextCell* cell) {
                         return cell->column_span * 2 > grids_[grid]->columns;
                       });
}

std::vector<const TextCell*> GridColumns::cells_as_printed(
    std::size_t page_row, const FormRow& form) {
  const PageRow& row = rows_[page_row];
  const std::vector<const TextCell*> values(
      row.cells.begin() +
          static_cast<std::ptrdiff_t>(matches_.values(page_row)),
      row.cells.end());
  const std::size_t wanted = form.cells.size();
  const GridHeader& header = this->header(page_row, form);
  const std::vector<const TextCell*> none(wanted, nullptr);
  if (!header.columns.empty() && !header.whole()) {
    return row.covered ? by_header(values, header) : none;
  }
  if (values.size() == wanted) return counted(page_row, form, values, header);
  if (values.empty()) return none;
  const bool extra = header.has_extra_from(values.front()->column);
  if (wanted == 1) {
    // Two figures under one header: of two years.
    if (header.again && only_figure(values) == nullptr) return none;
    if (header.whole() && row.covered) {
      if (is_out_of_line(values, header)) return none;
      const auto own = by_header(values, header);
      if (own.front() != nullptr) return {figure_below(values, header)};
      if (extra) return own;
    }
    return extra ? none : std::vector<const TextCell*>{only_figure(values)};
  }
  if (!header.columns.empty() && row.covered) {
    return by_header(values, header);
  }
  return values.size() > wanted ? without_idle(page_row, wanted) : none;
}

/// Of a row with as many cells as the form.
std::vector<const TextCell*> GridColumns::counted(
    std::size_t page_row, const FormRow& form,
    const std::vector<const TextCell*>& values, const GridHeader& header) {
  const PageRow& row = rows_[page_row];
  const std::size_t wanted = values.size();
  const std::vector<const TextCell*> none(wanted, nullptr);
  const bool as_header =
      !header.columns.empty() &&
      std::ranges::equal(values, header.columns, {}, &TextCell::column);
  // A cell more in front and one less behind are as many; where cells have been
  // left out, the rest have moved.
  const bool regular = matches_.is_regular(form);
  const bool extra = header.has_extra_from(values.front()->column);
  if (as_header && (row.covered || regular || !extra)) return values;
  if (header.whole() && (extra || is_taken_from_above(page_row, values))) {
    return row.covered ? by_header(values, header) : none;
  }
  const bool merged =
      wanted > 1 && std::ranges::any_of(values, [](const TextCell* cell) {
        return cell->column_span > 1;
      });
  if (header.whole() && row.covered && merged && !regular) return none;
  // Blank cells of copied text may have moved.
  const bool loose = page_.kind == PublishedPage::Kind::text;
  const bool all_ink = std::ranges::all_of(values, has_ink);
  return all_ink || (regular && !loose) ? values : none;
}

/// Cells of rows above reach into the columns of the figures.
bool GridColumns::is_taken_from_above(
    std::size_t page_row, const std::vector<const TextCell*>& values) const {
  const PageRow& row = rows_[page_row];
  int own = values.front()->column;
  for (const TextCell* cell : values) own += cell->column_span;
  return row.covered && own < grids_[row.grid]->columns;
}

/// Without columns before and behind in which nothing stands in the whole
/// table.
std::vector<const TextCell*> GridColumns::without_idle(
    std::size_t page_row, std::size_t wanted) const {
  const PageRow& row = rows_[page_row];
  std::size_t from = matches_.values(page_row);
  std::size_t end = row.cells.size();
  while (end > from && row.looks[end - 1].idle) --end;
  while (from < end && row.looks[from].idle) ++from;
  const std::vector<const TextCell*> cells(
      row.cells.begin() + static_cast<std::ptrdiff_t>(from),
      row.cells.begin() + static_cast<std::ptrdiff_t>(end));
  const bool sure =
      cells.size() == wanted && std::ranges::all_of(cells, has_ink);
  return sure ? cells : std::vector<const TextCell*>(wanted, nullptr);
}

}  // namespace gov_report
