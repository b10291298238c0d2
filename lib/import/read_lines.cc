// Tables that are lines of text: copied out of a web page, or of a PDF.
//
// The text is cut into words and figures. Labels of the form are looked for in
// the words; the figures that follow belong to the label before them if there
// are as many as columns. Figures that have run together are read only if there
// is one way to take them apart and the sums of the form agree.

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "import/table_reading.h"
#include "import/text_pieces.h"

namespace gov_report {
namespace {

/// Words without figures in between, and the figures behind them.
struct Stretch {
  std::string words;  ///< folded
  std::vector<TextPiece> figures;
  std::size_t bars = 0;         ///< behind the words, before other words
  std::size_t bars_behind = 0;  ///< behind the last figure
  Place place;                  ///< of the last words
  /// Where in the words each line of the file begins.
  std::vector<std::pair<std::size_t, std::uint64_t>> lines = {};
  std::vector<std::size_t> rows = {};  ///< of the form, that the words name
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class LineReader {
 public:
  LineReader(const PublishedPage& page, const PublishedForm& form,
             const PageFormat& words)
      : page_(page),
        format_(*form.format),
        words_(words),
        form_(form.rows),
        known_(form.words) {
    readings_.found.resize(format_.tables.size());
    readings_.places.resize(format_.tables.size());
  }

  TableReadings read(std::size_t first, std::size_t last) {
    cut(first, last);
    find_groups();
    for (std::size_t t = 0; t < format_.tables.size(); ++t) {
      name_rows(t);
      add_last_blanks(t);
      find_other_headers(t);
    }
    for (Stretch& stretch : stretches_) std::ranges::sort(stretch.rows);
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
    std::vector<TextPiece> pieces;
    for (std::size_t b = first; b < last; ++b) {
      const PageBlock& block = page_.blocks[b];
      if (block.runs.empty()) continue;
      Place place;
      place.file = page_.file;
      place.at = block.runs.front().at;
      const std::string line = text_of(block);
      place.excerpt = std::string(trimmed(first_characters(line, 160)));
      cut_line(line, place, known_, words_.figure, pieces);
    }
    join_labels(pieces);
    for (TextPiece& piece : pieces) {
      if (piece.bar) {
        if (stretches_.empty()) continue;
        ++stretches_.back().bars;
        ++stretches_.back().bars_behind;
        continue;
      }
      if (piece.figure) {
        if (stretches_.empty()) continue;
        stretches_.back().figures.push_back(std::move(piece));
        stretches_.back().bars_behind = 0;
        continue;
      }
      pieces_.push_back({fold(piece.text), piece.place});
      // Two bars are a blank cell: what follows is another row.
      if (stretches_.empty() || !stretches_.back().figures.empty() ||
          stretches_.back().bars > 1) {
        stretches_.push_back({});
      }
      stretches_.back().place = piece.place;
      stretches_.back().lines.emplace_back(stretches_.back().words.size(),
                                           piece.place.at.line);
      stretches_.back().words += fold(piece.text);
      stretches_.back().bars = 0;
    }
  }

  bool has_labels(std::size_t table) const {
    return std::ranges::any_of(form_, [&](const FormRow& row) {
      return row.table == table && !row.label.empty();
    });
  }

  /// Where the words hold a label, or the beginning of it.
  struct Held {
    int percent = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string rest;  ///< of the label, where only its beginning is there
    bool whole = false;
  };

  /// Where the words hold a label behind its number, however that is marked.
  static std::size_t find_numbered(const std::string& words,
                                   const Label& label) {
    std::size_t at = words.rfind(label.words());
    for (; at != std::string::npos;
         at = at == 0 ? std::string::npos
                      : words.rfind(label.words(), at - 1)) {
      if (is_behind_number(words, at, label)) return at;
    }
    return at;
  }

  static bool is_behind_number(const std::string& words, std::size_t at,
                               const Label& label) {
    std::string_view before = std::string_view(words).substr(0, at);
    for (const std::string_view mark : {")", ".", "\u3001", ",", ":"}) {
      if (!before.ends_with(mark)) continue;
      before.remove_suffix(mark.size());
      return before.ends_with(label.number());
    }
    return false;
  }

  static Held held(const std::string& words, const FormRow& row) {
    const Label& label = row.label;
    const bool numbered = !label.number().empty();
    const std::size_t behind_number =
        numbered ? find_numbered(words, label) : std::string::npos;
    if (behind_number != std::string::npos) {
      return {
          100, behind_number, behind_number + label.words().size(), {}, true};
    }
    // Words as short as "other" are nothing without their number.
    const std::size_t length = character_count(label.words());
    if (numbered && length < 4) return {};
    const std::size_t plain = words.rfind(label.words());
    if (plain != std::string::npos) {
      return {
          numbered ? 92 : 100, plain, plain + label.words().size(), {}, true};
    }
    if (Held begun = held_begin(words, label); begun.percent > 0) return begun;
    const std::string end = last_characters(words, length);
    const int percent =
        likeness(std::string_view(end), std::string_view(label.words()));
    if (percent < 70) return {};
    return {percent, words.size() - end.size(), words.size(), {}, false};
  }

  /// The words end with the beginning of a label, behind its number.
  static Held held_begin(const std::string& words, const Label& label) {
    const std::size_t length = character_count(label.words());
    for (std::size_t count = length - 1; count >= 2; --count) {
      const std::string_view begin = first_characters(label.words(), count);
      if (!std::string_view(words).ends_with(begin)) continue;
      const std::size_t at = words.size() - begin.size();
      const bool numbered = !label.number().empty();
      if (numbered ? !is_behind_number(words, at, label) : count < 4) continue;
      return {70 + static_cast<int>(25 * count / length), at, words.size(),
              label.words().substr(begin.size()), false};
    }
    return {};
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
          form_[f].parts > 0 && std::ranges::find(groups_, f) == groups_.end();
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
        const int percent = held(stretches_[i].words, form_[form[k]]).percent;
        alike[i][k] =
            percent * percent / 100 * (stretches_[i].figures.empty() ? 1 : 2);
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
      if (held(stretch.words, form_[f]).percent == 100) {
        found.push_back(&stretch);
      }
    }
    const auto same = [](const TextPiece& a, const TextPiece& b) {
      return a.text == b.text;
    };
    for (std::size_t i = 1; i < found.size(); ++i) {
      if (!std::ranges::equal(found[i]->figures, found[0]->figures, same)) {
        ++readings_.repeated;
        repeated_.push_back(f);
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
        parts = parts ||
                std::ranges::any_of(stretches_, [&](const Stretch& stretch) {
                  return held(stretch.words, form_[k]).percent > 0;
                });
      }
      if (!parts) groups_.push_back(f);
    }
  }

  /// Stretches whose rows and figures do not match one by one.
  struct Doubt {
    std::vector<std::size_t> rows;
    std::vector<TextPiece> figures;
    Place place;
  };

  void read_table(std::size_t table) {
    Doubt doubt;
    std::vector<bool> named(form_.size());
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      const Stretch& stretch = stretches_[i];
      std::size_t own = 0;
      for (const std::size_t row : stretch.rows) {
        if (form_[row].table != table) continue;
        ++own;
        named[row] = true;
      }
      if (!stretch.rows.empty() && !is_of(stretch, table)) {
        // The figures are those of another table's row, which stands behind.
        settle(doubt);
        for (const std::size_t row : stretch.rows) {
          if (form_[row].table == table) note_unread(row, {}, stretch.place);
        }
        continue;
      }
      if (own == 0 && doubt.rows.empty()) {
        note_added(table, i);
        continue;
      }
      if (own > 0 && !readings_.found[table]) {
        readings_.found[table] = true;
        readings_.places[table] = stretch.place;
      }
      if (own == 1 && stands_alone(stretch)) {
        settle(doubt);
        read_alone(i);
        continue;
      }
      if (own == 1 && stretch.figures.empty() && blank_cells(stretch)) {
        settle(doubt);
        read_blank(stretch);
        continue;
      }
      add_to(doubt, stretch, table);
      if (!doubt.figures.empty() &&
          doubt.figures.size() == wanted_by(doubt.rows)) {
        settle(doubt);
      }
    }
    settle(doubt);
    for (std::size_t f = 0; f < form_.size(); ++f) {
      const bool wanted = form_[f].table == table && form_[f].parts == 0 &&
                          !is_part_of_printed_group(f);
      if (wanted && !named[f]) readings_.missing.push_back(f);
    }
  }

  void add_to(Doubt& doubt, const Stretch& stretch, std::size_t table) const {
    if (doubt.rows.empty()) doubt.place = stretch.place;
    for (const std::size_t row : stretch.rows) {
      if (form_[row].table == table) doubt.rows.push_back(row);
    }
    doubt.figures.insert(doubt.figures.end(), stretch.figures.begin(),
                         stretch.figures.end());
  }

  void read_blank(const Stretch& stretch) {
    for (const CellIndex cell : form_[stretch.rows.back()].cells) {
      readings_.cells[cell] = cell_from_text("", stretch.place);
    }
  }

  /// Words with figures that are no row of the form, between two that are.
  void note_added(std::size_t table, std::size_t i) {
    const Stretch& stretch = stretches_[i];
    const bool inside = i > 0 && is_of(stretches_[i - 1], table);
    if (!inside || stretch.figures.empty()) return;
    for (const std::string& known : known_) {
      if (known.size() > 6 && stretch.words.find(known) != std::string::npos) {
        return;
      }
    }
    if (character_count(stretch.words) > 20) return;
    readings_.added.push_back({table, stretch.words, stretch.place});
  }

  bool is_of(const Stretch& stretch, std::size_t table) const {
    return !stretch.rows.empty() && form_[stretch.rows.back()].table == table;
  }

  /// Bars behind the last figure of a row are blank cells if every row of the
  /// table has as many cells as columns: then none has been lost.
  void add_last_blanks(std::size_t table) {
    std::vector<Stretch*> rows;
    std::size_t closing = static_cast<std::size_t>(-1);  // bars of a full line
    for (Stretch& stretch : stretches_) {
      if (stretch.figures.empty()) continue;
      closing = std::min(closing, stretch.bars_behind);
      if (is_of(stretch, table)) rows.push_back(&stretch);
    }
    if (closing > 1) return;
    for (const Stretch* stretch : rows) {
      const std::size_t cells =
          stretch->figures.size() + stretch->bars_behind - closing;
      if (cells != form_[stretch->rows.back()].cells.size()) return;
    }
    for (Stretch* stretch : rows) {
      for (std::size_t i = closing; i < stretch->bars_behind; ++i) {
        stretch->figures.push_back({"", stretch->figures.back().place, true});
      }
    }
  }

  /// Column headers that stand nowhere as the form has them, and something
  /// like them does.
  void find_other_headers(std::size_t table) {
    std::string all;
    for (const Stretch& stretch : stretches_) all += stretch.words;
    for (const GridCell& cell : format_.tables[table].grid) {
      if (cell.role != GridCell::Role::header) continue;
      const std::string header = fold(cell.text);
      if (all.find(header) != std::string::npos) continue;
      const auto like =
          std::ranges::find_if(pieces_, [&](const TextPiece& piece) {
            return character_count(piece.text) == character_count(header) &&
                   likeness(std::string_view(piece.text),
                            std::string_view(header)) >= 60 &&
                   std::ranges::find(known_, piece.text) == known_.end();
          });
      if (like == pieces_.end()) continue;
      readings_.labels.push_back({like->text, cell.text, like->place});
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

  void read_alone(std::size_t i) {
    const Stretch& stretch = stretches_[i];
    const std::size_t row = stretch.rows.back();
    const std::size_t wanted = form_[row].cells.size();
    const Held label = held(stretch.words, form_[row]);
    const bool twice = std::ranges::find(repeated_, row) != repeated_.end();
    if (twice || !stands_in_line(i) || !is_sure(i, label) ||
        !has_headers(form_[row])) {
      note_unread(row, stretch.figures, stretch.place);
      return;
    }
    const bool goes_on =
        !label.rest.empty() && words_behind(i).starts_with(label.rest);
    if (!label.whole && !goes_on) {
      readings_.labels.push_back({stretch.words.substr(label.begin),
                                  form_[row].printed, stretch.place});
    }
    read_row(row, stretch.figures.size() == wanted
                      ? stretch.figures
                      : taken_apart(stretch.figures, wanted));
  }

  /// Figures stand in one line, or each in its own; and one alone in a line
  /// below its label is none where the others stand beside theirs: it may be
  /// the number of the page.
  bool stands_in_line(std::size_t i) {
    const Stretch& stretch = stretches_[i];
    if (!in_one_line_or_each_in_its_own(stretch.figures)) return false;
    if (stretch.figures.size() > 1 || is_beside(stretch)) return true;
    if (counts_next_line(i)) return false;
    const std::size_t table = form_[stretch.rows.back()].table;
    const auto [known, is_new] = in_line_.emplace(table, false);
    if (is_new) {
      std::size_t beside = 0;
      std::size_t below = 0;
      for (const Stretch& other : stretches_) {
        if (!is_of(other, table) || other.figures.empty()) continue;
        ++(is_beside(other) ? beside : below);
      }
      known->second = beside > below;
    }
    return !known->second;
  }

  /// Words follow the last figure in its line: it may number their row.
  bool counts_next_line(std::size_t i) const {
    return i + 1 < stretches_.size() &&
           stretches_[i + 1].lines.front().second ==
               stretches_[i].figures.back().place.at.line;
  }

  static bool is_beside(const Stretch& stretch) {
    return stretch.figures.empty() ||
           stretch.figures.front().place.at.line == stretch.lines.back().second;
  }

  /// Whether some header of the row's columns is there: forms differ in them.
  bool has_headers(const FormRow& row) const {
    return std::ranges::any_of(row.columns, [&](const Label& column) {
      return std::ranges::any_of(stretches_,
                                 [&](const Stretch& stretch) {
                                   return stretch.words.find(column.words()) !=
                                          std::string::npos;
                                 }) ||
             std::ranges::any_of(pieces_, [&](const TextPiece& piece) {
               return likeness(Label(piece.text), column) >= 70;
             });
    });
  }

  /// The label ends where the figures begin, or goes on right behind them. A
  /// label that is not whole is one if another begins behind its figures.
  bool is_sure(std::size_t i, const Held& label) const {
    const Stretch& stretch = stretches_[i];
    const std::string printed = fold(form_[stretch.rows.back()].printed);
    const std::string rest = stretch.words.substr(label.end);
    if (label.whole && is_across_lines(stretch, label)) return false;
    if (label.whole) {
      const bool note = rest.starts_with('(') && rest.ends_with(')') &&
                        Label(rest).number().empty();
      return rest.empty() || note || printed.find(rest) != std::string::npos;
    }
    const std::string& next = words_behind(i);
    if (!label.rest.empty() && next.starts_with(label.rest)) return true;
    return next.empty() || begins_with_label(i + 1);
  }

  /// A label over several lines with its figures beside the last of them: in
  /// a table laid out in columns those stand beside the middle or the first.
  static bool is_across_lines(const Stretch& stretch, const Held& label) {
    if (stretch.figures.empty()) return false;
    const std::uint64_t last = stretch.lines.back().second;
    return stretch.figures.front().place.at.line == last &&
           line_at(stretch, label.begin) != line_at(stretch, label.end - 1);
  }

  static std::uint64_t line_at(const Stretch& stretch, std::size_t offset) {
    std::uint64_t line = 0;
    for (const auto& [begin, number] : stretch.lines) {
      if (begin <= offset) line = number;
    }
    return line;
  }

  bool begins_with_label(std::size_t i) const {
    const Stretch& stretch = stretches_[i];
    if (!Label(stretch.words).number().empty()) return true;
    if (!stretch.rows.empty() &&
        held(stretch.words, form_[stretch.rows.front()]).begin == 0) {
      return true;
    }
    return std::ranges::any_of(known_, [&](const std::string& known) {
      return stretch.words.starts_with(known);
    });
  }

  const std::string& words_behind(std::size_t i) const {
    static const std::string kNone;
    return i + 1 < stretches_.size() ? stretches_[i + 1].words : kNone;
  }

  static bool all_zero(const std::vector<TextPiece>& figures) {
    return std::ranges::all_of(figures, [](const TextPiece& figure) {
      return half_width(figure.text) == "0";
    });
  }

  std::map<CellIndex, Cell> cells_of(
      std::size_t row, const std::vector<TextPiece>& figures) const {
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

  void read_row(std::size_t f, const std::vector<TextPiece>& figures) {
    const FormRow& row = form_[f];
    auto cells = cells_of(f, figures);
    if (row.parts > 0) {
      readings_.groups.insert(readings_.groups.end(), row.cells.begin(),
                              row.cells.end());
    }
    readings_.cells.merge(cells);
  }

  void note_unread(std::size_t f, const std::vector<TextPiece>& figures,
                   const Place& place) {
    std::string printed;
    for (const TextPiece& figure : figures) {
      if (printed.size() > 60) break;
      printed += (printed.empty() ? "" : " ") + figure.text;
    }
    readings_.unread.push_back({f, printed, place});
  }

  /// Reads what is in doubt if there is one way to read it.
  void settle(Doubt& doubt) {
    if (!doubt.rows.empty()) settle_rows(doubt);
    doubt = {};
  }

  void settle_rows(const Doubt& doubt) {
    const std::size_t wanted = wanted_by(doubt.rows);
    std::vector<TextPiece> figures = doubt.figures;
    if (doubt.rows.size() == 1 && figures.size() != wanted) {
      figures = taken_apart(figures, wanted);
    }
    // Of several rows nothing says which is whose.
    const bool sure = doubt.rows.size() == 1 && figures.size() == wanted &&
                      (all_zero(figures) ||
                       sums_hold(format_, cells_of(doubt.rows[0], figures)));
    if (sure) {
      read_row(doubt.rows[0], figures);
      return;
    }
    for (const std::size_t row : doubt.rows) {
      note_unread(row, doubt.figures, doubt.place);
    }
  }

  /// Figures run together, where each digit must be one: as many digits as
  /// figures are wanted. Else as they are.
  static std::vector<TextPiece> taken_apart(
      const std::vector<TextPiece>& figures, std::size_t wanted) {
    std::vector<TextPiece> apart;
    for (const TextPiece& figure : figures) {
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
      read_row(f, header->figures);
    } else if (header->figures.empty()) {
      readings_.missing.push_back(f);
    } else {
      Doubt doubt{{f}, header->figures, header->place};
      settle(doubt);
    }
  }

  /// Figures of a row stand in one line, or each cell in a line.
  static bool in_one_line_or_each_in_its_own(
      const std::vector<TextPiece>& figures) {
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
  const std::vector<FormRow>& form_;
  const std::vector<std::string>& known_;  // all that the form prints, folded
  std::vector<Stretch> stretches_;
  std::vector<TextPiece> pieces_;        // the words one by one, folded
  std::vector<std::size_t> repeated_;    // rows that stand twice
  std::map<std::size_t, bool> in_line_;  // by table: figures beside labels
  std::vector<std::size_t> groups_;      // rows that are printed group totals
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
                         std::size_t last, const PublishedForm& form,
                         const PageFormat& words) {
  return LineReader(page, form, words).read(first, last);
}

}  // namespace gov_report
