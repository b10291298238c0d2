#include "import/read_grids.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"
#include "import/crosswise_table.h"
#include "import/grid_columns.h"
#include "import/grid_places.h"
#include "import/grid_sense.h"
#include "import/other_tables.h"
#include "import/row_matches.h"
#include "import/unlabelled_rows.h"

namespace gov_report {

class GridReader {
 public:
  GridReader(const PublishedPage& page, const PageRows& rows,
             const PublishedForm& form, const SenseWords& words)
      : page_(page),
        form_of_page_(form),
        format_(*form.format),
        headings_(form.headings),
        in_cells_(page.kind != PublishedPage::Kind::text &&
                  page.kind != PublishedPage::Kind::markdown),
        form_(form.rows),
        known_(form.words),
        tables_(form.format->tables.size()),
        rows_(rows.rows()),
        grids_(rows.grids()),
        readings_(tables_),
        matches_(rows_, form),
        places_(page, rows.grids()),
        columns_(page, rows, form, matches_),
        words_(words) {
    readings_.score = matches_.score();
    readings_.repeated = matches_.repeated();
  }

  /// Headers are worth kOfColumn for each column, a row that stands under its
  /// headers alone kUnlabelled.
  std::optional<int> score_at_most() const {
    std::set<std::pair<std::size_t, std::size_t>> headers;
    int most = readings_.score + kUnlabelled * static_cast<int>(tables_);
    const auto worth = [](const FormRow& row) {
      return kOfColumn * static_cast<int>(row.columns.size());
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

  TableReadings read(const Outline& outline, const Captions& captions) {
    sense_.emplace(rows_, form_of_page_, matches_,
                   OtherSense(words_, outline.year), captions);
    for (std::size_t t = 0; t < tables_; ++t) {
      if (!read_labelled(t)) {
        read_unlabelled(t, grids_of_section(page_, outline, format_, t));
      }
    }
    readings_.note_others(form_, standing_rows());
    return std::move(readings_);
  }

 private:
  static constexpr std::size_t kNone = RowMatches::kNone;
  static constexpr std::size_t kMostRows = 1000;  // looked at
  static constexpr int kOfColumn = 40;  // worth of a header that is found
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
      if (!readings_.found[table]) {
        readings_.note_found(table, begin_of(rows_[i]));
      }
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
    readings_.rows.emplace(f, begin_of(row));
    note_label(page_row, form);
    const GridHeader& header = columns_.header(page_row, form);
    if (headers_.emplace(row.grid, form.block).second) {
      note_header(row.grid, header, form);
    }
    auto cells = columns_.cells(page_row, form);
    if (is_unsure(page_row, f, header)) {
      cells.assign(form.cells.size(), nullptr);
    }
    sense_->drop_other_columns(header, form, cells);
    auto money = sense_->drop_other_money(header, page_row, form, cells);
    std::map<CellIndex, Cell> figures;
    std::optional<UnreadRow::Doubt> doubt;
    const TextCell* formula = nullptr;
    for (std::size_t c = 0; c < form.cells.size(); ++c) {
      if (cells[c] == nullptr && header.lacks(c)) {
        readings_.no_column.insert({f, c});
      } else if (cells[c] == nullptr || cells[c]->doubt == CellDoubt::twice) {
        doubt = in_cells_ ? UnreadRow::Doubt::cells : UnreadRow::Doubt::lines;
      } else if (cells[c]->doubt == CellDoubt::unreadable) {
        doubt = doubt.value_or(UnreadRow::Doubt::shown);
      } else if (cells[c]->doubt == CellDoubt::uncalculated) {
        doubt = doubt.value_or(UnreadRow::Doubt::uncalculated);
        if (formula == nullptr) formula = cells[c];
      } else {
        figures[form.cells[c]] = cell_from_text(
            trimmed(cells[c]->text), places_.in_line(row.grid, *cells[c]));
      }
    }
    readings_.read_row(form, std::move(figures));
    if (matches_.is_moved(page_row)) {
      readings_.moved.push_back({f, begin_of(row)});
    }
    if (!doubt) return;
    if (money) doubt = UnreadRow::Doubt::money;
    if (header.contradicts && in_cells_) doubt = UnreadRow::Doubt::headers;
    const bool at_formula = *doubt == UnreadRow::Doubt::uncalculated;
    readings_.note_unread(
        f, printed_in(row, matches_.values(page_row)),
        at_formula ? places_.of(row.grid, *formula) : begin_of(row), *doubt);
    readings_.unread.back().money = std::move(money);
  }

  /// Whose row it is, or of what.
  bool is_unsure(std::size_t page_row, std::size_t f,
                 const GridHeader& header) const {
    return matches_.is_doubtful(page_row, f) ||
           sense_->stands_below_other(page_row) ||
           sense_->has_other_label(page_row, form_[f]) ||
           (header.columns.empty() && matches_.stands_apart(page_row));
  }

  void note_label(std::size_t page_row, const FormRow& form) {
    const TextCell* cell = matches_.label_cell(page_row);
    if (cell == nullptr || form.label.empty()) return;
    const Label& label = matches_.label(page_row);
    if (same_words(label, form.label) || same_words(label, form.whole)) return;
    readings_.labels.push_back({std::string(trimmed(cell->text)), form.printed,
                                places_.of(rows_[page_row].grid, *cell)});
  }

  void note_header(std::size_t grid, const GridHeader& header,
                   const FormRow& form) {
    readings_.score += static_cast<int>(header.found) * kOfColumn;
    if (header.contradicts) {
      readings_.headers.push_back({form.table, header.printed, header.of_form});
    }
    for (const auto& [cell, column] : header.others) {
      readings_.labels.push_back({std::string(trimmed(cell->text)),
                                  form.headers[column],
                                  places_.of(grid, *cell)});
    }
  }

  /// The texts of its cells from one on.
  static std::vector<std::string_view> printed_in(const PageRow& row,
                                                  std::size_t from) {
    std::vector<std::string_view> printed;
    for (std::size_t i = from; i < row.cells.size(); ++i) {
      const std::string_view text = trimmed(row.cells[i]->text);
      if (!text.empty()) printed.push_back(text);
    }
    return printed;
  }

  /// A table whose row of figures has no label: it is the one under its
  /// headers.
  void read_unlabelled(std::size_t table, const std::vector<bool>& in_section) {
    const auto form = std::ranges::find(form_, table, &FormRow::table);
    if (form == form_.end()) return;
    const auto index = static_cast<std::size_t>(form - form_.begin());
    const auto found = unlabelled_row(rows_, matches_, *form, in_section);
    if (!found) {
      if (!read_crosswise(index, in_section))
        readings_.missing.push_back(index);
      return;
    }
    readings_.note_found(table, begin_of(rows_[found->header]));
    readings_.score += kUnlabelled;
    if (found->row == kNone) {
      readings_.missing.push_back(index);
      return;
    }
    if (found->doubtful) matches_.make_doubtful(index);
    matches_.put(found->row, index, first_figure(found->row, *form));
    read_row(found->row, index);
  }

  /// It stands on its side in one table of the page. False: it is not there.
  bool read_crosswise(std::size_t f, const std::vector<bool>& in_section) {
    CrosswiseFigures figures;
    const PageRow* first = nullptr;  // of that table
    for (std::size_t i = 0; i < rows_.size();) {
      const std::size_t own = rows_[i].grid;
      std::vector<const PageRow*> rows;
      for (; i < rows_.size() && rows_[i].grid == own; ++i) {
        const bool other = matches_.of(i) != kNone || is_heading(rows_[i]);
        if (!other) rows.push_back(&rows_[i]);
      }
      if (rows.empty() || !in_section[own]) continue;
      auto found = crosswise_figures(*grids_[own], rows, form_[f]);
      if (found.cells.empty() && !found.doubtful) continue;
      found.doubtful = found.doubtful || first != nullptr ||
                       sense_->stands_below_other(i - 1);
      if (first == nullptr) first = rows.front();
      figures = std::move(found);
      if (figures.doubtful) break;
    }
    if (first == nullptr) return false;
    if (figures.doubtful) {
      note_doubtful(f, *first);
      return true;
    }
    std::map<CellIndex, Cell> cells;
    for (std::size_t c = 0; c < figures.cells.size(); ++c) {
      const TextCell& cell = *figures.cells[c];
      cells[form_[f].cells[c]] =
          cell_from_text(trimmed(cell.text), places_.of(first->grid, cell));
    }
    const Place place = places_.of(first->grid, *figures.cells.front());
    readings_.note_found(form_[f].table, place);
    readings_.rows.emplace(f, place);
    readings_.score += kUnlabelled;
    readings_.read_row(form_[f], std::move(cells));
    return true;
  }

  /// Of a section, as a sheet has them.
  bool is_heading(const PageRow& row) const {
    const auto ink = std::ranges::count_if(
        row.looks, [](const CellLooks& looks) { return looks.ink; });
    const TextCell* label = row.label_cell();
    return ink == 1 && label != nullptr &&
           label->text.size() <= kLongestHeader &&
           !headings_.section(label->text).empty();
  }

  /// Its table begins there, and no figure is sure.
  void note_doubtful(std::size_t f, const PageRow& first) {
    const Place place = begin_of(first);
    readings_.note_found(form_[f].table, place);
    readings_.rows.emplace(f, place);
    readings_.note_unread(
        f, printed_in(first, 0), place,
        in_cells_ ? UnreadRow::Doubt::cells : UnreadRow::Doubt::lines);
  }

  /// A label in front of the figures is none of them; words under the header
  /// of the first column are in its place.
  std::size_t first_figure(std::size_t page_row, const FormRow& form) {
    const PageRow& row = rows_[page_row];
    const GridHeader& header = columns_.header(page_row, form);
    const TextCell* front = row.cells.front();
    const bool is_column =
        !header.columns.empty() && header.columns.front() == front->column;
    return row.label_cell() == front && !is_column ? 1 : 0;
  }

  /// A remark, as the one beside the live check in a workbook of ours.
  static bool is_sentence(std::string_view label) {
    return label.ends_with("\u3002");
  }

  /// The rows of the form in its order, and rows with figures that it does not
  /// have in the tables of the page with some that it has.
  std::vector<StandingRow> standing_rows() {
    std::size_t first = kNone;
    std::size_t last = kNone;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (matches_.of(i) == kNone) continue;
      if (first == kNone) first = i;
      last = i;
    }
    std::vector<StandingRow> standing;
    for (std::size_t i = 0; i < rows_.size() && first != kNone; ++i) {
      const std::size_t grid = rows_[i].grid;
      if (grid < rows_[first].grid || grid > rows_[last].grid) continue;
      if (matches_.of(i) == kNone) {
        if (!is_other(rows_[i]) || standing.size() > kMostRows) continue;
        const TextCell& label = *rows_[i].label_cell();
        standing.push_back(
            {grid, 0,
             AddedRow{0, std::string(trimmed(label.text)),
                      places_.of(grid, label),
                      joined(printed_in(rows_[i], rows_[i].label_at + 1))}});
      } else if (!matches_.is_moved(i)) {
        standing.push_back({grid, matches_.of(i)});
      }
    }
    return standing;
  }

  bool is_other(const PageRow& row) const {
    if (row.label().empty() || !row.has_figure) return false;
    const std::string label = fold(row.label_cell()->text);
    return !std::ranges::binary_search(known_, label) && !is_sentence(label);
  }

  const PublishedPage& page_;
  const PublishedForm& form_of_page_;
  const ReportFormat& format_;
  const SectionHeadings& headings_;
  bool in_cells_;  // as the file has them, not cut out of lines
  const std::vector<FormRow>& form_;
  const std::vector<std::string>& known_;  // sorted
  std::size_t tables_;                     // of the form
  const std::vector<PageRow>& rows_;
  const std::vector<const CellGrid*>& grids_;
  TableReadings readings_;
  std::set<std::pair<std::size_t, std::size_t>> headers_;  // noted
  RowMatches matches_;
  GridPlaces places_;
  GridColumns columns_;
  const SenseWords& words_;
  std::optional<GridSense> sense_;  // once the year is known
};

GridReading::GridReading(const PublishedPage& page, const PageRows& rows,
                         const PublishedForm& form, const SenseWords& words)
    : reader_(std::make_unique<GridReader>(page, rows, form, words)) {}

GridReading::GridReading(GridReading&&) noexcept = default;
GridReading::~GridReading() = default;

std::optional<int> GridReading::score_at_most() const {
  return reader_->score_at_most();
}

TableReadings GridReading::read(const Outline& outline,
                                const Captions& captions) {
  return reader_->read(outline, captions);
}

}  // namespace gov_report
