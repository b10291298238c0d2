#include "import/line_headers.h"

#include <algorithm>
#include <cstdint>
#include <map>

#include "base/text.h"
#include "import/held_label.h"

namespace gov_report {
namespace {

/// Where a header stands in a stretch, if it does so once.
struct HeaderPlace {
  std::size_t at = 0;
  std::uint64_t line = 0;
  std::size_t depth = 0;  ///< in the path
  bool own = false;       ///< the column's own
};
/// Of one column, from the top down.
using ColumnPlaces = std::vector<HeaderPlace>;

/// Pieces of one line of the file.
std::string line_text(const Stretch& stretch, std::size_t i) {
  const auto [begin, number] = stretch.lines[i];
  std::size_t end = stretch.words.size();
  for (const auto& [other, line] : stretch.lines) {
    if (other > begin && line != number) end = std::min(end, other);
  }
  return stretch.words.substr(begin, end - begin);
}

/// A header as it is printed in a stretch, or misprinted if it is not there.
std::string spelling(const Stretch& stretch, const Label& header,
                     const std::vector<TextPiece>& words) {
  if (stretch.words.find(header.words()) != std::string::npos) {
    return header.words();
  }
  const auto is_like = [&](const std::string& printed) {
    return likeness(Label(printed), header) >= 70;
  };
  for (const TextPiece& piece : words) {
    const bool here = stretch.words.find(piece.text) != std::string::npos;
    if (here && is_like(piece.text)) return piece.text;
  }
  for (std::size_t i = 0; i < stretch.lines.size(); ++i) {
    const std::string line = line_text(stretch, i);
    if (is_like(line)) return line;
  }
  return {};
}

ColumnPlaces places_of(const Stretch& stretch, const std::vector<Label>& path,
                       const std::vector<TextPiece>& words) {
  ColumnPlaces places;
  for (std::size_t depth = 0; depth < path.size(); ++depth) {
    const std::string header = spelling(stretch, path[depth], words);
    const std::size_t at = stretch.words.find(header);
    const bool once = !header.empty() && at != std::string::npos &&
                      stretch.words.find(header, at + 1) == std::string::npos;
    if (once)
      places.push_back(
          {at, stretch.line_at(at), depth, depth + 1 == path.size()});
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

/// Whether a header of the right column stands in front of one of the left: the
/// highest of each, in one line, or where each has a line of its own; or the
/// columns' own anywhere, if they are of one level.
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
  return a.own && b.own && a.depth == b.depth && b.at < a.at;
}

/// Headers that stand nowhere, or twice, say nothing.
bool stands_in_other_order(const Stretch& stretch, const FormRow& row,
                           const std::vector<TextPiece>& words) {
  std::vector<ColumnPlaces> columns;
  for (const auto& path : row.paths) {
    columns.push_back(places_of(stretch, path, words));
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

/// Whether some header of the row's columns is there: forms differ in them.
bool LineHeaders::has_some(const FormRow& row) const {
  return std::ranges::any_of(row.columns, [&](const Label& column) {
    return std::ranges::any_of(stretches_,
                               [&](const Stretch& stretch) {
                                 return stretch.words.find(column.words()) !=
                                        std::string::npos;
                               }) ||
           std::ranges::any_of(words_, [&](const TextPiece& piece) {
             return likeness(Label(piece.text), column) >= 70;
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
    if (stands_in_other_order(stretches_[i], row, words_) ||
        stands_in_other_order(whole, row, words_)) {
      other_orders_.insert(row.block);
    }
    if (first &&
        (has_second_header(whole, row) || has_other_header(whole, row))) {
      other_columns_.insert(row.block);
    }
  }
}

/// A few words of their own between the first header and the label.
bool LineHeaders::has_other_header(const Stretch& stretch,
                                   const FormRow& row) const {
  constexpr std::size_t kLongest = 20;  // characters; a sentence is longer
  if (has_longer_row(row.block)) return false;  // it may be of that column
  const std::uint64_t first = first_header_line(stretch, row);
  const std::uint64_t last =
      stretch.line_at(held_label(stretch.words, row).begin);
  return std::ranges::any_of(words_, [&](const TextPiece& piece) {
    const std::uint64_t line = piece.place.at.line;
    return line >= first && line < last && !is_printed(piece.text) &&
           character_count(piece.text) <= kLongest &&
           sense_.is_in(piece.text, header_like(piece.text, row));
  });
}

/// The line of the first of the row's headers in a stretch; the last line if
/// there is none.
std::uint64_t LineHeaders::first_header_line(const Stretch& stretch,
                                             const FormRow& row) {
  std::uint64_t first = stretch.lines.back().second;
  for (const auto& path : row.paths) {
    for (const Label& header : path) {
      const std::size_t at = stretch.words.find(header.words());
      if (at == std::string::npos) continue;
      first = std::min(first, stretch.line_at(at));
    }
  }
  return first;
}

/// With more figures than the form has columns.
bool LineHeaders::has_longer_row(std::size_t block) const {
  return std::ranges::any_of(stretches_, [&](const Stretch& stretch) {
    if (stretch.rows.empty()) return false;
    const FormRow& row = form_[stretch.rows.back()];
    return row.block == block && stretch.figures.size() > row.cells.size();
  });
}

/// The header of a row's columns that is likest to some words, or of which they
/// are a part; empty: there is none.
std::string LineHeaders::header_like(const std::string& words,
                                     const FormRow& row) {
  int most = 0;
  std::string found;
  for (const auto& path : row.paths) {
    for (const Label& header : path) {
      const bool part = header.words().find(words) != std::string::npos;
      const int percent = part ? 100 : likeness(Label(words), header);
      if (percent < kAlike || percent <= most) continue;
      most = percent;
      found = header.words();
    }
  }
  return found;
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
  const std::uint64_t first = stretch.line_at(from);
  const std::uint64_t last =
      stretch.line_at(held_label(stretch.words, row).begin);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::string& text = words_[i].text;
    const std::uint64_t line = words_[i].place.at.line;
    const bool part = own.find(text) != std::string::npos;  // a line of it
    if (line < first || line > last || part || is_printed(text)) continue;
    if (likeness(Label(text), row.columns[0]) >= 60) return true;
    if (line < last && !is_before_corner(i) && is_unknown(text)) return true;
  }
  return false;
}

bool LineHeaders::is_printed(const std::string& words) const {
  return std::ranges::find(known_, words) != known_.end();
}

/// As the header of a column with the numbers of the rows.
bool LineHeaders::is_before_corner(std::size_t i) const {
  return i + 1 < words_.size() &&
         std::ranges::find(corners_, words_[i + 1].text) != corners_.end();
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
