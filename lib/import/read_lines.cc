// Tables that are lines of text: copied out of a web page, or of a PDF.
//
// The text is cut into words and figures. Labels of the form are looked for in
// the words; the figures that follow belong to the label before them if there
// are as many as columns. Where there are more or fewer, rows are read only
// if the whole stretch adds up and every sum of the form agrees.

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "import/table_reading.h"

namespace gov_report {
namespace {

struct Piece {
  std::string text;
  Place place;
  bool figure = false;
  bool bar = false;  ///< only the bar between two cells
};

/// Words without figures in between, and the figures behind them.
struct Stretch {
  std::string words;  ///< folded
  std::vector<Piece> figures;
  std::size_t bars = 0;  ///< behind the words, before other words
  Place place;           ///< of the last words
  std::vector<std::size_t> rows = {};  ///< of the form, that the words name
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Cuts a line into pieces at bars and blanks, and where a label known to the
/// form meets a figure without any.
class Cutter {
 public:
  Cutter(const std::vector<std::string>& known, const FigureWords& words)
      : known_(known), words_(words) {}

  void cut(const std::string& line, const Place& place,
           std::vector<Piece>& pieces) const {
    const std::size_t first = pieces.size();
    const bool cells = line.find('|') != std::string::npos;
    std::string piece;
    std::size_t begin = 0;
    const auto end_piece = [&](std::size_t at) {
      add(std::string(trimmed(piece)), place, line, begin, pieces);
      piece.clear();
      begin = at;
    };
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t from = at;
      const char32_t c = next_code_point(line, at);
      const bool blank = c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000;
      if (c == '|' || (blank && !cells)) {
        end_piece(at);
        if (c == '|') {
          pieces.push_back({"", at_byte(place, line, from), false, true});
        }
      } else if (!blank || !piece.empty()) {
        if (piece.empty()) begin = from;
        piece += line.substr(from, at - from);
      }
    }
    end_piece(line.size());
    join_labels(pieces, first);
    join_units(pieces, first);
    find_blanks(pieces, first);
  }

 private:
  static Place at_byte(Place place, const std::string& line, std::size_t byte) {
    place.at.column +=
        static_cast<std::uint32_t>(character_count(line.substr(0, byte)));
    return place;
  }

  static bool is_mark(std::string_view text) {
    for (const std::string_view mark : {".", "\u3001", ")", "\uFF0E", "\uFF09"}) {
      if (text.starts_with(mark)) return true;
    }
    return false;
  }

  /// A number with its mark, "2." or "2" in front of ".", begins a label.
  static void join_labels(std::vector<Piece>& pieces, std::size_t first) {
    for (std::size_t i = first; i < pieces.size(); ++i) {
      Piece& piece = pieces[i];
      if (!piece.figure) continue;
      const std::string plain = half_width(piece.text);
      const std::size_t digits =
          std::min(plain.find_first_not_of("0123456789"), plain.size());
      const std::string_view rest = std::string_view(plain).substr(digits);
      const bool marked = rest == "." || rest == "\u3001";
      const bool before_mark = rest.empty() && i + 1 < pieces.size() &&
                               is_mark(pieces[i + 1].text);
      if (digits > 0 && digits < 3 && (marked || before_mark)) {
        piece.figure = false;
      }
    }
  }

  /// A figure and the unit behind it are one.
  void join_units(std::vector<Piece>& pieces, std::size_t first) const {
    for (std::size_t i = first + 1; i < pieces.size(); ++i) {
      Piece& figure = pieces[i - 1];
      const Piece& unit = pieces[i];
      if (!figure.figure || unit.figure || unit.bar) continue;
      const std::string both = figure.text + " " + unit.text;
      if (!is_figure(both, words_)) continue;
      figure.text = both;
      figure.place.width += 1 + unit.place.width;
      pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i));
      --i;
    }
  }

  /// Two bars between figures of one line are a blank cell. Those at the end
  /// of a line may be anywhere.
  static void find_blanks(std::vector<Piece>& pieces, std::size_t first) {
    std::size_t last = pieces.size();
    while (last > first && !pieces[last - 1].figure) --last;
    bool figures = false;
    for (std::size_t i = first; i + 1 < last; ++i) {
      figures = figures || pieces[i].figure;
      if (!figures || !pieces[i].bar || !pieces[i + 1].bar) continue;
      pieces[i].bar = false;
      pieces[i].figure = true;
    }
  }

  void add(const std::string& text, const Place& place, const std::string& line,
           std::size_t begin, std::vector<Piece>& pieces) const {
    if (text.empty()) return;
    Place here = at_byte(place, line, begin);
    here.width = static_cast<std::uint32_t>(character_count(text));
    if (is_figure(text, words_)) {
      pieces.push_back({text, here, true});
      return;
    }
    split(half_width(text), here, pieces);
  }

  /// "(一)予以公开7000007(二)部分公开" as labels and figures.
  void split(const std::string& text, const Place& place,
             std::vector<Piece>& pieces) const {
    const std::string folded = fold(text);
    std::string rest;
    const auto flush = [&] {
      if (!rest.empty()) plain(rest, place, pieces);
      rest.clear();
    };
    for (std::size_t at = 0; at < folded.size();) {
      const std::string* label = label_at(folded, at);
      if (label != nullptr) {
        flush();
        pieces.push_back({*label, place});
        at += label->size();
      } else {
        const std::size_t from = at;
        next_code_point(folded, at);
        rest += folded.substr(from, at - from);
      }
    }
    flush();
  }

  /// The longest known label there. One that begins with a digit may not be
  /// told from a figure in front of it: its number is its last digit.
  const std::string* label_at(const std::string& text, std::size_t at) const {
    const std::string* found = nullptr;
    for (const std::string& label : known_) {
      const bool here = text.compare(at, label.size(), label) == 0;
      if (here && (found == nullptr || label.size() > found->size())) {
        found = &label;
      }
    }
    return found;
  }

  void plain(const std::string& text, const Place& place,
             std::vector<Piece>& pieces) const {
    pieces.push_back({text, place, is_figure(text, words_)});
  }

  const std::vector<std::string>& known_;
  const FigureWords& words_;
};

class LineReader {
 public:
  LineReader(const PublishedPage& page, const ReportFormat& format,
             const PageFormat& words)
      : page_(page), format_(format), words_(words), form_(form_rows(format)) {
    readings_.found.resize(format.tables.size());
    readings_.places.resize(format.tables.size());
  }

  TableReadings read(std::size_t first, std::size_t last) {
    cut(first, last);
    find_groups();
    for (std::size_t t = 0; t < format_.tables.size(); ++t) name_rows(t);
    for (std::size_t t = 0; t < format_.tables.size(); ++t) {
      if (has_labels(t)) {
        read_table(t);
      } else {
        read_unlabelled(t);
      }
    }
    return std::move(readings_);
  }

 private:
  void cut(std::size_t first, std::size_t last) {
    const auto known = printed_words(format_);
    const Cutter cutter(known, words_.figure);
    std::vector<Piece> pieces;
    for (std::size_t b = first; b < last; ++b) {
      const PageBlock& block = page_.blocks[b];
      if (block.runs.empty()) continue;
      Place place;
      place.file = page_.file;
      place.at = block.runs.front().at;
      const std::string line = text_of(block);
      place.excerpt = std::string(trimmed(first_characters(line, 160)));
      cutter.cut(line, place, pieces);
    }
    for (Piece& piece : pieces) {
      if (piece.bar) {
        if (!stretches_.empty()) ++stretches_.back().bars;
        continue;
      }
      if (piece.figure) {
        if (stretches_.empty()) continue;
        stretches_.back().figures.push_back(std::move(piece));
        continue;
      }
      // Two bars are a blank cell: what follows is another row.
      if (stretches_.empty() || !stretches_.back().figures.empty() ||
          stretches_.back().bars > 1) {
        stretches_.push_back({});
      }
      stretches_.back().place = piece.place;
      stretches_.back().words += fold(piece.text);
      stretches_.back().bars = 0;
    }
  }

  bool has_labels(std::size_t table) const {
    return std::ranges::any_of(form_, [&](const FormRow& row) {
      return row.table == table && !row.label.empty();
    });
  }

  /// Whether the words hold a label with its number, however that is marked.
  static bool holds_numbered(const std::string& words, const Label& label) {
    for (std::size_t at = words.find(label.words()); at != std::string::npos;
         at = words.find(label.words(), at + 1)) {
      std::string_view before = std::string_view(words).substr(0, at);
      for (const std::string_view mark : {")", ".", "\u3001", ",", ":"}) {
        if (!before.ends_with(mark)) continue;
        before.remove_suffix(mark.size());
        if (before.ends_with(label.number())) return true;
        break;
      }
    }
    return false;
  }

  /// How well the words of a stretch hold a label.
  static int held(const std::string& words, const FormRow& row) {
    const Label& label = row.label;
    if (!label.number().empty() && holds_numbered(words, label)) return 100;
    // Words as short as "other" are nothing without their number.
    if (!label.number().empty() && character_count(label.words()) < 4) return 0;
    if (words.find(label.words()) != std::string::npos) {
      return label.number().empty() ? 100 : 92;
    }
    // The words end with the label, or with its beginning, or one like it.
    const std::size_t length = character_count(row.label.words());
    const std::string end = last_characters(words, length);
    const int percent = likeness(std::string_view(end),
                                 std::string_view(row.label.words()));
    const std::string begin(first_characters(row.label.words(), 6));
    if (length > 6 && words.find(begin) != std::string::npos) {
      return std::max(percent, 80);
    }
    return percent >= 70 ? percent : 0;
  }

  static std::string last_characters(const std::string& text,
                                     std::size_t count) {
    const std::size_t all = character_count(text);
    if (all <= count) return text;
    return text.substr(first_characters(text, all - count).size());
  }

  /// Lays the rows of the form over the stretches, in order; several may be
  /// named by one.
  void name_rows(std::size_t table) {
    std::vector<std::size_t> form;
    for (std::size_t f = 0; f < form_.size(); ++f) {
      const bool group =
          form_[f].parts > 0 &&
          std::ranges::find(groups_, f) == groups_.end();
      if (form_[f].table == table && !form_[f].label.empty() && !group) {
        form.push_back(f);
      }
    }
    const std::size_t n = stretches_.size();
    const std::size_t m = form.size();
    std::vector<std::vector<int>> best(n + 1, std::vector<int>(m + 1));
    std::vector<std::vector<int>> alike(n, std::vector<int>(m));
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t k = 0; k < m; ++k) {
        const int percent = held(stretches_[i].words, form_[form[k]]);
        alike[i][k] = percent * percent / 100 *
                      (stretches_[i].figures.empty() ? 1 : 2);
      }
    }
    for (std::size_t i = 1; i <= n; ++i) {
      for (std::size_t k = 1; k <= m; ++k) {
        best[i][k] = std::max(best[i - 1][k], best[i][k - 1]);
        const int here = alike[i - 1][k - 1];
        // The same stretch may name the row before as well.
        if (here > 0) best[i][k] = std::max(best[i][k], best[i][k - 1] + here);
      }
    }
    std::size_t i = n;
    std::size_t k = m;
    while (i > 0 && k > 0) {
      const int here = alike[i - 1][k - 1];
      if (best[i][k] == best[i - 1][k]) {
        --i;
      } else if (here > 0 && best[i][k] == best[i][k - 1] + here) {
        --k;
        stretches_[i - 1].rows.insert(stretches_[i - 1].rows.begin(), form[k]);
      } else {
        --k;
      }
    }
    readings_.score += best[n][m];
    for (const std::size_t f : form) count_repeated(f);
  }

  /// A row that stands twice with other figures.
  void count_repeated(std::size_t f) {
    std::vector<const Stretch*> found;
    for (const Stretch& stretch : stretches_) {
      if (stretch.figures.size() != form_[f].cells.size()) continue;
      if (held(stretch.words, form_[f]) == 100) found.push_back(&stretch);
    }
    const auto same = [](const Piece& a, const Piece& b) {
      return a.text == b.text;
    };
    for (std::size_t i = 1; i < found.size(); ++i) {
      if (!std::ranges::equal(found[i]->figures, found[0]->figures, same)) {
        ++readings_.repeated;
        return;
      }
    }
  }

  /// The total of a group counts as printed if none of its rows is there.
  void find_groups() {
    for (std::size_t f = 0; f < form_.size(); ++f) {
      if (form_[f].parts == 0) continue;
      bool parts = false;
      for (std::size_t k = f + 1; k <= f + form_[f].parts; ++k) {
        parts = parts || std::ranges::any_of(
                             stretches_, [&](const Stretch& stretch) {
                               return held(stretch.words, form_[k]) >= 92;
                             });
      }
      if (!parts) groups_.push_back(f);
    }
  }

  /// Rows named in a stretch, and those named before that still lack figures.
  void read_table(std::size_t table) {
    std::vector<std::size_t> rows;
    std::vector<Piece> figures;
    Place place;
    std::vector<bool> named(form_.size());
    for (const Stretch& stretch : stretches_) {
      std::size_t own = 0;
      for (const std::size_t row : stretch.rows) {
        if (form_[row].table != table) continue;
        ++own;
        named[row] = true;
      }
      const bool elsewhere = own == 0 && !stretch.rows.empty();
      if (elsewhere) {
        settle(rows, figures, place);
        continue;
      }
      if (own == 0 && rows.empty() && figures.empty()) continue;
      if (own > 0 && !readings_.found[table]) {
        readings_.found[table] = true;
        readings_.places[table] = stretch.place;
      }
      // A stretch by itself is the usual case.
      if (own == 1 && stands_alone(stretch)) {
        settle(rows, figures, place);
        read_alone(stretch);
        continue;
      }
      if (rows.empty() && figures.empty()) place = stretch.place;
      for (const std::size_t row : stretch.rows) {
        if (form_[row].table == table) rows.push_back(row);
      }
      if (own == 1 && stretch.figures.empty() && blank_cells(stretch)) {
        blanks_.push_back(stretch.rows.back());
      }
      figures.insert(figures.end(), stretch.figures.begin(),
                     stretch.figures.end());
      if (!figures.empty() && figures.size() == wanted_by(rows)) {
        settle(rows, figures, place);
      }
    }
    settle(rows, figures, place);
    for (std::size_t f = 0; f < form_.size(); ++f) {
      const bool wanted = form_[f].table == table && form_[f].parts == 0 &&
                          !is_part_of_printed_group(f);
      if (wanted && !named[f]) readings_.missing.push_back(f);
    }
  }

  std::size_t wanted_by(const std::vector<std::size_t>& rows) const {
    std::size_t wanted = 0;
    for (const std::size_t row : rows) wanted += form_[row].cells.size();
    return wanted;
  }

  bool is_part_of_printed_group(std::size_t f) const {
    return std::ranges::any_of(groups_, [&](std::size_t group) {
      return group < f && f <= group + form_[group].parts;
    });
  }

  /// As many figures as columns; or so many digits run together that each must
  /// be one, which the sums confirm.
  bool stands_alone(const Stretch& stretch) const {
    const std::size_t row = stretch.rows.back();
    const std::size_t wanted = form_[row].cells.size();
    if (stretch.figures.size() == wanted) return true;
    const auto apart = taken_apart(stretch.figures, wanted);
    return apart.size() == wanted &&
           (all_zero(apart) || sums_hold(format_, cells_of(row, apart)));
  }

  void read_alone(const Stretch& stretch) {
    const std::size_t row = stretch.rows.back();
    const std::size_t wanted = form_[row].cells.size();
    read_row(row,
             stretch.figures.size() == wanted
                 ? stretch.figures
                 : taken_apart(stretch.figures, wanted),
             stretch.place, false);
  }

  static bool all_zero(const std::vector<Piece>& figures) {
    return std::ranges::all_of(figures, [](const Piece& figure) {
      return half_width(figure.text) == "0";
    });
  }

  std::map<CellIndex, Cell> cells_of(std::size_t row,
                                     const std::vector<Piece>& figures) const {
    std::map<CellIndex, Cell> cells;
    for (std::size_t c = 0; c < form_[row].cells.size(); ++c) {
      cells[form_[row].cells[c]] =
          cell_from_text(trimmed(figures[c].text), figures[c].place);
    }
    return cells;
  }

  /// Bars for every cell, and nothing between them.
  bool blank_cells(const Stretch& stretch) const {
    return stretch.rows.size() == 1 &&
           stretch.bars >= form_[stretch.rows.back()].cells.size();
  }

  void read_row(std::size_t f, const std::vector<Piece>& figures,
                const Place& place, bool in_doubt) {
    const FormRow& row = form_[f];
    auto cells = cells_of(f, figures);
    if (in_doubt && !sums_hold(format_, cells)) {
      note_unread(f, figures, place);
      return;
    }
    if (row.parts > 0) {
      readings_.groups.insert(readings_.groups.end(), row.cells.begin(),
                              row.cells.end());
    }
    readings_.cells.merge(cells);
  }

  void note_unread(std::size_t f, const std::vector<Piece>& figures,
                   const Place& place) {
    std::string printed;
    for (const Piece& figure : figures) {
      if (printed.size() > 60) break;
      printed += (printed.empty() ? "" : " ") + figure.text;
    }
    readings_.unread.push_back({f, printed, place});
  }

  /// Rows in a stretch of text that is not as it should be.
  void settle(std::vector<std::size_t>& rows, std::vector<Piece>& figures,
              const Place& place) {
    if (rows.size() == 1 && figures.empty() &&
        std::ranges::find(blanks_, rows.front()) != blanks_.end()) {
      for (const CellIndex cell : form_[rows.front()].cells) {
        readings_.cells[cell] = cell_from_text("", place);
      }
    } else if (!rows.empty()) {
      settle_in_doubt(rows, figures, place);
    }
    rows.clear();
    figures.clear();
  }

  void settle_in_doubt(const std::vector<std::size_t>& rows,
                       std::vector<Piece> figures, const Place& place) {
    const std::size_t wanted = wanted_by(rows);
    if (figures.size() != wanted) figures = taken_apart(figures, wanted);
    if (figures.size() != wanted) {
      for (const std::size_t row : rows) note_unread(row, figures, place);
      return;
    }
    // Where all are 0, it does not matter which is whose.
    const bool in_doubt = !all_zero(figures);
    auto from = figures.begin();
    for (const std::size_t row : rows) {
      const auto to =
          from + static_cast<std::ptrdiff_t>(form_[row].cells.size());
      read_row(row, {from, to}, place, in_doubt);
      from = to;
    }
  }

  /// Figures run together, where each digit must be one: as many digits as
  /// figures are wanted. Else as they are.
  static std::vector<Piece> taken_apart(const std::vector<Piece>& figures,
                                        std::size_t wanted) {
    std::vector<Piece> apart;
    for (const Piece& figure : figures) {
      const std::string plain = half_width(figure.text);
      if (!std::ranges::all_of(plain, is_digit)) return figures;
      // Blanks between figures say that they are more than digits.
      const bool zeros = plain.find_first_not_of('0') == std::string::npos;
      if (figures.size() > 1 && !zeros) return figures;
      for (const char c : plain) {
        apart.push_back({std::string(1, c), figure.place, true});
      }
    }
    return apart.size() == wanted ? apart : figures;
  }

  /// The figures behind the last of the headers.
  void read_unlabelled(std::size_t table) {
    const auto form = std::ranges::find(form_, table, &FormRow::table);
    if (form == form_.end()) return;
    const auto f = static_cast<std::size_t>(form - form_.begin());
    std::size_t last_named = 0;
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      if (!stretches_[i].rows.empty()) last_named = i;
    }
    const Stretch* header = nullptr;
    std::size_t most = form->columns.size() / 2;
    for (std::size_t i = last_named; i < stretches_.size(); ++i) {
      const std::size_t named = headers_in(stretches_[i].words, *form);
      if (named <= most) continue;
      header = &stretches_[i];
      most = named;
    }
    // Headers that stand crosswise: the ones above them still stand whole.
    for (std::size_t i = last_named; header == nullptr && i < stretches_.size();
         ++i) {
      if (has_upper_headers(stretches_[i].words, table)) {
        header = &stretches_[i];
      }
    }
    if (header == nullptr) {
      readings_.missing.push_back(f);
      return;
    }
    readings_.found[table] = true;
    readings_.places[table] = header->place;
    readings_.score += 100;
    if (header->figures.size() == form->cells.size() &&
        in_one_line_or_each_in_its_own(header->figures)) {
      read_row(f, header->figures, header->place, false);
    } else if (header->figures.empty()) {
      readings_.missing.push_back(f);
    } else {
      settle_in_doubt({f}, header->figures, header->place);
    }
  }

  /// Figures of a row stand in one line, or each cell in a line.
  static bool in_one_line_or_each_in_its_own(
      const std::vector<Piece>& figures) {
    std::size_t lines = 1;
    for (std::size_t i = 1; i < figures.size(); ++i) {
      lines += figures[i].place.at.line != figures[i - 1].place.at.line ? 1 : 0;
    }
    return lines == 1 || lines == figures.size();
  }

  /// All headers that stand above others.
  bool has_upper_headers(const std::string& words, std::size_t table) const {
    return std::ranges::all_of(
        format_.tables[table].grid, [&](const GridCell& cell) {
          return cell.role != GridCell::Role::header || cell.column_span == 1 ||
                 words.find(fold(cell.text)) != std::string::npos;
        });
  }

  /// How many of the headers are among the words, one behind the other.
  static std::size_t headers_in(const std::string& words, const FormRow& form) {
    std::size_t at = 0;
    std::size_t named = 0;
    for (const Label& column : form.columns) {
      const std::size_t found = words.find(column.words(), at);
      if (found == std::string::npos) continue;
      at = found + column.words().size();
      ++named;
    }
    return named;
  }

  const PublishedPage& page_;
  const ReportFormat& format_;
  const PageFormat& words_;
  std::vector<FormRow> form_;
  std::vector<Stretch> stretches_;
  std::vector<std::size_t> groups_;  // rows that are printed group totals
  std::vector<std::size_t> blanks_;  // rows with bars and nothing in between
  TableReadings readings_;
};

}  // namespace

bool sums_hold(const ReportFormat& format,
               const std::map<CellIndex, Cell>& cells) {
  const auto value = [&](const Expression& side) -> std::optional<Decimal> {
    Decimal sum = side.constant;
    for (const Term& term : side.terms) {
      const auto found = cells.find(term.cell);
      if (term.last_year || found == cells.end() ||
          found->second.state != CellState::number) {
        return std::nullopt;
      }
      sum += term.factor * found->second.number;
    }
    return sum;
  };
  bool any = false;
  for (const Constraint& constraint : format.constraints) {
    if (!constraint.is_sum) continue;
    const auto left = value(constraint.holds.left);
    const auto right = value(constraint.holds.right);
    if (!left || !right) continue;
    if (*left != *right) return false;
    any = true;
  }
  return any;
}

TableReadings read_lines(const PublishedPage& page, std::size_t first,
                         std::size_t last, const ReportFormat& format,
                         const PageFormat& words) {
  return LineReader(page, format, words).read(first, last);
}

}  // namespace gov_report
