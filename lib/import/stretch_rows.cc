#include "import/stretch_rows.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "import/held_label.h"

namespace gov_report {
namespace {

class RowNamer {
 public:
  RowNamer(std::vector<Stretch>& stretches, const std::vector<FormRow>& form)
      : stretches_(stretches), form_(form) {}

  StretchRows name(std::size_t tables) {
    find_groups();
    for (std::size_t t = 0; t < tables; ++t) {
      name_table(t);
      add_last_blanks(t);
    }
    find_moved();
    for (Stretch& stretch : stretches_) std::ranges::sort(stretch.rows);
    return std::move(rows_);
  }

 private:
  /// Lays the rows of the form over the stretches, in order; several may be
  /// named by one.
  void name_table(std::size_t table) {
    std::vector<std::size_t> form;
    for (std::size_t f = 0; f < form_.size(); ++f) {
      const bool group = form_[f].parts > 0 && !rows_.groups.contains(f);
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
        const int percent =
            held_label(stretches_[i].words, form_[form[k]]).percent;
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
    rows_.score += best[n][m];
    for (const std::size_t f : form) count_repeated(f);
  }

  /// A row that stands twice with other figures, or once more without its
  /// own: those may have been lost there, or not been filled in.
  void count_repeated(std::size_t f) {
    std::vector<const Stretch*> found;
    std::size_t bare = 0;
    bool named_otherwise = false;
    for (const Stretch& stretch : stretches_) {
      const bool whole = stretch.figures.size() == form_[f].cells.size() &&
                         held_label(stretch.words, form_[f]).percent == 100;
      if (whole) found.push_back(&stretch);
      const std::size_t own = bare_labels(stretch, form_[f].label, whole);
      bare += own;
      const bool named =
          std::ranges::find(stretch.rows, f) != stretch.rows.end();
      named_otherwise = named_otherwise || (named && !whole && own == 0);
    }
    const auto is_other = [&](const Stretch* stretch) {
      return !std::ranges::equal(stretch->figures, found[0]->figures, {},
                                 &TextPiece::text, &TextPiece::text);
    };
    if ((bare > 0 && (named_otherwise || bare + found.size() > 1)) ||
        std::ranges::any_of(found, is_other)) {
      rows_.twice.insert(f);
    }
  }

  /// How often a label that only one row has stands in lines of its own. `own`:
  /// the last one has its figures.
  std::size_t bare_labels(const Stretch& stretch, const Label& label,
                          bool own) const {
    const std::string& words = label.words();
    std::size_t count = 0;
    std::size_t at =
        words.empty() ? std::string::npos : stretch.words.find(words);
    while (at != std::string::npos) {
      const std::size_t next = stretch.words.find(words, at + 1);
      const bool has_figures = own && next == std::string::npos;
      count += !has_figures && has_own_lines(stretch, at, label) ? 1 : 0;
      at = next;
    }
    return count > 0 && is_shared(label) ? 0 : count;
  }

  static bool has_own_lines(const Stretch& stretch, std::size_t at,
                            const Label& label) {
    constexpr int kMostPieces = 8;  // of a label, its number and mark too
    const std::size_t end = at + label.words().size();
    if (end != stretch.words.size() && !begins_line(stretch, end)) return false;
    auto piece = std::ranges::upper_bound(stretch.lines, at, {}, &Begin::first);
    for (int i = 0; i < kMostPieces && piece != stretch.lines.begin(); ++i) {
      --piece;
      if (!begins_line(stretch, piece->first)) continue;
      const Label printed(
          stretch.words.substr(piece->first, end - piece->first));
      return is_exactly(printed, label);
    }
    return false;
  }

  using Begin = std::pair<std::size_t, std::uint64_t>;  // of a piece; its line

  static bool begins_line(const Stretch& stretch, std::size_t offset) {
    const auto& lines = stretch.lines;
    const auto piece =
        std::ranges::lower_bound(lines, offset, {}, &Begin::first);
    if (piece == lines.end() || piece->first != offset) return false;
    return piece == lines.begin() || std::prev(piece)->second != piece->second;
  }

  bool is_shared(const Label& label) const {
    return std::ranges::count_if(form_, [&](const FormRow& row) {
             return same_words(row.label, label);
           }) > 1;
  }

  /// Rows of the form that are not where it has them.
  void find_moved() {
    std::set<std::size_t> named;
    for (const Stretch& stretch : stretches_) {
      named.insert(stretch.rows.begin(), stretch.rows.end());
    }
    for (std::size_t f = 0; f < form_.size(); ++f) {
      if (named.contains(f) || form_[f].parts > 0) continue;
      const std::size_t i = only_stretch_of(f);
      if (i == stretches_.size() || !stretches_[i].rows.empty() ||
          stretches_[i].figures.size() != form_[f].cells.size() ||
          !stands_in_block(i, form_[f].block)) {
        continue;
      }
      stretches_[i].rows.push_back(f);
      rows_.moved[f] = i;
    }
  }

  /// The one stretch that ends with that label, which no other row of the form
  /// has; all of them: there is none, or it is not sure.
  std::size_t only_stretch_of(std::size_t f) const {
    constexpr std::size_t kShortest = 4;  // if its number tells it from others
    const Label& own = form_[f].label;
    const bool is_short =
        !own.number().empty() && own.characters().size() < kShortest;
    std::size_t found = stretches_.size();
    if (own.empty() || is_short || is_shared(own)) return found;
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      const std::string& words = stretches_[i].words;
      if (words.find(own.words()) == std::string::npos) continue;
      const HeldLabel held = held_label(words, form_[f]);
      const bool exact = held.percent == 100 && held.end == words.size();
      if (!exact || found != stretches_.size()) return stretches_.size();
      found = i;
    }
    return found;
  }

  /// Beside a row of the form that stands under the same headers.
  bool stands_in_block(std::size_t i, std::size_t block) const {
    const auto is_of_block = [&](std::size_t k) {
      return k < stretches_.size() && !stretches_[k].rows.empty() &&
             form_[stretches_[k].rows.back()].block == block;
    };
    return is_of_block(i - 1) || is_of_block(i + 1);
  }

  /// The total of a group counts as printed if none of its rows is there.
  void find_groups() {
    for (std::size_t f = 0; f < form_.size(); ++f) {
      if (form_[f].parts == 0) continue;
      bool parts = false;
      for (std::size_t k = f + 1; k <= f + form_[f].parts; ++k) {
        parts = parts ||
                std::ranges::any_of(stretches_, [&](const Stretch& stretch) {
                  return held_label(stretch.words, form_[k]).percent > 0;
                });
      }
      if (!parts) rows_.groups.insert(f);
    }
  }

  /// Bars behind the last figure of a row are blank cells if every row of the
  /// table has as many cells as columns: then none has been lost.
  void add_last_blanks(std::size_t table) {
    std::vector<Stretch*> rows;
    std::size_t closing = static_cast<std::size_t>(-1);  // bars of a full line
    for (Stretch& stretch : stretches_) {
      if (stretch.figures.empty()) continue;
      closing = std::min(closing, stretch.bars_behind);
      if (is_of_table(stretch, form_, table)) rows.push_back(&stretch);
    }
    if (closing > 1) return;
    for (const Stretch* stretch : rows) {
      const std::size_t cells =
          stretch->figures.size() + stretch->bars_behind - closing;
      if (cells != form_[stretch->rows.back()].cells.size()) return;
    }
    for (Stretch* stretch : rows) {
      for (std::size_t i = closing; i < stretch->bars_behind; ++i) {
        TextPiece blank{"", stretch->figures.back().place, true};
        blank.line = stretch->figures.back().line;
        stretch->figures.push_back(std::move(blank));
      }
    }
  }

  std::vector<Stretch>& stretches_;
  const std::vector<FormRow>& form_;
  StretchRows rows_;
};

}  // namespace

StretchRows name_rows(std::vector<Stretch>& stretches,
                      const std::vector<FormRow>& form, std::size_t tables) {
  return RowNamer(stretches, form).name(tables);
}

bool is_of_table(const Stretch& stretch, const std::vector<FormRow>& form,
                 std::size_t table) {
  return !stretch.rows.empty() && form[stretch.rows.back()].table == table;
}

}  // namespace gov_report
