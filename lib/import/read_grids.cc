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

class GridReader {
 public:
  GridReader(const PublishedPage& page, const PageRows& rows,
             const PublishedForm& form)
      : page_(page),
        form_(form.rows),
        known_(form.words),
        tables_(form.format->tables.size()),
        grids_(rows.grids()),
        rows_(rows.rows()) {
    readings_.found.resize(tables_);
    readings_.places.resize(tables_);
    matched_.resize(rows_.size(), kNone);
    for (const PageRow& row : rows_) values_.push_back(row.values);
  }

  void match() {
    for (std::size_t t = 0; t < tables_; ++t) {
      match_rows(t);
    }
    drop_groups();
  }

  /// After match(). Headers are worth kOfColumn for each column, a row that
  /// stands under its headers alone kUnlabelled.
  std::optional<int> score_at_most() const {
    std::set<std::pair<std::size_t, std::size_t>> headers;
    int most = readings_.score + kUnlabelled * static_cast<int>(tables_);
    const auto worth = [](const FormRow& row) {
      return kOfColumn * static_cast<int>(row.columns.size());
    };
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (matched_[i] == kNone) continue;
      const FormRow& form = form_[matched_[i]];
      const bool is_new = headers.emplace(rows_[i].grid, form.block).second;
      if (is_new) most += worth(form);
    }
    if (headers.empty()) return std::nullopt;  // lines may be read instead
    for (const FormRow& row : form_) most += row.label.empty() ? worth(row) : 0;
    return most;
  }

  /// After match().
  TableReadings read() {
    for (std::size_t t = 0; t < tables_; ++t) {
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
  static constexpr int kOfColumn = 40;
  static constexpr int kUnlabelled = 100;
  static constexpr int kNoColumn = -1;  ///< the header does not have it

  static bool is_exactly(const Label& label, const Label& of_form) {
    return same_words(label, of_form) && label.number() == of_form.number();
  }

  int likeness_of(std::size_t page_row, std::size_t form_row) const {
    const PageRow& row = rows_[page_row];
    const FormRow& form = form_[form_row];
    if (row.label().empty() || form.label.empty() || !has_values(page_row)) {
      return 0;
    }
    // A label is not much longer than that of the form.
    if (row.label().words().size() > 3 * form.label.words().size() + 60)
      return 0;
    const int percent = likeness(row.label(), form.label);
    return percent >= kAlike ? percent : 0;
  }

  /// What it is worth that a row of the page is each of these rows of the form.
  std::vector<int> worth_of(std::size_t page_row,
                            const std::vector<std::size_t>& form) const {
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
  void match_rows(std::size_t table) {
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
    readings_.score += laid.worth;
    for (const std::size_t f : form) count_repeated(f);
  }

  /// A row that stands twice with other figures.
  void count_repeated(std::size_t f) {
    std::size_t first = kNone;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!rows_[i].has_figure || !has_values(i) || !is_same(i, f)) continue;
      if (first != kNone && figures_of(i) != figures_of(first)) {
        ++readings_.repeated;
        repeated_.insert(f);
        return;
      }
      if (first == kNone) first = i;
    }
  }

  /// As likeness_of, 100.
  bool is_same(std::size_t page_row, std::size_t form_row) const {
    const Label& own = rows_[page_row].label();
    const Label& label = form_[form_row].label;
    return !label.empty() && same_words(own, label) &&
           (own.number().empty() || label.number().empty() ||
            own.number() == label.number());
  }

  std::string figures_of(std::size_t page_row) const {
    const PageRow& row = rows_[page_row];
    std::string all;
    for (std::size_t i = values_[page_row]; i < row.cells.size(); ++i) {
      all += fold(row.cells[i]->text) + "|";
    }
    return all;
  }

  bool has_values(std::size_t row) const {
    return values_[row] < rows_[row].cells.size();
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
      if (!grids_[g]->name.empty()) {
        place.address = grids_[g]->name + "!" + place.address;
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
  const std::string& excerpt_of(std::size_t g, const TextCell& cell,
                                std::uint32_t& mark) const {
    if (line_.grid != g || line_.row != cell.row) write_line(g, cell.row);
    const auto& cells = grids_[g]->cells;
    const auto index = static_cast<std::size_t>(&cell - cells.data());
    const std::size_t in_row = index - line_.first;
    mark = in_row < line_.marks.size() ? line_.marks[in_row] : 0;
    return line_.text;
  }

  void write_line(std::size_t g, int row) const {
    const auto& cells = grids_[g]->cells;
    auto cell = std::ranges::lower_bound(cells, row, {}, &TextCell::row);
    line_ = {g, row, static_cast<std::size_t>(cell - cells.begin()), {}, {}};
    std::size_t characters = 0;
    for (; cell != cells.end() && cell->row == row; ++cell) {
      if (line_.text.size() > kLongestExcerpt) break;
      if (!line_.text.empty()) {
        line_.text += " | ";
        characters += 3;
      }
      line_.marks.push_back(static_cast<std::uint32_t>(characters) + 1);
      std::string text(first_characters(trimmed(cell->text), 40));
      std::ranges::replace(text, '\n', ' ');
      characters += character_count(text);
      line_.text += text;
    }
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

  struct HeaderCell {
    const TextCell* cell = nullptr;
    const Label* label = nullptr;
  };

  /// Where the header has each column; empty: not known.
  std::vector<int> header_columns(std::size_t page_row, const FormRow& form) {
    const std::size_t grid = rows_[page_row].grid;
    const std::pair key(grid, form.block);
    const auto known = headers_.find(key);
    if (known != headers_.end()) return known->second;
    std::vector<HeaderCell> cells;
    for (std::size_t i = page_row; i-- > 0;) {
      if (rows_[i].grid != grid) break;
      if (matched_[i] != kNone && form_[matched_[i]].block != form.block) break;
      if (matched_[i] != kNone) continue;
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

  static bool begin_alike(const Label& a, const Label& b) {
    return !a.empty() && !b.empty() &&
           a.characters().front() == b.characters().front();
  }

  /// Header cells laid over the columns of the form, from left to right; all
  /// of them, or none. `contradicts`: headers of the form are there that do
  /// not fit, as in another order.
  std::vector<int> aligned(std::vector<HeaderCell> cells, const FormRow& form,
                           std::size_t grid, bool& contradicts) {
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
      if (rows_[i].cells.size() - values_[i] != form.cells.size()) {
        return false;
      }
    }
    return true;
  }

  void read_row(std::size_t page_row, const FormRow& form) {
    const PageRow& row = rows_[page_row];
    if (row.label_cell() != nullptr && !form.label.empty() &&
        !same_words(row.label(), form.label) &&
        !same_words(row.label(), form.whole)) {
      readings_.labels.push_back({std::string(trimmed(row.label_cell()->text)),
                                  form.printed,
                                  place_of(row.grid, *row.label_cell())});
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
    if (form.label.empty() || is_exactly(rows_[page_row].label(), form.label))
      return false;
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
        if (below.label().empty()) continue;
        cell = nullptr;
        break;
      }
    }
  }

  void note_unread(std::size_t page_row, const FormRow& form) {
    const PageRow& row = rows_[page_row];
    std::string printed;
    for (std::size_t i = values_[page_row]; i < row.cells.size(); ++i) {
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
        row.cells.begin() + static_cast<std::ptrdiff_t>(values_[page_row]),
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
      for (std::size_t c = 0; c < rows_[i].cells.size(); ++c) {
        const Label& label = rows_[i].looks[c].label;
        if (label.empty() || rows_[i].cells[c]->text.size() > kLongestHeader) {
          continue;
        }
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
    readings_.score += kUnlabelled;
    for (std::size_t i = header + 1; i < rows_.size(); ++i) {
      if (rows_[i].grid != rows_[header].grid || matched_[i] != kNone) break;
      if (!is_row_of_figures(rows_[i])) continue;
      values_[i] = first_figure(rows_[i]);
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
    for (const CellLooks& looks : row.looks) {
      blanks += looks.ink ? 0 : 1;
      figures += looks.ink && looks.figure ? 1 : 0;
    }
    const std::size_t others = row.cells.size() - figures - blanks;
    return (figures > 0 || blanks > 2) && others <= 1;
  }

  /// A label in front of the figures is none of them.
  static std::size_t first_figure(const PageRow& row) {
    return row.label_cell() == row.cells.front() ? 1 : 0;
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
      if (matched_[i] != kNone || row.label().empty() || !row.has_figure) {
        continue;
      }
      if (readings_.added.size() >= kAddedRows) return;
      if (std::ranges::binary_search(known_, fold(row.label_cell()->text))) {
        continue;
      }
      std::size_t before = i;
      while (matched_[before] == kNone) --before;
      readings_.added.push_back({form_[matched_[before]].table,
                                 std::string(trimmed(row.label_cell()->text)),
                                 place_of(row.grid, *row.label_cell())});
    }
  }

  const PublishedPage& page_;
  const std::vector<FormRow>& form_;
  const std::vector<std::string>& known_;  // sorted
  std::size_t tables_;                     // of the form
  const std::vector<const CellGrid*>& grids_;
  const std::vector<PageRow>& rows_;
  std::vector<std::size_t> matched_;  // by page row: the row of the form
  std::vector<std::size_t> values_;   // by page row: its first figure
  std::set<std::size_t> printed_groups_;
  std::set<std::size_t> repeated_;  // rows that stand twice, figures differ
  /// Grid and block whose headers stand in another order.
  std::set<std::pair<std::size_t, std::size_t>> other_order_;
  std::map<std::pair<std::size_t, std::size_t>, std::vector<int>> headers_;
  /// The row of a table as messages show it; the one asked for last.
  struct Line {
    std::size_t grid = kNone;
    int row = 0;
    std::size_t first = 0;  ///< cell
    std::string text;
    std::vector<std::uint32_t> marks;  ///< where each cell begins
  };
  mutable Line line_;
  TableReadings readings_;
};

bool is_figure(std::string_view text, const FigureWords& words) {
  const Cell cell = cell_from_text(text, {});
  return cell.state != CellState::text || is_figure_with_words(text, words);
}

bool is_figure_with_words(std::string_view text, const FigureWords& words) {
  const std::string folded = fold(text);
  if (character_count(folded) > static_cast<std::size_t>(words.longest)) {
    return false;
  }
  return words.after.matches(folded) || words.before.matches(folded);
}

GridReading::GridReading(const PublishedPage& page, const PageRows& rows,
                         const PublishedForm& form)
    : reader_(std::make_unique<GridReader>(page, rows, form)) {
  reader_->match();
}

GridReading::GridReading(GridReading&&) noexcept = default;
GridReading::~GridReading() = default;

std::optional<int> GridReading::score_at_most() const {
  return reader_->score_at_most();
}

TableReadings GridReading::read() {
  return reader_->read();
}

}  // namespace gov_report
