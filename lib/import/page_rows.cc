#include "import/page_rows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "import/figure_looks.h"

namespace gov_report {
namespace {

/// Puts blank cells where a sheet has none.
CellGrid dense(CellGrid grid) {
  if (static_cast<std::size_t>(grid.rows) *
          static_cast<std::size_t>(grid.columns) >
      kGridCells) {
    return grid;
  }
  const auto columns = static_cast<std::size_t>(grid.columns);
  std::vector<bool> taken(static_cast<std::size_t>(grid.rows) * columns);
  for (const TextCell& cell : grid.cells) {
    for (int r = cell.row; r < std::min(cell.row + cell.row_span, grid.rows);
         ++r) {
      for (int c = cell.column; c < cell.column + cell.column_span; ++c) {
        taken[static_cast<std::size_t>(r) * columns +
              static_cast<std::size_t>(c)] = true;
      }
    }
  }
  for (int r = 0; r < grid.rows; ++r) {
    for (int c = 0; c < grid.columns; ++c) {
      if (taken[static_cast<std::size_t>(r) * columns +
                static_cast<std::size_t>(c)]) {
        continue;
      }
      const Position at{static_cast<std::uint64_t>(r) + 1,
                        static_cast<std::uint32_t>(c) + 1};
      grid.cells.push_back({r, c, 1, 1, {}, at});
    }
  }
  std::ranges::sort(grid.cells, {}, [](const TextCell& cell) {
    return std::pair(cell.row, cell.column);
  });
  return grid;
}

/// Most figures.
bool is_short_number(std::string_view text) {
  return text.size() <= 9 &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Nearly all labels: a Chinese character, and more than the word for none.
bool begins_with_words(std::string_view text) {
  return text.size() > 3 && is_hanzi_at(text, 0);
}

CellLooks looks_of(const TextCell& cell, const FigureWords& words) {
  CellLooks looks;
  const std::string_view text = trimmed(cell.text);
  looks.ink = !text.empty();
  looks.figure = is_short_number(text) ||  // or blank
                 (!begins_with_words(text) &&
                  cell_from_text(text, {}).state != CellState::text);
  if (looks.figure) return looks;
  const std::string folded = fold(text);
  looks.figure = is_figure_with_words(folded, words);
  looks.label = Label::of_folded(folded);
  return looks;
}

/// More than the number of a page, or a word that the table goes on.
bool is_caption(const PageBlock& block) {
  constexpr std::size_t kShortest = 7;  // characters
  return character_count(trimmed(text_of(block))) >= kShortest;
}

/// Lines with one cell in front of the first with more: what stands over the
/// table of a sheet.
std::string caption_of(const CellGrid& grid) {
  std::string caption;
  std::string line;
  int row = -1;
  for (const TextCell& cell : grid.cells) {
    if (trimmed(cell.text).empty()) continue;
    if (cell.row == row) return caption;
    caption += line;
    line = fold(cell.text);
    row = cell.row;
  }
  return caption;
}

/// The next cell with ink behind the first one holds words.
bool words_follow(const PageRow& row, std::size_t i) {
  for (std::size_t k = i + 1; k < row.cells.size(); ++k) {
    if (row.looks[k].ink) return !row.looks[k].figure;
  }
  return false;
}

void find_label(PageRow& row) {
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const CellLooks& looks = row.looks[i];
    if (!looks.ink) continue;
    const bool before_label = row.label_at == PageRow::kNone;
    if (looks.figure && before_label && words_follow(row, i)) continue;
    if (looks.figure) {
      row.has_figure = true;
      return;
    }
    row.label_at = i;
    row.values = i + 1;
  }
}

/// The next cell with words in front of the label.
std::optional<std::size_t> words_before_label(const PageRow& row) {
  if (row.label_at == PageRow::kNone) return std::nullopt;
  for (std::size_t i = row.label_at; i-- > 0;) {
    if (!row.looks[i].label.empty()) return i;
  }
  return std::nullopt;
}

}  // namespace

PageRows::PageRows(const PublishedPage& page, const PageFormat& words) {
  const bool sheets = page.kind == PublishedPage::Kind::xlsx;
  std::size_t run = 0;
  std::map<std::string, std::size_t> run_of;  // by caption of the sheet
  for (const PageBlock& block : page.blocks) {
    if (block.kind != PageBlock::Kind::table) {
      if (is_caption(block)) ++run;
      continue;
    }
    if (sheets) {
      const std::string caption = caption_of(block.grid);
      if (!caption.empty()) {
        run = run_of.try_emplace(caption, run_of.size() + 1).first->second;
      }
      filled_up_.push_back(dense(block.grid));
      grids_.push_back(&filled_up_.back());
    } else {
      grids_.push_back(&block.grid);
    }
    add_rows(grids_.size() - 1, run, words.figure);
  }
}

void PageRows::add_rows(std::size_t g, std::size_t run,
                        const FigureWords& words) {
  const CellGrid& grid = *grids_[g];
  std::vector<int> width(static_cast<std::size_t>(grid.rows));
  for (const TextCell& cell : grid.cells) {
    const int end = std::min(cell.row + cell.row_span, grid.rows);
    for (int r = cell.row; r < end; ++r) {
      width[static_cast<std::size_t>(r)] += cell.column_span;
    }
  }
  for (std::size_t i = 0; i < grid.cells.size();) {
    const int r = grid.cells[i].row;
    PageRow row;
    row.grid = g;
    row.run = run;
    const auto next = std::ranges::find_if(
        grid.cells.begin() + static_cast<std::ptrdiff_t>(i), grid.cells.end(),
        [r](const TextCell& cell) { return cell.row != r; });
    const auto end = static_cast<std::size_t>(next - grid.cells.begin());
    row.cells.reserve(end - i);
    row.looks.reserve(end - i);
    for (; i < end; ++i) {
      row.cells.push_back(&grid.cells[i]);
      row.looks.push_back(looks_of(grid.cells[i], words));
    }
    row.covered = width[static_cast<std::size_t>(r)] >= grid.columns;
    find_label(row);
    rows_.push_back(std::move(row));
  }
  pass_over_units(g);
  note_idle(g);
}

/// Behind the labels of all rows with figures the same short word, or two.
void PageRows::pass_over_units(std::size_t g) {
  constexpr int kFewest = 3;  // rows
  constexpr std::size_t kLongest = 3;
  constexpr std::size_t kMostUnits = 2;
  const auto own = std::ranges::lower_bound(rows_, g, {}, &PageRow::grid);
  std::set<std::string> units;
  int column = 0;
  int found = 0;
  for (auto row = own; row != rows_.end(); ++row) {
    if (!row->has_figure || row->label_at == PageRow::kNone) continue;
    const TextCell& cell = *row->label_cell();
    if (found == 0) column = cell.column;
    const bool fits = cell.column == column && words_before_label(*row) &&
                      row->label().characters().size() <= kLongest;
    if (!fits) return;
    units.insert(row->label().words());
    ++found;
  }
  if (found < kFewest || units.size() > kMostUnits) return;
  for (auto row = own; row != rows_.end(); ++row) {
    const auto before = words_before_label(*row);
    const bool is_unit = before && row->label_cell()->column == column &&
                         units.contains(row->label().words());
    if (is_unit) row->label_at = *before;
  }
}

void PageRows::note_idle(std::size_t g) {
  const auto own = std::ranges::lower_bound(rows_, g, {}, &PageRow::grid);
  std::vector<bool> inked(static_cast<std::size_t>(grids_[g]->columns));
  const auto each = [&](const auto& visit) {
    for (auto row = own; row != rows_.end(); ++row) {
      for (std::size_t i = 0; i < row->cells.size(); ++i) {
        visit(static_cast<std::size_t>(row->cells[i]->column), row->looks[i]);
      }
    }
  };
  each([&](std::size_t column, CellLooks& looks) {
    if (looks.ink) inked[column] = true;
  });
  each([&](std::size_t column, CellLooks& looks) {
    looks.idle = !inked[column];
  });
}

}  // namespace gov_report
