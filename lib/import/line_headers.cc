#include "import/line_headers.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "base/text.h"
#include "import/header_columns.h"
#include "import/held_label.h"

namespace gov_report {
namespace {

/// Where a header stands in a stretch, if it does so once.
struct HeaderPlace {
  std::size_t at = 0;
  std::uint64_t line = 0;
  std::size_t depth = 0;  ///< in the path
  bool own = false;       ///< the column's own
  Across across = {};
};
/// Of one column, from the top down.
using ColumnPlaces = std::vector<HeaderPlace>;

/// How headers are spelled in a stretch.
class Spellings {
 public:
  explicit Spellings(const Stretch& stretch) : stretch_(stretch) {
    // Headers stand right above the first row.
    constexpr std::size_t kMost = 1000;
    const std::size_t all = stretch.lines.size();
    const std::size_t first = all > kMost ? all - kMost : 0;
    std::string line;
    for (std::size_t i = first; i < all; ++i) {
      add(std::string(stretch.piece(i)));
      line += stretch.piece(i);
      const bool ends = i + 1 == all ||
                        stretch.lines[i + 1].second != stretch.lines[i].second;
      if (!ends) continue;
      whole_lines_.push_back(std::move(line));
      line.clear();
    }
    for (std::string& one : whole_lines_) add(std::move(one));
  }

  /// As it is printed, or misprinted if it is not there; empty: neither.
  std::string of(const Label& header) const {
    if (stretch_.words.find(header.words()) != std::string::npos) {
      return header.words();
    }
    const auto like = std::ranges::find_if(printed_, [&](const auto& one) {
      return likeness(one.second, header) >= 70;
    });
    return like == printed_.end() ? std::string() : like->first;
  }

 private:
  void add(std::string words) {
    constexpr std::size_t kLongest = 200;  // bytes; no header is longer
    if (words.empty() || words.size() > kLongest) return;
    Label label(words);
    printed_.emplace_back(std::move(words), std::move(label));
  }

  const Stretch& stretch_;
  std::vector<std::string> whole_lines_;
  std::vector<std::pair<std::string, Label>> printed_;
};

ColumnPlaces places_of(const Stretch& stretch, const std::vector<Label>& path,
                       const Spellings& spellings) {
  ColumnPlaces places;
  for (std::size_t depth = 0; depth < path.size(); ++depth) {
    const std::string header = spellings.of(path[depth]);
    const std::size_t at = stretch.words.find(header);
    const bool once = !header.empty() && at != std::string::npos &&
                      stretch.words.find(header, at + 1) == std::string::npos;
    if (!once) continue;
    places.push_back({at, stretch.line_at(at), depth, depth + 1 == path.size(),
                      stretch.across_at(at)});
  }
  return places;
}

/// Each header in a line of its own: those of one level follow each other.
bool has_a_header_a_line(const std::vector<ColumnPlaces>& columns) {
  std::map<std::uint64_t, std::size_t> lines;
  for (const ColumnPlaces& column : columns) {
    for (const HeaderPlace& place : column) {
      const auto [known, is_new] = lines.emplace(place.line, place.at);
      if (!is_new && known->second != place.at) return false;
    }
  }
  return true;
}

/// Drops the headers that both columns stand under.
void drop_shared(ColumnPlaces& left, ColumnPlaces& right) {
  while (!left.empty() && !right.empty() &&
         left.front().at == right.front().at) {
    left.erase(left.begin());
    right.erase(right.begin());
  }
}

/// The highest in the same line.
bool is_highest_in_line(const ColumnPlaces& column, const HeaderPlace& place) {
  const auto first = std::ranges::find(column, place.line, &HeaderPlace::line);
  return first->at == place.at;
}

bool is_left_of(const HeaderPlace& a, const HeaderPlace& b) {
  return a.across.width.begin < b.across.width.begin &&
         a.across.characters.begin < b.across.characters.begin;
}

/// Whether a header of the right column stands in front of one of the left: the
/// highest of each, in one line, or where each has a line of its own; or the
/// columns' own anywhere, if they are of one level: by their places across, as
/// far as these tell.
bool has_right_first(ColumnPlaces left, ColumnPlaces right,
                     bool a_header_a_line) {
  drop_shared(left, right);
  if (left.empty() || right.empty()) return false;
  if (a_header_a_line) return right.front().at < left.front().at;
  for (const HeaderPlace& a : left) {
    for (const HeaderPlace& b : right) {
      if (b.at < a.at && a.line == b.line && is_highest_in_line(left, a) &&
          is_highest_in_line(right, b)) {
        return true;
      }
    }
  }
  const HeaderPlace& a = left.back();
  const HeaderPlace& b = right.back();
  if (!a.own || !b.own || a.depth != b.depth) return false;
  if (is_left_of(a, b)) return false;
  return is_left_of(b, a) || b.at < a.at;
}

/// Headers that stand nowhere, or twice, say nothing.
bool stands_in_other_order(const Stretch& stretch, const FormRow& row) {
  const Spellings spellings(stretch);
  std::vector<ColumnPlaces> columns;
  for (const auto& path : row.paths) {
    columns.push_back(places_of(stretch, path, spellings));
  }
  const bool a_header_a_line = has_a_header_a_line(columns);
  for (std::size_t r = 1; r < columns.size(); ++r) {
    for (std::size_t l = 0; l < r; ++l) {
      if (has_right_first(columns[l], columns[r], a_header_a_line)) return true;
    }
  }
  return false;
}

bool has_several_headers(const Stretch& stretch, const FormRow& row) {
  return std::ranges::count_if(row.columns, [&](const Label& column) {
           return stretch.words.find(column.words()) != std::string::npos;
         }) > 1;
}

}  // namespace

bool LineHeaders::has_some(const FormRow& row) {
  const auto [known, is_new] = some_.emplace(row.block, false);
  if (is_new) known->second = names_some(row);
  return known->second;
}

bool LineHeaders::names_some(const FormRow& row) const {
  const bool verbatim =
      std::ranges::any_of(row.columns, [&](const Label& column) {
        return std::ranges::any_of(stretches_, [&](const Stretch& stretch) {
          return stretch.words.find(column.words()) != std::string::npos;
        });
      });
  return verbatim || std::ranges::any_of(words_, [&](const TextPiece& piece) {
           const Label printed(piece.text);
           return std::ranges::any_of(row.columns, [&](const Label& column) {
             return likeness(printed, column) >= 70;
           });
         });
}

std::vector<std::string> LineHeaders::corners_of(const ReportFormat& format) {
  std::vector<std::string> corners;
  for (const TableFormat& table : format.tables) {
    for (const GridCell& cell : table.grid) {
      if (cell.role == GridCell::Role::corner) {
        corners.push_back(fold(cell.text));
      }
    }
  }
  return corners;
}

/// In the words above the first row of each block, and in headers that stand
/// again below a page break.
void LineHeaders::note_other_orders() {
  std::set<std::size_t> known;
  for (std::size_t i = 0; i < stretches_.size(); ++i) {
    if (stretches_[i].rows.empty()) continue;
    const FormRow& row = form_[stretches_[i].rows.front()];
    const bool first = known.insert(row.block).second;
    if (!first && !has_several_headers(stretches_[i], row)) continue;
    const Stretch whole = with_words_above(stretches_, i);
    const bool more = whole.words.size() > stretches_[i].words.size();
    if (stands_in_other_order(stretches_[i], row) ||
        (more && stands_in_other_order(whole, row)) ||
        HeaderColumns::are_in_other_order(whole, row)) {
      other_orders_.insert(row.block);
    }
    if (!first) continue;
    // Where rows have more figures, a header may be that of another column.
    const bool other =
        !has_longer_rows(row.block) && sense_.has_other_header(whole, row);
    if (other || has_other_money(whole, row) || has_second_header(whole, row)) {
      other_columns_.insert(row.block);
    }
    if (has_other_caption(i, row)) captions_.emplace(row.table, row.block);
  }
}

/// Words in front of its figures, or in front of its table if they do not, name
/// another unit than the form's, and not that too.
bool LineHeaders::has_other_money(const Stretch& whole, const FormRow& row) {
  MoneyUnits units = sense_.money_in(whole);
  const auto& of_table = money_.try_emplace(row.table, units).first->second;
  if (units.empty()) units = of_table;
  const auto own = std::ranges::find_if(
      row.money, [](const auto& power) { return power.has_value(); });
  return own != row.money.end() && !units.empty() &&
         std::ranges::find(units, *own, &MoneyUnits::value_type::second) ==
             units.end();
}

bool LineHeaders::has_other_caption(std::size_t stretch,
                                    const FormRow& row) const {
  const Stretch whole = with_words_above(stretches_, stretch);
  if (whole.lines.empty()) return false;
  const std::uint64_t first = whole.lines.front().second;
  const bool shared = std::ranges::any_of(
      stretches_, [&](const Stretch& above) { return above.ends_in(first); });
  return sense_.has_other_caption(whole, row, shared ? first : 0);
}

bool LineHeaders::has_other_column(const FormRow& row) const {
  const auto caption = captions_.find(row.table);
  return other_columns_.contains(row.block) ||
         (caption != captions_.end() && caption->second <= row.block);
}

/// Most have more figures than the form has columns.
bool LineHeaders::has_longer_rows(std::size_t block) const {
  std::size_t longer = 0;
  std::size_t others = 0;
  for (const Stretch& stretch : stretches_) {
    if (stretch.rows.empty() || stretch.figures.empty()) continue;
    const FormRow& row = form_[stretch.rows.back()];
    if (row.block != block) continue;
    ++(stretch.figures.size() > row.cells.size() ? longer : others);
  }
  return longer > others;
}

/// Behind the last of those above the column's own; the last ones count.
bool LineHeaders::has_second_header(const Stretch& stretch,
                                    const FormRow& row) const {
  if (row.columns.size() != 1) return false;
  std::size_t from = 0;
  for (const Label& above : row.paths[0]) {
    if (above.words() == row.columns[0].words()) break;
    const std::size_t at = stretch.words.rfind(above.words());
    if (at != std::string::npos) from = std::max(from, at);
  }
  const std::string& own = row.columns[0].words();
  const std::size_t at = stretch.words.find(own, from);
  if (at == std::string::npos) return false;
  if (stretch.words.find(own, at + 1) != std::string::npos) return true;
  const std::size_t last = held_label(stretch.words, row).begin;
  for (std::size_t i = 0; i < stretch.lines.size(); ++i) {
    const std::string piece(stretch.piece(i));
    const std::size_t begin = stretch.lines[i].first;
    const bool part = own.find(piece) != std::string::npos;  // a line of it
    const bool is_between = begin >= from && begin + piece.size() <= last;
    if (!is_between || part || is_printed(piece)) continue;
    if (likeness(Label(piece), row.columns[0]) >= 60) return true;
    if (!is_before_corner(stretch, i) && is_unknown(piece)) return true;
  }
  return false;
}

bool LineHeaders::is_printed(const std::string& words) const {
  return std::ranges::binary_search(known_, words);
}

/// As the header of a column with the numbers of the rows.
bool LineHeaders::is_before_corner(const Stretch& stretch,
                                   std::size_t i) const {
  return i + 1 < stretch.lines.size() &&
         std::ranges::find(corners_, stretch.piece(i + 1)) != corners_.end();
}

/// No word of the form, and like none.
bool LineHeaders::is_unknown(std::string_view words) const {
  return std::ranges::none_of(known_, [&](const std::string& known) {
    return known.find(words) != std::string::npos ||
           likeness(words, std::string_view(known)) >= 70;
  });
}

Stretch with_words_above(const std::vector<Stretch>& stretches, std::size_t i) {
  std::size_t first = i;
  while (first > 0 && stretches[first - 1].figures.empty() &&
         stretches[first - 1].rows.empty()) {
    --first;
  }
  Stretch whole;
  for (; first <= i; ++first) {
    for (const auto& [begin, line] : stretches[first].lines) {
      whole.lines.emplace_back(whole.words.size() + begin, line);
    }
    const auto& across = stretches[first].across;
    whole.across.insert(whole.across.end(), across.begin(), across.end());
    whole.words += stretches[first].words;
  }
  return whole;
}

std::size_t headers_in(const std::string& words, const FormRow& row) {
  std::size_t at = 0;
  std::size_t named = 0;
  for (const Label& column : row.columns) {
    const std::size_t found = words.find(column.words(), at);
    if (found == std::string::npos) continue;
    at = found + column.words().size();
    ++named;
  }
  return named;
}

bool has_all_in_order(const std::string& words, const FormRow& row) {
  if (headers_in(words, row) < row.columns.size()) return false;
  std::map<std::size_t, std::size_t> last;  // by level
  for (const auto& path : row.paths) {
    for (std::size_t level = 0; level + 1 < path.size(); ++level) {
      // The last place: a title in front of the table may name them too.
      const std::size_t at = words.rfind(path[level].words());
      if (at == std::string::npos) continue;
      if (at < last[level]) return false;
      last[level] = at;
    }
  }
  return true;
}

}  // namespace gov_report
