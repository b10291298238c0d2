#include "import/row_figures.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"
#include "import/line_headers.h"
#include "import/run_together.h"
#include "import/stretch_rows.h"
#include "import/table_reading.h"

namespace gov_report {

/// Above the first row of each block: its header need not stand again.
void RowFigures::find_columns() {
  std::set<std::size_t> known;
  for (std::size_t i = 0; i < stretches_.size(); ++i) {
    if (stretches_[i].rows.empty()) continue;
    const FormRow& row = form_[stretches_[i].rows.front()];
    if (!known.insert(row.block).second) continue;
    const auto columns =
        HeaderColumns::find(with_words_above(stretches_, i), row);
    if (columns) columns_.emplace(row.block, *columns);
  }
  for (const Stretch& stretch : stretches_) {
    if (stretch.rows.empty()) continue;
    const std::size_t block = form_[stretch.rows.back()].block;
    const auto columns = columns_.find(block);
    const bool even = columns != columns_.end() && stretch.rows.size() == 1 &&
                      stretch.figures.size() == columns->second.width();
    if (!even) uneven_.insert(block);
  }
}

std::vector<TextPiece> RowFigures::of(std::size_t i) const {
  const Stretch& stretch = stretches_[i];
  const auto columns = columns_.find(form_[stretch.rows.back()].block);
  if (columns == columns_.end()) return alone(stretch);
  // Words beside figures may be those of a cell.
  if (has_words_beside(stretches_, i)) return {};
  auto placed = columns->second.place(stretch.figures);
  if (placed.empty() && !uneven_.contains(columns->first)) {
    placed = columns->second.one_by_one(stretch.figures);
  }
  return placed;
}

std::vector<TextPiece> RowFigures::placed(std::size_t i,
                                          std::size_t row) const {
  const std::vector<TextPiece>& figures = stretches_[i].figures;
  const auto columns =
      HeaderColumns::find(with_words_above(stretches_, i), form_[row]);
  const bool in_line = in_one_line_or_each_in_its_own(figures);
  if (!columns || !in_line || has_words_beside(stretches_, i)) return {};
  auto placed = columns->place(figures);
  if (!placed.empty()) return placed;
  // Nothing but its sums shows that a row alone has no other figures.
  placed = columns->one_by_one(figures);
  return !placed.empty() && are_confirmed(placed, row)
             ? placed
             : std::vector<TextPiece>();
}

bool RowFigures::are_exact() const {
  return std::ranges::any_of(stretches_, [](const Stretch& stretch) {
    return !stretch.across.empty() && stretch.across.front().exact;
  });
}

bool RowFigures::has_loose_below(std::size_t i) const {
  if (i + 1 >= stretches_.size()) return false;
  const std::vector<TextPiece>& own = stretches_[i].figures;
  const std::vector<TextPiece>& below = stretches_[i + 1].figures;
  return stretches_[i + 1].rows.empty() && below.size() < own.size() &&
         std::ranges::any_of(below, [&](const TextPiece& loose) {
           return std::ranges::any_of(own, [&](const TextPiece& figure) {
             return figure.across.exact && loose.across.exact &&
                    overlap(figure.across.width, loose.across.width);
           });
         });
}

std::vector<TextPiece> RowFigures::alone(const Stretch& stretch) const {
  const std::size_t row = stretch.rows.back();
  const std::size_t wanted = form_[row].cells.size();
  if (stretch.figures.size() == wanted) {
    if (unsummed_[form_[row].table]) return {};
    if (!may_hold_words(stretch)) return {};
    // One of as many may be that of a column more, and another one lost.
    const bool sure = !has_longer_row(form_[row].table) ||
                      sums_hold(format_, cells_of(row, stretch.figures));
    return sure ? stretch.figures : std::vector<TextPiece>();
  }
  const Spare spare = spares_[form_[row].table];
  if (stretch.figures.size() == wanted + 1 && spare != Spare::unknown) {
    return without(spare, stretch.figures);
  }
  auto figures = apart(stretch.figures, row);
  if (figures.size() != wanted || !are_confirmed(figures, row)) return {};
  return figures;
}

std::vector<TextPiece> RowFigures::apart(const std::vector<TextPiece>& figures,
                                         std::size_t row) const {
  const std::size_t wanted = form_[row].cells.size();
  std::size_t blanks = 0;
  while (blanks < figures.size() && figures[blanks].text.empty()) ++blanks;
  if (blanks > 0 && figures.size() == blanks + wanted &&
      !has_longer_row(form_[row].table)) {
    return {figures.end() - static_cast<std::ptrdiff_t>(wanted), figures.end()};
  }
  const bool has_blank = std::ranges::any_of(
      figures, [](const TextPiece& figure) { return figure.text.empty(); });
  if (has_blank) return figures;
  auto apart = taken_apart(figures, wanted);
  // Zeros are as many as they look.
  const bool sure =
      apart.size() != wanted || all_zero(apart) || in_digits_[form_[row].table];
  return sure ? apart : figures;
}

/// Of 1000001 the total may be blank: 10, 0, 0, 0, 0, 1. A row of zeros that is
/// as long as the table is wide shows that it is there, and so do several whose
/// digits add up; a shorter row that it may not be. A table of one row shows it
/// in the row itself.
void RowFigures::find_run_together() {
  constexpr std::size_t kSeveral = 3;
  const std::size_t tables = format_.tables.size();
  std::vector<std::size_t> rows(tables);
  for (const FormRow& row : form_) ++rows[row.table];
  std::vector<bool> zeros(tables);
  std::vector<bool> shorter(tables);
  std::vector<std::set<std::string>> sums(tables);
  for (const Stretch& stretch : stretches_) {
    if (stretch.rows.size() != 1 || stretch.figures.size() != 1) continue;
    const std::size_t f = stretch.rows.back();
    const std::size_t table = form_[f].table;
    const std::size_t wanted = form_[f].cells.size();
    const std::string digits = half_width(stretch.figures[0].text);
    if (digits.size() < wanted) shorter[table] = true;
    const auto apart = taken_apart(stretch.figures, wanted);
    if (wanted == 1 || apart.size() != wanted) continue;
    if (all_zero(apart)) {
      zeros[table] = true;
    } else if (sums_hold(format_, cells_of(f, apart))) {
      sums[table].insert(digits);
    }
  }
  for (std::size_t t = 0; t < tables; ++t) {
    const bool is_there = zeros[t] || sums[t].size() >= kSeveral;
    in_digits_.push_back(rows[t] == 1 || (is_there && !shorter[t]));
  }
}

/// The sums of several rows hold without the first figure, or without the last,
/// and of each row one way; rows have one more figure or none.
void RowFigures::find_spares() {
  constexpr int kFewest = 3;
  const std::size_t tables = format_.tables.size();
  std::vector<std::map<Spare, int>> votes(tables);
  std::vector<bool> unsure(tables);
  for (const Stretch& stretch : stretches_) {
    if (stretch.rows.empty()) continue;
    const FormRow& row = form_[stretch.rows.back()];
    ++votes[row.table][spare_in(stretch)];
    if (stretch.figures.size() > row.cells.size() + 1) unsure[row.table] = true;
  }
  for (std::size_t t = 0; t < tables; ++t) {
    Spare spare = Spare::unknown;
    const int first = votes[t][Spare::first];
    const int last = votes[t][Spare::last];
    if (first >= kFewest && last == 0) spare = Spare::first;
    if (last >= kFewest && first == 0) spare = Spare::last;
    spares_.push_back(unsure[t] || votes[t][Spare::neither] > 0 ? Spare::unknown
                                                                : spare);
  }
}

/// Zeros add up in any columns: they say nothing.
void RowFigures::find_unsummed() {
  constexpr int kFewest = 3;
  std::vector<int> held(format_.tables.size());
  std::vector<int> failed(format_.tables.size());
  for (const Stretch& stretch : stretches_) {
    if (stretch.rows.empty()) continue;
    const std::size_t f = stretch.rows.back();
    const FormRow& row = form_[f];
    const bool telling =
        stretch.figures.size() == row.cells.size() &&
        !all_zero(stretch.figures) &&
        std::ranges::all_of(stretch.figures, [](const TextPiece& figure) {
          return cell_from_text(trimmed(figure.text), figure.place).state ==
                 CellState::number;
        });
    if (!telling) continue;
    std::vector<TextPiece> zeros = stretch.figures;
    for (TextPiece& zero : zeros) zero.text = std::string(1, '0');
    const bool has_sum = sums_hold(format_, cells_of(f, zeros));
    if (!has_sum) continue;
    ++(sums_hold(format_, cells_of(f, stretch.figures)) ? held
                                                        : failed)[row.table];
  }
  for (std::size_t t = 0; t < held.size(); ++t) {
    unsummed_.push_back(held[t] == 0 && failed[t] >= kFewest);
  }
}

RowFigures::Spare RowFigures::spare_in(const Stretch& stretch) const {
  const std::size_t row = stretch.rows.back();
  const bool whole =
      stretch.figures.size() == form_[row].cells.size() + 1 &&
      std::ranges::none_of(stretch.figures, [](const TextPiece& figure) {
        return figure.words || figure.text.empty();
      });
  if (!whole) return Spare::unknown;
  const auto holds = [&](Spare spare) {
    return sums_hold(format_, cells_of(row, without(spare, stretch.figures)));
  };
  const bool first = holds(Spare::first);
  const bool last = holds(Spare::last);
  if (!first && !last) return Spare::neither;
  if (first && last) return Spare::unknown;
  // A zero adds nothing to any sum: it tells nothing.
  const TextPiece& own =
      first ? stretch.figures.front() : stretch.figures.back();
  if (half_width(own.text) == "0") return Spare::unknown;
  return first ? Spare::first : Spare::last;
}

std::vector<TextPiece> RowFigures::without(
    Spare spare, const std::vector<TextPiece>& figures) const {
  return spare == Spare::first
             ? std::vector<TextPiece>(figures.begin() + 1, figures.end())
             : std::vector<TextPiece>(figures.begin(), figures.end() - 1);
}

/// With more cells than columns, none of them in front: a remark, and then a
/// blank cell in front of another row is no part of its label.
bool RowFigures::has_longer_row(std::size_t table) const {
  return std::ranges::any_of(stretches_, [&](const Stretch& stretch) {
    return is_of_table(stretch, form_, table) &&
           stretch.figures.size() > form_[stretch.rows.back()].cells.size() &&
           !stretch.figures.front().text.empty();
  });
}

/// Words stand for a figure if no blank cell follows in the line; for the first
/// one only if no other line has some there, as each has a unit.
bool RowFigures::may_hold_words(const Stretch& stretch) const {
  const std::vector<TextPiece>& figures = stretch.figures;
  if (std::ranges::none_of(figures, &TextPiece::words)) return true;
  if (stretch.bars_in_line > 1) return false;
  if (!figures.front().words) return true;
  return std::ranges::count_if(stretches_, [](const Stretch& other) {
           return !other.figures.empty() && other.figures.front().words;
         }) == 1;
}

bool RowFigures::are_confirmed(const std::vector<TextPiece>& figures,
                               std::size_t row) const {
  return all_zero(figures) || sums_hold(format_, cells_of(row, figures));
}

std::map<CellIndex, Cell> RowFigures::cells_of(
    std::size_t row, const std::vector<TextPiece>& figures) const {
  std::map<CellIndex, Cell> cells;
  for (std::size_t c = 0; c < form_[row].cells.size(); ++c) {
    cells[form_[row].cells[c]] =
        cell_from_text(trimmed(figures[c].text), figures[c].place);
  }
  return cells;
}

}  // namespace gov_report
