#include "import/read_lines.h"

#include <algorithm>

#include "base/text.h"
#include "import/held_label.h"
#include "import/line_headers.h"
#include "import/line_layout.h"
#include "import/lone_numbers.h"
#include "import/other_sense.h"
#include "import/row_figures.h"
#include "import/serial_numbers.h"
#include "import/stretch_rows.h"
#include "import/stretches.h"
#include "import/unlabelled_lines.h"

namespace gov_report {
namespace {

class LineReader {
 public:
  LineReader(const PublishedPage& page, const LinesOfTables& own,
             const PublishedForm& form, const PageFormat& words)
      : format_(*form.format),
        form_(form.rows),
        known_(form.words),
        headings_(form.headings),
        lines_(
            cut_stretches(page, own.first, own.last, form.words, words.figure)),
        stretches_(lines_.stretches),
        rows_(named_rows()),
        sense_(words.other_sense, own.year),
        headers_(lines_, form, sense_),
        layout_(stretches_, form),
        figures_(stretches_, form),
        lone_(page, own.first, own.last, stretches_),
        left_(own.left),
        readings_(format_.tables.size()) {
    readings_.score = rows_.score;
    readings_.repeated = rows_.twice.size();
  }

  TableReadings read() {
    for (std::size_t t = 0; t < format_.tables.size(); ++t) {
      if (!left_.contains(t)) find_other_headers(t);
    }
    for (std::size_t t = 0; t < format_.tables.size(); ++t) {
      if (left_.contains(t)) continue;
      if (has_labels(t)) {
        read_table(t);
      } else {
        read_unlabelled(t);
      }
    }
    for (const auto& [row, stretch] : rows_.moved) {
      readings_.moved.push_back({row, stretches_[stretch].place});
    }
    readings_.note_others(form_, standing_rows());
    return std::move(readings_);
  }

 private:
  StretchRows named_rows() {
    const std::size_t tables = format_.tables.size();
    StretchRows rows = name_rows(stretches_, form_, tables);
    if (!drop_serial_numbers(stretches_, form_, tables)) return rows;
    for (Stretch& stretch : stretches_) stretch.rows.clear();
    return name_rows(stretches_, form_, tables);
  }

  bool has_labels(std::size_t table) const {
    return std::ranges::any_of(form_, [&](const FormRow& row) {
      return row.table == table && !row.label.empty();
    });
  }

  /// Rows that the form does not have among those where it has them.
  std::vector<StandingRow> standing_rows() const {
    std::vector<StandingRow> standing;
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      for (const std::size_t row : stretches_[i].rows) {
        if (!rows_.moved.contains(row)) standing.push_back({0, row});
      }
      if (const auto other = others_.find(i); other != others_.end()) {
        standing.push_back({0, 0, other->second});
      }
      const auto unlabelled = unlabelled_.find(i);
      if (unlabelled != unlabelled_.end()) {
        standing.push_back({0, unlabelled->second});
      }
    }
    return standing;
  }

  /// Stretches whose rows and figures do not match one by one.
  struct Doubt {
    std::vector<std::size_t> rows;
    std::vector<TextPiece> figures;
    Place place;
    bool others = false;  ///< words that are not of the last row's label
  };

  void read_table(std::size_t table) {
    Doubt doubt;
    std::vector<bool> named(form_.size());
    const bool above = layout_.has_figures_above(table);
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      for (const std::size_t row : stretches_[i].rows) {
        if (form_[row].table != table) continue;
        named[row] = true;
        readings_.rows.emplace(row, stretches_[i].place);
        if (!above) continue;
        readings_.note_found(table, stretches_[i].place);
        readings_.note_unread(row, {}, stretches_[i].place,
                              UnreadRow::Doubt::above);
      }
      if (!above) read_stretch(table, i, doubt);
    }
    settle(doubt);
    readings_.note_missing(form_, table, rows_.groups,
                           [&](std::size_t f) { return named[f]; });
    if (figures_.are_exact()) {
      readings_.doubt_missing(
          form_, [&](std::size_t row) { return beginning_of(row); });
    }
  }

  std::optional<Place> beginning_of(std::size_t row) const {  // of its label
    for (const TextPiece& piece : lines_.words) {
      if (is_beginning(piece.text, form_[row]) && !is_printed(piece.text)) {
        return piece.place;
      }
    }
    return std::nullopt;
  }

  void read_stretch(std::size_t table, std::size_t i, Doubt& doubt) {
    const Stretch& stretch = stretches_[i];
    const auto own = std::ranges::count_if(stretch.rows, [&](std::size_t row) {
      return form_[row].table == table;
    });
    if (!stretch.rows.empty() && !is_of_table(stretch, form_, table)) {
      // The figures are those of another table's row, which stands behind.
      settle(doubt);
      for (const std::size_t row : stretch.rows) {
        if (form_[row].table == table) note_unread(row, {}, stretch.place);
      }
      return;
    }
    if (own == 0 && doubt.rows.empty()) {
      note_added(table, i);
      return;
    }
    if (own > 0) readings_.note_found(table, stretch.place);
    if (own == 1 && !figures_.of(i).empty()) {
      settle(doubt);
      read_alone(i);
    } else if (own == 1 && stretch.figures.empty() && blank_cells(stretch)) {
      settle(doubt);
      read_blank(i);
    } else {
      add_to(doubt, stretch, table);
      const bool enough = !doubt.figures.empty() &&
                          doubt.figures.size() == wanted_by(doubt.rows);
      if (enough) settle(doubt);
    }
  }

  void add_to(Doubt& doubt, const Stretch& stretch, std::size_t table) const {
    if (doubt.rows.empty()) {
      doubt.place = stretch.place;
      doubt.others = stretch.rows.size() == 1 &&
                     is_of_other_sense(stretch, stretch.rows.front());
    } else if (stretch.rows.empty()) {
      const std::string printed = fold(form_[doubt.rows.back()].printed);
      doubt.others |= printed.find(stretch.words) == std::string::npos;
    }
    for (const std::size_t row : stretch.rows) {
      if (form_[row].table == table) doubt.rows.push_back(row);
    }
    doubt.figures.insert(doubt.figures.end(), stretch.figures.begin(),
                         stretch.figures.end());
  }

  void read_blank(std::size_t i) {
    const Stretch& stretch = stretches_[i];
    const std::size_t row = stretch.rows.back();
    if (layout_.has_others_above(i)) {
      note_unread(row, stretches_[i - 1].figures, stretch.place);
      return;
    }
    for (const CellIndex cell : form_[stretch.rows.back()].cells) {
      readings_.cells[cell] = cell_from_text("", stretch.place);
    }
  }

  /// No row of the form, between two that are.
  void note_added(std::size_t table, std::size_t i) {
    const Stretch& stretch = stretches_[i];
    const bool inside = i > 0 && is_of_table(stretches_[i - 1], form_, table);
    if (!inside || stretch.figures.empty()) return;
    for (const std::string& known : known_) {
      if (known.size() > 6 && stretch.words.find(known) != std::string::npos) {
        return;
      }
    }
    if (character_count(stretch.words) > 20) return;
    const auto begins = [&](const FormRow& row) {
      return is_beginning(stretch.words, row);
    };
    if (figures_.are_exact() && std::ranges::any_of(form_, begins)) return;
    others_.try_emplace(i, AddedRow{table, stretch.words, stretch.place,
                                    joined(texts_of(stretch.figures))});
  }

  /// Column headers that stand nowhere, and something like them does.
  void find_other_headers(std::size_t table) {
    std::string all;
    for (const Stretch& stretch : stretches_) all += stretch.words;
    for (const GridCell& cell : format_.tables[table].grid) {
      if (cell.role != GridCell::Role::header) continue;
      const std::string header = fold(cell.text);
      if (all.find(header) != std::string::npos) continue;
      const auto like =
          std::ranges::find_if(lines_.words, [&](const TextPiece& piece) {
            return character_count(piece.text) == character_count(header) &&
                   likeness(std::string_view(piece.text),
                            std::string_view(header)) >= 60 &&
                   std::ranges::find(known_, piece.text) == known_.end();
          });
      if (like == lines_.words.end()) continue;
      readings_.labels.push_back({like->text, cell.text, like->place});
    }
  }

  std::size_t wanted_by(const std::vector<std::size_t>& rows) const {
    std::size_t wanted = 0;
    for (const std::size_t row : rows) wanted += form_[row].cells.size();
    return wanted;
  }

  void read_alone(std::size_t i) {
    const Stretch& stretch = stretches_[i];
    const std::size_t row = stretch.rows.back();
    const HeldLabel label = held_label(stretch.words, form_[row]);
    const bool sure =
        !rows_.twice.contains(row) && !is_of_other_sense(stretch, row) &&
        layout_.stands_in_line(i) && layout_.is_sure(i, label) &&
        !figures_.has_loose_below(i) &&
        !(figures_.are_exact() && layout_.has_others_above(i)) &&
        (figures_.has_columns(row) || stands_under_headers(form_[row])) &&
        (!lone_.may_number_page(i) ||
         figures_.are_confirmed(figures_.of(i), row));
    if (!sure) {
      note_unread(row, stretch.figures, stretch.place);
      return;
    }
    const bool goes_on =
        !label.rest.empty() && layout_.words_behind(i).starts_with(label.rest);
    if (!label.whole && !goes_on) {
      readings_.labels.push_back({stretch.words.substr(label.begin),
                                  form_[row].printed, stretch.place});
    }
    read_row(row, figures_.of(i));
  }

  /// As far as the order of words tells.
  bool stands_under_headers(const FormRow& row) {
    return !headers_.has_other_order(row) && !headers_.has_other_column(row) &&
           headers_.has_some(row);
  }

  /// Its label, with other words of its line, or between the row above and it,
  /// speaks of something else.
  bool is_of_other_sense(const Stretch& stretch, std::size_t row) const {
    const HeldLabel label = held_label(stretch.words, form_[row]);
    const std::uint64_t line = stretch.line_at(label.begin);
    const bool below = is_below_row_of(form_[row].block, stretch);
    std::string words;
    for (std::size_t i = 0; i < stretch.lines.size(); ++i) {
      const auto [begin, number] = stretch.lines[i];
      const std::string piece(stretch.piece(i));
      const bool before = number < line || begin + piece.size() <= label.begin;
      const bool other = (number == line || below) && !is_printed(piece);
      if (!before || other) words += piece;
    }
    return sense_.is_in(words, fold(form_[row].printed));
  }

  bool is_below_row_of(std::size_t block, const Stretch& stretch) const {
    const auto is_of_block = [&](const Stretch& above) {
      return !above.rows.empty() && form_[above.rows.back()].block == block;
    };
    const Stretch* const first = stretches_.data();
    return std::any_of(first, &stretch, is_of_block);
  }

  bool is_printed(const std::string& words) const {
    return std::ranges::binary_search(known_, words);
  }

  /// Bars for every cell, and nothing between them.
  bool blank_cells(const Stretch& stretch) const {
    return stretch.rows.size() == 1 &&
           stretch.bars >= form_[stretch.rows.back()].cells.size();
  }

  void read_row(std::size_t f, const std::vector<TextPiece>& figures) {
    readings_.read_row(form_[f], figures_.cells_of(f, figures));
  }

  void note_unread(std::size_t f, const std::vector<TextPiece>& figures,
                   const Place& place) {
    readings_.note_unread(f, texts_of(figures), place, UnreadRow::Doubt::lines);
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
      figures = figures_.apart(figures, doubt.rows[0]);
    }
    // Of several rows nothing says which is whose.
    const bool sure = doubt.rows.size() == 1 && !doubt.others &&
                      !figures_.has_columns(doubt.rows[0]) &&
                      figures.size() == wanted &&
                      !headers_.has_other_order(form_[doubt.rows[0]]) &&
                      figures_.are_confirmed(figures, doubt.rows[0]);
    if (sure) {
      read_row(doubt.rows[0], figures);
      return;
    }
    for (const std::size_t row : doubt.rows) {
      note_unread(row, doubt.figures, doubt.place);
    }
  }

  /// The figures behind the last of the headers.
  void read_unlabelled(std::size_t table) {
    const auto form = std::ranges::find(form_, table, &FormRow::table);
    if (form == form_.end()) return;
    const auto f = static_cast<std::size_t>(form - form_.begin());
    const auto found = unlabelled_lines(stretches_, format_, *form, headings_);
    if (!found) {
      readings_.missing.push_back(f);
      return;
    }
    const Stretch& header = stretches_[found->stretch];
    unlabelled_[found->stretch] = f;
    readings_.note_found(table, header.place);
    readings_.score += 100;
    if (found->doubtful || headers_.has_other_caption(found->stretch, *form)) {
      note_unread(f, header.figures, header.place);
    } else if (const auto placed = figures_.placed(found->stretch, f);
               !placed.empty()) {
      read_row(f, placed);
    } else if (header.figures.size() == form->cells.size() &&
               in_one_line_or_each_in_its_own(header.figures) &&
               (!figures_.are_exact() ||
                figures_.are_confirmed(header.figures, f))) {
      read_row(f, header.figures);
    } else if (header.figures.empty()) {
      readings_.missing.push_back(f);
    } else {
      settle_rows({{f}, header.figures, header.place});
    }
  }

  const ReportFormat& format_;
  const std::vector<FormRow>& form_;
  const std::vector<std::string>& known_;  // all that the form prints, folded
  const SectionHeadings& headings_;
  StretchesOfLines lines_;
  std::vector<Stretch>& stretches_;
  StretchRows rows_;
  OtherSense sense_;
  LineHeaders headers_;
  LineLayout layout_;
  RowFigures figures_;
  LoneNumbers lone_;
  const std::set<std::size_t>& left_;
  TableReadings readings_;
  std::map<std::size_t, AddedRow> others_;         // by stretch
  std::map<std::size_t, std::size_t> unlabelled_;  // rows of the form, so too
};

}  // namespace

TableReadings read_lines(const PublishedPage& page, const LinesOfTables& lines,
                         const PublishedForm& form, const PageFormat& words) {
  return LineReader(page, lines, form, words).read();
}

}  // namespace gov_report
