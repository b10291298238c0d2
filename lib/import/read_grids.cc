#include "import/read_grids.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "import/grid_columns.h"
#include "import/grid_places.h"
#include "import/row_matches.h"

namespace gov_report {

class GridReader {
 public:
  GridReader(const PublishedPage& page, const PageRows& rows,
             const PublishedForm& form)
      : in_cells_(page.kind != PublishedPage::Kind::text &&
                  page.kind != PublishedPage::Kind::markdown),
        form_(form.rows),
        known_(form.words),
        tables_(form.format->tables.size()),
        rows_(rows.rows()),
        readings_(tables_),
        matches_(rows_, form_, tables_),
        places_(page, rows.grids()),
        columns_(page, rows, form, matches_, places_, readings_) {
    readings_.score = matches_.score();
    readings_.repeated = matches_.repeated();
  }

  /// Headers are worth kOfColumn for each column, a row that stands under its
  /// headers alone kUnlabelled.
  std::optional<int> score_at_most() const {
    std::set<std::pair<std::size_t, std::size_t>> headers;
    int most = readings_.score + kUnlabelled * static_cast<int>(tables_);
    const auto worth = [](const FormRow& row) {
      return GridColumns::kOfColumn * static_cast<int>(row.columns.size());
    };
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (matches_.of(i) == kNone) continue;
      const FormRow& form = form_[matches_.of(i)];
      const bool is_new = headers.emplace(rows_[i].grid, form.block).second;
      if (is_new) most += worth(form);
    }
    if (headers.empty()) return std::nullopt;  // lines may be read instead
    for (const FormRow& row : form_) most += row.label.empty() ? worth(row) : 0;
    return most;
  }

  TableReadings read() {
    for (std::size_t t = 0; t < tables_; ++t) {
      if (!read_labelled(t)) read_unlabelled(t);
    }
    find_added();
    return std::move(readings_);
  }

 private:
  static constexpr std::size_t kNone = RowMatches::kNone;
  static constexpr std::size_t kAddedRows = 20;       // told of a page
  static constexpr std::size_t kLongestHeader = 120;  // bytes, with blanks
  static constexpr int kUnlabelled = 100;

  /// Rows with labels; false if the table's rows have none.
  bool read_labelled(std::size_t table) {
    bool any_label = false;
    for (std::size_t f = 0; f < form_.size(); ++f) {
      if (form_[f].table != table) continue;
      any_label = any_label || !form_[f].label.empty();
    }
    if (!any_label) return false;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (matches_.of(i) == kNone || form_[matches_.of(i)].table != table)
        continue;
      readings_.note_found(table, begin_of(rows_[i]));
      read_row(i, matches_.of(i));
    }
    readings_.note_missing(
        form_, table, matches_.printed_groups(),
        [&](std::size_t f) { return matches_.is_matched(f); });
    return true;
  }

  Place begin_of(const PageRow& row) {
    return places_.of(row.grid, *row.cells.front());
  }

  void read_row(std::size_t page_row, std::size_t f) {
    const PageRow& row = rows_[page_row];
    const FormRow& form = form_[f];
    if (row.label_cell() != nullptr && !form.label.empty() &&
        !same_words(row.label(), form.label) &&
        !same_words(row.label(), form.whole)) {
      readings_.labels.push_back({std::string(trimmed(row.label_cell()->text)),
                                  form.printed,
                                  places_.of(row.grid, *row.label_cell())});
    }
    auto cells = columns_.cells(page_row, form);
    if (matches_.is_doubtful(page_row, f)) {
      cells.assign(form.cells.size(), nullptr);
    }
    const std::vector<int> headers = columns_.headers(page_row, form);
    std::map<CellIndex, Cell> figures;
    bool all = true;
    for (std::size_t c = 0; c < form.cells.size(); ++c) {
      if (cells[c] == nullptr) {
        const bool absent =
            !headers.empty() && headers[c] == GridColumns::kNoColumn;
        if (absent) readings_.no_column.insert({form.table, c});
        all = all && absent;
        continue;
      }
      figures[form.cells[c]] = cell_from_text(trimmed(cells[c]->text),
                                              places_.of(row.grid, *cells[c]));
    }
    readings_.read_row(form, std::move(figures));
    if (!all) note_unread(page_row, f);
  }

  void note_unread(std::size_t page_row, std::size_t f) {
    const PageRow& row = rows_[page_row];
    std::vector<std::string_view> printed;
    for (std::size_t i = matches_.values(page_row); i < row.cells.size(); ++i) {
      const std::string_view text = trimmed(row.cells[i]->text);
      if (!text.empty()) printed.push_back(text);
    }
    readings_.note_unread(f, printed, begin_of(row), in_cells_);
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
    readings_.note_found(table, begin_of(rows_[header]));
    readings_.score += kUnlabelled;
    for (std::size_t i = header + 1; i < rows_.size(); ++i) {
      if (rows_[i].grid != rows_[header].grid || matches_.of(i) != kNone) break;
      if (!is_row_of_figures(rows_[i])) continue;
      if (has_rival_below(i)) matches_.make_doubtful(index);
      matches_.put(i, index, first_figure(rows_[i]));
      read_row(i, index);
      return;
    }
    readings_.missing.push_back(index);
  }

  /// Another row of figures in the same table: of another year, or a part.
  bool has_rival_below(std::size_t row) const {
    for (std::size_t i = row + 1; i < rows_.size(); ++i) {
      if (rows_[i].grid != rows_[row].grid || matches_.of(i) != kNone)
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

  /// A remark, as the one beside the live check in a workbook of ours.
  static bool is_sentence(std::string_view label) {
    return label.ends_with("\u3002");
  }

  /// Rows with figures, among those of a table, that the form does not have.
  void find_added() {
    std::size_t first = kNone;
    std::size_t last = kNone;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (matches_.of(i) == kNone) continue;
      if (first == kNone) first = i;
      last = i;
    }
    for (std::size_t i = first; i < last && first != kNone; ++i) {
      const PageRow& row = rows_[i];
      if (matches_.of(i) != kNone || row.label().empty() || !row.has_figure) {
        continue;
      }
      if (readings_.added.size() >= kAddedRows) return;
      const std::string label = fold(row.label_cell()->text);
      if (std::ranges::binary_search(known_, label) || is_sentence(label)) {
        continue;
      }
      std::size_t before = i;
      while (matches_.of(before) == kNone) --before;
      readings_.added.push_back({form_[matches_.of(before)].table,
                                 std::string(trimmed(row.label_cell()->text)),
                                 places_.of(row.grid, *row.label_cell())});
    }
  }

  bool in_cells_;  // as the file has them, not cut out of lines
  const std::vector<FormRow>& form_;
  const std::vector<std::string>& known_;  // sorted
  std::size_t tables_;                     // of the form
  const std::vector<PageRow>& rows_;
  TableReadings readings_;
  RowMatches matches_;
  GridPlaces places_;
  GridColumns columns_;
};

GridReading::GridReading(const PublishedPage& page, const PageRows& rows,
                         const PublishedForm& form)
    : reader_(std::make_unique<GridReader>(page, rows, form)) {}

GridReading::GridReading(GridReading&&) noexcept = default;
GridReading::~GridReading() = default;

std::optional<int> GridReading::score_at_most() const {
  return reader_->score_at_most();
}

TableReadings GridReading::read() {
  return reader_->read();
}

}  // namespace gov_report
