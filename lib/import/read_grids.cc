// Tables of cells: rows are found by their labels, in the order of the form;
// columns by the number of cells and by the headers.

#include <algorithm>
#include <climits>
#include <set>

#include "base/text.h"
#include "import/lay_over.h"
#include "import/table_reading.h"
#include "source/xlsx_values.h"

namespace gov_report {
namespace {

/// A row of a table of the page.
struct PageRow {
  std::size_t grid = 0;
  std::vector<const TextCell*> cells;  ///< that begin in it
  std::size_t values = 0;              ///< the first cell behind the label
  Label label;                         ///< the last words before figures
  const TextCell* label_cell = nullptr;
  bool covered = false;  ///< cells stand at all of the table's columns
  bool has_figure = false;
};

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

class GridReader {
 public:
  GridReader(const PublishedPage& page, const ReportFormat& format,
             const PageFormat& words)
      : page_(page), format_(format), words_(words), form_(form_rows(format)) {
    for (const std::string& known : printed_words(format)) known_.insert(known);
    readings_.found.resize(format.tables.size());
    readings_.places.resize(format.tables.size());
    for (const PageBlock& block : page.blocks) {
      if (block.kind != PageBlock::Kind::table) continue;
      grids_.push_back(page.kind == PublishedPage::Kind::xlsx
                           ? dense(block.grid)
                           : block.grid);
    }
    for (std::size_t g = 0; g < grids_.size(); ++g) add_rows(g);
    matched_.resize(rows_.size(), kNone);
  }

  TableReadings read() {
    for (std::size_t t = 0; t < format_.tables.size(); ++t) {
      match_rows(t);
    }
    drop_groups();
    for (std::size_t t = 0; t < format_.tables.size(); ++t) {
      if (!read_labelled(t)) read_unlabelled(t);
    }
    find_added();
    return std::move(readings_);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  static constexpr std::size_t kLongestExcerpt = 2000;  // bytes
  static constexpr std::size_t kAddedRows = 20;         // told of a page
  static constexpr std::size_t kLongestHeader = 120;    // bytes, with blanks
  static constexpr int kNoColumn = -1;  ///< the header does not have it

  void add_rows(std::size_t g) {
    const CellGrid& grid = grids_[g];
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
      for (; i < grid.cells.size() && grid.cells[i].row == r; ++i) {
        row.cells.push_back(&grid.cells[i]);
      }
      row.covered = width[static_cast<std::size_t>(r)] >= grid.columns;
      find_label(row);
      rows_.push_back(std::move(row));
    }
  }

  /// The last words in front of the first figure with ink; one figure in front
  /// of them numbers the rows.
  void find_label(PageRow& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string& text = row.cells[i]->text;
      const bool ink = !trimmed(text).empty();
      const bool figure = is_figure(text, words_.figure);
      if (ink && figure && row.label_cell == nullptr && !row.has_figure &&
          words_follow(row, i)) {
        continue;
      }
      if (ink && figure) {
        row.has_figure = true;
        return;
      }
      if (!ink) continue;
      row.label = Label(text);
      row.label_cell = row.cells[i];
      row.values = i + 1;
    }
  }

  /// The next cell with ink behind the first one holds words.
  bool words_follow(const PageRow& row, std::size_t i) const {
    for (std::size_t k = i + 1; k < row.cells.size(); ++k) {
      const std::string& text = row.cells[k]->text;
      if (trimmed(text).empty()) continue;
      return !is_figure(text, words_.figure);
    }
    return false;
  }

  static bool is_exactly(const PageRow& row, const FormRow& form) {
    return !form.label.empty() && row.label.words() == form.label.words() &&
           row.label.number() == form.label.number();
  }

  int likeness_of(std::size_t page_row, std::size_t form_row) const {
    const PageRow& row = rows_[page_row];
    const FormRow& form = form_[form_row];
    if (row.label.empty() || form.label.empty() || !has_values(page_row)) {
      return 0;
    }
    // A label is not much longer than that of the form.
    if (row.label.words().size() > 3 * form.label.words().size() + 60) return 0;
    const int percent = likeness(row.label, form.label);
    return percent >= kAlike ? percent : 0;
  }

  /// The best way to lay the form's rows over those of the page, in order.
  void match_rows(std::size_t table) {
    std::vector<std::size_t> form;
    for (std::size_t f = 0; f < form_.size(); ++f) {
      if (form_[f].table == table) form.push_back(f);
    }
    std::vector<std::vector<int>> worth(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      // A label that is right needs no search for one that is like it.
      const bool exact = std::ranges::any_of(
          form, [&](std::size_t f) { return is_exactly(rows_[i], form_[f]); });
      for (const std::size_t f : form) {
        const bool other = exact && !is_exactly(rows_[i], form_[f]);
        const int percent = other ? 0 : likeness_of(i, f);
        // A label with figures beside it is worth more than one without.
        worth[i].push_back(percent * percent / 100 *
                           (rows_[i].has_figure ? 4 : 1));
      }
    }
    const LaidOver laid = lay_over(worth);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (laid.on[i] != LaidOver::kNone) matched_[i] = form[laid.on[i]];
    }
    readings_.score += laid.worth;
    for (const std::size_t f : form) count_repeated(f);
  }

  /// A row that stands twice with other figures.
  void count_repeated(std::size_t f) {
    const PageRow* first = nullptr;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const PageRow& row = rows_[i];
      if (!row.has_figure || likeness_of(i, f) < 100) continue;
      if (first != nullptr && figures_of(row) != figures_of(*first)) {
        ++readings_.repeated;
        repeated_.insert(f);
        return;
      }
      if (first == nullptr) first = &row;
    }
  }

  static std::string figures_of(const PageRow& row) {
    std::string all;
    for (std::size_t i = row.values; i < row.cells.size(); ++i) {
      all += fold(row.cells[i]->text) + "|";
    }
    return all;
  }

  bool has_values(std::size_t row) const {
    return rows_[row].values < rows_[row].cells.size();
  }

  /// A group's total is printed in the place of its rows, or not at all.
  void drop_groups() {
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
        printed_groups_.insert(f);
      }
    }
  }

  bool is_matched(std::size_t form_row) const {
    return std::ranges::find(matched_, form_row) != matched_.end();
  }

  Place place_of(std::size_t g, const TextCell& cell) const {
    Place place;
    place.file = page_.file;
    place.at = cell.at;
    if (page_.kind == PublishedPage::Kind::xlsx) {
      place.address =
          column_letters(static_cast<std::uint32_t>(cell.column) + 1) +
          std::to_string(cell.row + 1);
      if (!grids_[g].name.empty()) {
        place.address = grids_[g].name + "!" + place.address;
      }
    } else if (page_.kind == PublishedPage::Kind::docx) {
      place.address = "T" + std::to_string(g + 1) + ":R" +
                      std::to_string(cell.row + 1) + "C" +
                      std::to_string(cell.column + 1);
    }
    place.excerpt = excerpt_of(g, cell, place.mark);
    place.width = std::max<std::uint32_t>(
        1, static_cast<std::uint32_t>(character_count(trimmed(cell.text))));
    return place;
  }

  /// The row that a cell stands in, a bar between cells; `mark`: where the
  /// cell begins in it.
  std::string excerpt_of(std::size_t g, const TextCell& cell,
                         std::uint32_t& mark) const {
    std::string line;
    const auto& cells = grids_[g].cells;
    auto first = std::ranges::lower_bound(cells, cell.row, {}, &TextCell::row);
    for (; first != cells.end() && first->row == cell.row; ++first) {
      const TextCell& other = *first;
      if (line.size() > kLongestExcerpt) break;
      if (!line.empty()) line += " | ";
      if (&other == &cell) {
        mark = static_cast<std::uint32_t>(character_count(line)) + 1;
      }
      std::string text;
      for (const char c : trimmed(other.text)) text += c == '\n' ? ' ' : c;
      line += first_characters(text, 40);
    }
    return line;
  }

  /// Rows with labels; false if the table's rows have none.
  bool read_labelled(std::size_t table) {
    bool any_label = false;
    for (std::size_t f = 0; f < form_.size(); ++f) {
      if (form_[f].table != table) continue;
      any_label = any_label || !form_[f].label.empty();
    }
    if (!any_label) return false;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (matched_[i] == kNone || form_[matched_[i]].table != table) continue;
      note_found(table, i);
      read_row(i, form_[matched_[i]]);
    }
    for (std::size_t f = 0; f < form_.size(); ++f) {
      if (form_[f].table != table || is_matched(f) || form_[f].parts > 0 ||
          is_part_of_printed_group(f)) {
        continue;
      }
      readings_.missing.push_back(f);
    }
    return true;
  }

  bool is_part_of_printed_group(std::size_t f) const {
    return std::ranges::any_of(printed_groups_, [&](std::size_t group) {
      return group < f && f <= group + form_[group].parts;
    });
  }

  void note_found(std::size_t table, std::size_t page_row) {
    if (readings_.found[table]) return;
    readings_.found[table] = true;
    const PageRow& row = rows_[page_row];
    readings_.places[table] = place_of(row.grid, *row.cells.front());
  }

  /// Where the header has each column; empty: not known.
  std::vector<int> header_columns(std::size_t page_row, const FormRow& form) {
    const std::size_t grid = rows_[page_row].grid;
    const std::pair key(grid, form.block);
    const auto known = headers_.find(key);
    if (known != headers_.end()) return known->second;
    std::vector<const TextCell*> cells;
    for (std::size_t i = page_row; i-- > 0;) {
      if (rows_[i].grid != grid) break;
      if (matched_[i] != kNone && form_[matched_[i]].block != form.block) break;
      if (matched_[i] != kNone) continue;
      for (const TextCell* cell : rows_[i].cells) cells.push_back(cell);
    }
    bool contradicts = false;
    std::vector<int> columns = aligned(cells, form, grid, contradicts);
    if (contradicts) other_order_.insert(key);
    // A table that goes on after a page break without its header.
    if (columns.empty() && grid > 0) {
      const auto before = headers_.find(std::pair(grid - 1, form.block));
      if (before != headers_.end() &&
          grids_[grid - 1].columns == grids_[grid].columns) {
        columns = before->second;
      }
    }
    headers_[key] = columns;
    return columns;
  }

  /// Header cells laid over the columns of the form, from left to right; all
  /// of them, or none. `contradicts`: headers of the form are there that do
  /// not fit, as in another order.
  std::vector<int> aligned(std::vector<const TextCell*> cells,
                           const FormRow& form, std::size_t grid,
                           bool& contradicts) {
    std::ranges::stable_sort(cells, {}, &TextCell::column);
    const std::size_t m = form.columns.size();
    std::vector<Label> labels;
    std::size_t exact = 0;
    std::vector<std::vector<int>> worth;
    for (const TextCell* cell : cells) {
      labels.emplace_back(cell->text);
      exact += std::ranges::any_of(form.columns, [&](const Label& column) {
        return same_words(labels.back(), column);
      });
      worth.emplace_back();
      for (const Label& column : form.columns) {
        // What begins otherwise is another column: this year's, last year's.
        const bool begins = labels.back().characters().substr(0, 1) ==
                            column.characters().substr(0, 1);
        const int percent = begins ? likeness(labels.back(), column) : 0;
        worth.back().push_back(percent >= kAlike ? percent * percent / 100 : 0);
      }
    }
    const LaidOver laid = lay_over(worth);
    std::vector<int> columns(m, kNoColumn);
    std::vector<std::pair<const TextCell*, std::size_t>> others;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::size_t k = laid.on[i];
      if (k == LaidOver::kNone) continue;
      columns[k] = cells[i]->column;
      if (!same_words(labels[i], form.columns[k])) {
        others.emplace_back(cells[i], k);
      }
    }
    const auto found =
        m - static_cast<std::size_t>(std::ranges::count(columns, kNoColumn));
    readings_.score += static_cast<int>(found) * 40;
    contradicts = found < std::min(m, exact);
    if (2 * found < m) return {};
    for (const auto& [cell, column] : others) {
      readings_.labels.push_back({std::string(trimmed(cell->text)),
                                  form.headers[column], place_of(grid, *cell)});
    }
    std::vector<int> known;
    std::ranges::copy_if(columns, std::back_inserter(known),
                         [](int column) { return column != kNoColumn; });
    // One column may be missing; more would be a guess.
    if (found + 1 < m || !std::ranges::is_sorted(known)) return {};
    return columns;
  }

  /// Whether all rows under one header have as many cells as the form.
  bool is_regular(const FormRow& form) const {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (matched_[i] == kNone || form_[matched_[i]].block != form.block) {
        continue;
      }
      if (rows_[i].cells.size() - rows_[i].values != form.cells.size()) {
        return false;
      }
    }
    return true;
  }

  void read_row(std::size_t page_row, const FormRow& form) {
    const PageRow& row = rows_[page_row];
    if (row.label_cell != nullptr && !form.label.empty() &&
        !same_words(row.label, form.label) &&
        !same_words(row.label, Label(form.printed))) {
      readings_.labels.push_back({std::string(trimmed(row.label_cell->text)),
                                  form.printed,
                                  place_of(row.grid, *row.label_cell)});
    }
    if (form.parts > 0) {
      readings_.groups.insert(readings_.groups.end(), form.cells.begin(),
                              form.cells.end());
    }
    auto cells = columns_of(page_row, form);
    const std::vector<int> headers = header_columns(page_row, form);
    if (is_doubtful(page_row, form)) {
      cells.assign(form.cells.size(), nullptr);
    }
    drop_shared(page_row, cells);
    bool all = true;
    for (std::size_t c = 0; c < form.cells.size(); ++c) {
      if (cells[c] == nullptr) {
        const bool absent = !headers.empty() && headers[c] == kNoColumn;
        if (absent) readings_.no_column.insert({form.table, c});
        all = all && absent;
        continue;
      }
      readings_.cells[form.cells[c]] = cell_from_text(
          trimmed(cells[c]->text), place_of(row.grid, *cells[c]));
    }
    if (!all) note_unread(page_row, form);
  }

  /// Other rows of the page may as well be the one, or the header has the
  /// columns in another order.
  bool is_doubtful(std::size_t page_row, const FormRow& form) {
    const auto index = static_cast<std::size_t>(&form - form_.data());
    if (other_order_.contains({rows_[page_row].grid, form.block})) return true;
    if (repeated_.contains(index)) return true;
    if (form.label.empty() || is_exactly(rows_[page_row], form)) return false;
    const int own = likeness_of(page_row, index);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const bool rival = i != page_row && matched_[i] == kNone &&
                         rows_[i].has_figure && own < 90 &&
                         likeness_of(i, index) >= own;
      if (rival) return true;
    }
    return false;
  }

  /// A cell over several rows is the figure of none of them.
  void drop_shared(std::size_t page_row,
                   std::vector<const TextCell*>& cells) const {
    for (const TextCell*& cell : cells) {
      if (cell == nullptr || cell->row_span == 1) continue;
      for (std::size_t i = page_row + 1; i < rows_.size(); ++i) {
        const PageRow& below = rows_[i];
        if (below.grid != rows_[page_row].grid ||
            below.cells.front()->row >= cell->row + cell->row_span) {
          break;
        }
        if (below.label.empty()) continue;
        cell = nullptr;
        break;
      }
    }
  }

  void note_unread(std::size_t page_row, const FormRow& form) {
    const PageRow& row = rows_[page_row];
    std::string printed;
    for (std::size_t i = row.values; i < row.cells.size(); ++i) {
      const std::string_view text = trimmed(row.cells[i]->text);
      if (text.empty()) continue;
      printed += (printed.empty() ? "" : " ") + std::string(text);
    }
    const auto index = static_cast<std::size_t>(&form - form_.data());
    readings_.unread.push_back(
        {index, printed, place_of(row.grid, *row.cells.front())});
  }

  /// The cell of each column; nullptr where it is not known.
  std::vector<const TextCell*> columns_of(std::size_t page_row,
                                          const FormRow& form) {
    const PageRow& row = rows_[page_row];
    const std::vector<const TextCell*> values(
        row.cells.begin() + static_cast<std::ptrdiff_t>(row.values),
        row.cells.end());
    const std::size_t wanted = form.cells.size();
    const std::vector<int> headers = header_columns(page_row, form);
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
      if (whole && row.covered && merged && !is_regular(form)) {
        return std::vector<const TextCell*>(wanted, nullptr);
      }
      // Blank cells of copied text may have moved.
      const bool loose = page_.kind == PublishedPage::Kind::text;
      if (as_header || blanks == 0 || (is_regular(form) && !loose)) {
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

  /// The one figure of a row that has one: other cells are its padding.
  static const TextCell* only_figure(
      const std::vector<const TextCell*>& values) {
    const TextCell* found = nullptr;
    for (const TextCell* cell : values) {
      if (trimmed(cell->text).empty()) continue;
      if (found != nullptr) return nullptr;
      found = cell;
    }
    return found != nullptr || values.empty() ? found : values.front();
  }

  static std::vector<const TextCell*> by_header(
      const std::vector<const TextCell*>& values,
      const std::vector<int>& headers) {
    std::vector<const TextCell*> cells(headers.size(), nullptr);
    for (std::size_t c = 0; c < headers.size(); ++c) {
      if (headers[c] == kNoColumn) continue;
      const int end = next_column(headers, c);
      for (const TextCell* cell : values) {
        const bool fits = cell->column == headers[c] &&
                          cell->column + cell->column_span <= end;
        if (fits) cells[c] = cell;
      }
    }
    return cells;
  }

  static int next_column(const std::vector<int>& headers, std::size_t c) {
    for (std::size_t next = c + 1; next < headers.size(); ++next) {
      if (headers[next] != kNoColumn) return headers[next];
    }
    return INT_MAX;
  }

  /// Blank cells before all figures, or behind them.
  static std::vector<const TextCell*> padded(
      const std::vector<const TextCell*>& values, std::size_t wanted) {
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

  /// A table whose row of figures has no label: it is the one under its
  /// headers.
  void read_unlabelled(std::size_t table) {
    const auto form = std::ranges::find(form_, table, &FormRow::table);
    if (form == form_.end()) return;
    std::size_t header = kNone;
    std::size_t most = form->columns.size() / 2;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      std::size_t alike = 0;
      for (const TextCell* cell : rows_[i].cells) {
        if (cell->text.size() > kLongestHeader) continue;
        const Label label(cell->text);
        alike += std::ranges::any_of(form->columns, [&](const Label& column) {
          return likeness(label, column) >= 80;
        });
      }
      if (alike <= most) continue;
      header = i;
      most = alike;
    }
    const auto index = static_cast<std::size_t>(form - form_.begin());
    if (header == kNone) {
      readings_.missing.push_back(index);
      return;
    }
    note_found(table, header);
    readings_.score += 100;
    for (std::size_t i = header + 1; i < rows_.size(); ++i) {
      if (rows_[i].grid != rows_[header].grid || matched_[i] != kNone) break;
      if (!is_row_of_figures(rows_[i])) continue;
      rows_[i].values = first_figure(rows_[i]);
      if (has_rival_below(i)) repeated_.insert(index);
      matched_[i] = index;
      read_row(i, *form);
      return;
    }
    readings_.missing.push_back(index);
  }

  /// Another row of figures in the same table: of another year, or a part.
  bool has_rival_below(std::size_t row) const {
    for (std::size_t i = row + 1; i < rows_.size(); ++i) {
      if (rows_[i].grid != rows_[row].grid || matched_[i] != kNone)
        return false;
      if (rows_[i].has_figure && is_row_of_figures(rows_[i])) return true;
    }
    return false;
  }

  bool is_row_of_figures(const PageRow& row) const {
    std::size_t figures = 0;
    std::size_t blanks = 0;
    for (const TextCell* cell : row.cells) {
      const bool blank = trimmed(cell->text).empty();
      blanks += blank ? 1 : 0;
      figures += !blank && is_figure(cell->text, words_.figure) ? 1 : 0;
    }
    const std::size_t others = row.cells.size() - figures - blanks;
    return (figures > 0 || blanks > 2) && others <= 1;
  }

  /// A label in front of the figures is none of them.
  static std::size_t first_figure(const PageRow& row) {
    return row.label_cell == row.cells.front() ? 1 : 0;
  }

  /// Rows with figures, among those of a table, that the form does not have.
  void find_added() {
    std::size_t first = kNone;
    std::size_t last = kNone;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (matched_[i] == kNone) continue;
      if (first == kNone) first = i;
      last = i;
    }
    for (std::size_t i = first; i < last && first != kNone; ++i) {
      const PageRow& row = rows_[i];
      if (matched_[i] != kNone || row.label.empty() || !row.has_figure) {
        continue;
      }
      if (readings_.added.size() >= kAddedRows) return;
      if (known_.contains(fold(row.label_cell->text))) continue;
      std::size_t before = i;
      while (matched_[before] == kNone) --before;
      readings_.added.push_back({form_[matched_[before]].table,
                                 std::string(trimmed(row.label_cell->text)),
                                 place_of(row.grid, *row.label_cell)});
    }
  }

  const PublishedPage& page_;
  const ReportFormat& format_;
  const PageFormat& words_;
  std::vector<FormRow> form_;
  std::set<std::string> known_;
  std::vector<CellGrid> grids_;
  std::vector<PageRow> rows_;
  std::vector<std::size_t> matched_;  // by page row: the row of the form
  std::set<std::size_t> printed_groups_;
  std::set<std::size_t> repeated_;  // rows that stand twice, figures differ
  /// Grid and block whose headers stand in another order.
  std::set<std::pair<std::size_t, std::size_t>> other_order_;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<int>> headers_;
  TableReadings readings_;
};

}  // namespace

bool is_figure(std::string_view text, const FigureWords& words) {
  const Cell cell = cell_from_text(text, {});
  if (cell.state != CellState::text) return true;
  const std::string folded = fold(text);
  if (character_count(folded) > static_cast<std::size_t>(words.longest)) {
    return false;
  }
  return words.after.matches(folded) || words.before.matches(folded);
}

TableReadings read_grids(const PublishedPage& page, const ReportFormat& format,
                         const PageFormat& words) {
  return GridReader(page, format, words).read();
}

}  // namespace gov_report
