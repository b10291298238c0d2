#include "import/crosswise_table.h"

#include <algorithm>
#include <cstdint>

namespace gov_report {
namespace {

constexpr std::size_t kMostPlaces = 20'000;  // of a table that is looked at
constexpr std::size_t kMostWords = 64;       // of headers: a bit for each

/// Headers of the form as bits of a set.
class HeaderWords {
 public:
  explicit HeaderWords(const FormRow& form) {
    for (const std::vector<Label>& path : form.paths) {
      std::uint64_t all = 0;
      for (const Label& label : path) all |= add(label);
      paths_.push_back(all);
      last_.push_back(path.empty() ? 0 : bit_of(path.back()));
    }
  }

  /// 0: it is none of the form's.
  std::uint64_t bit_of(const Label& label) const {
    if (label.empty()) return 0;
    for (std::size_t i = 0; i < words_.size() && i < kMostWords; ++i) {
      if (same_words(label, words_[i])) return std::uint64_t{1} << i;
    }
    return 0;
  }

  /// Under which others stand.
  bool is_upper(std::uint64_t header) const {
    return header != 0 && std::ranges::find(last_, header) == last_.end();
  }

  /// The only column under all of these headers, the lowest one among them; as
  /// many as there are: none.
  std::size_t column_under(std::uint64_t headers) const {
    std::size_t found = paths_.size();
    for (std::size_t c = 0; c < paths_.size(); ++c) {
      if ((headers & ~paths_[c]) != 0) continue;
      if (found != paths_.size()) return paths_.size();
      found = c;
    }
    const bool whole = found < paths_.size() && (headers & last_[found]) != 0;
    return whole ? found : paths_.size();
  }

 private:
  std::uint64_t add(const Label& label) {
    if (bit_of(label) == 0) words_.push_back(label);
    return bit_of(label);
  }

  std::vector<Label> words_;
  std::vector<std::uint64_t> paths_;  // by column
  std::vector<std::uint64_t> last_;   // so too
};

/// What stands at each place of a table.
class Places {
 public:
  struct Place {
    std::uint64_t header = 0;  ///< of the form
    bool words = false;
    bool figure = false;
    bool title = false;  ///< words over all columns
  };

  Places(const CellGrid& grid, const std::vector<const PageRow*>& rows,
         const HeaderWords& words)
      : rows_(static_cast<std::size_t>(grid.rows)),
        columns_(static_cast<std::size_t>(grid.columns)),
        own_(rows_),
        places_(rows_ * columns_) {
    for (const PageRow* row : rows) {
      own_[static_cast<std::size_t>(row->cells.front()->row)] = true;
      for (std::size_t i = 0; i < row->cells.size(); ++i) {
        const CellLooks& looks = row->looks[i];
        Place place{words.bit_of(looks.label), !looks.label.empty(),
                    looks.figure && looks.ink};
        const bool heads = place.header == 0 || words.is_upper(place.header);
        place.title = place.words && !place.figure &&
                      (row->cells[i]->column_span >= grid.columns ||
                       (heads && is_alone(*row, i)));
        fill(*row->cells[i], place.title ? grid.columns : 1, place);
      }
    }
  }

  /// Whether figures stand in a column.
  bool has_figures(int column) const {
    for (std::size_t r = 0; r < rows_; ++r) {
      if (at(r, static_cast<std::size_t>(column)).figure) return true;
    }
    return false;
  }

  /// Words stand above it that are not over all columns.
  bool has_own_header(const TextCell& cell) const {
    return any_above(cell, [](const Place& place) {
      return place.words && !place.figure && !place.title;
    });
  }

  /// In front of a cell, or above it, stand words that the form does not have:
  /// another year, the number of the line.
  bool has_other_words(const TextCell& cell) const {
    const auto is_other = [](const Place& place) {
      return place.words && !place.figure && place.header == 0;
    };
    const auto row = static_cast<std::size_t>(cell.row);
    for (int c = 0; c < cell.column; ++c) {
      if (is_other(at(row, static_cast<std::size_t>(c)))) return true;
    }
    return any_above(cell, is_other);
  }

  /// The headers in front of a cell in its row, and right above it: over
  /// figures or none, up to the next figures.
  std::uint64_t headers_of(const TextCell& cell) const {
    const auto row = static_cast<std::size_t>(cell.row);
    const auto column = static_cast<std::size_t>(cell.column);
    std::uint64_t headers = 0;
    for (std::size_t c = 0; c < column; ++c) headers |= at(row, c).header;
    bool met = false;
    for (std::size_t r = row; r-- > 0;) {
      const Place& place = at(r, column);
      if (met && place.figure) break;
      met = met || place.words;
      headers |= place.header;
    }
    return headers;
  }

 private:
  const Place& at(std::size_t row, std::size_t column) const {
    return places_[row * columns_ + column];
  }

  /// Up to rows of other tables.
  template <typename Is>
  bool any_above(const TextCell& cell, const Is& is) const {
    const auto column = static_cast<std::size_t>(cell.column);
    for (auto r = static_cast<std::size_t>(cell.row); r-- > 0 && own_[r];) {
      if (is(at(r, column))) return true;
    }
    return false;
  }

  /// Nothing else stands in its row, so that it is over all columns.
  static bool is_alone(const PageRow& row, std::size_t i) {
    const auto ink = std::ranges::count_if(
        row.looks, [](const CellLooks& looks) { return looks.ink; });
    return i == 0 && ink == 1 && row.cells[i]->column == 0 &&
           row.cells[i]->row_span == 1;
  }

  void fill(const TextCell& cell, int across_at_least, const Place& place) {
    const auto first = static_cast<std::size_t>(cell.row);
    const auto left = static_cast<std::size_t>(cell.column);
    const auto down = static_cast<std::size_t>(cell.row_span);
    const auto across =
        static_cast<std::size_t>(std::max(cell.column_span, across_at_least));
    for (std::size_t r = first; r < std::min(rows_, first + down); ++r) {
      for (std::size_t c = left; c < std::min(columns_, left + across); ++c) {
        // Blank cells of its row do not end it.
        Place& there = places_[r * columns_ + c];
        if (place.words || !there.words) there = place;
      }
    }
  }

  std::size_t rows_;
  std::size_t columns_;
  std::vector<bool> own_;  // rows that may be the table's
  std::vector<Place> places_;
};

}  // namespace

CrosswiseFigures crosswise_figures(const CellGrid& grid,
                                   const std::vector<const PageRow*>& rows,
                                   const FormRow& form) {
  const std::size_t size = static_cast<std::size_t>(grid.rows) *
                           static_cast<std::size_t>(grid.columns);
  if (size > kMostPlaces) return {};
  const HeaderWords words(form);
  const Places places(grid, rows, words);
  std::vector<const TextCell*> figures(form.cells.size(), nullptr);
  bool any = false;
  bool sure = true;
  for (const PageRow* row : rows) {
    for (std::size_t i = 0; i < row->cells.size(); ++i) {
      const TextCell& cell = *row->cells[i];
      const bool padding = !row->looks[i].ink &&
                           !places.has_figures(cell.column) &&
                           !places.has_own_header(cell);
      if (padding || !row->looks[i].label.empty()) continue;
      const std::size_t column = words.column_under(places.headers_of(cell));
      if (column == figures.size()) continue;
      any = true;
      sure = sure && figures[column] == nullptr && cell.row_span == 1 &&
             !places.has_other_words(cell);
      figures[column] = &cell;
    }
  }
  const bool all = std::ranges::find(figures, nullptr) == figures.end();
  if (all && sure) return {std::move(figures), false};
  return {{}, any};
}

}  // namespace gov_report
