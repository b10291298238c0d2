#include "import/line_layout.h"

#include <algorithm>

#include "base/text.h"
#include "import/stretch_rows.h"

namespace gov_report {
namespace {

/// The lines are those of a page as it is printed: of a PDF.
bool is_printed_page(const Stretch& stretch) {
  return !stretch.figures.empty() && stretch.figures.front().across.exact;
}

bool is_over_lines(const Stretch& stretch, const HeldLabel& label) {
  return stretch.line_at(label.begin) != stretch.line_at(label.end - 1);
}

/// A label over several lines with its figures beside the last of them: in
/// a table laid out in columns those stand beside the middle or the first.
bool is_across_lines(const Stretch& stretch, const HeldLabel& label) {
  if (stretch.figures.empty()) return false;
  const std::uint64_t last = stretch.lines.back().second;
  return stretch.figures.front().line == last && is_over_lines(stretch, label);
}

/// Figures of a printed page in a line below the label, or beside the last of
/// its lines: they may be those of the next row.
bool may_be_of_next(const Stretch& stretch, const HeldLabel& label) {
  return is_printed_page(stretch) &&
         (is_across_lines(stretch, label) || !stretch.is_beside_figures());
}

}  // namespace

bool LineLayout::stands_in_line(std::size_t i) {
  const Stretch& stretch = stretches_[i];
  // Blank cells stand beside the label.
  if (stretch.bars_before > 1 && !stretch.is_beside_figures()) return false;
  if (!in_one_line_or_each_in_its_own(stretch.figures)) return false;
  const bool in_lines =
      !stretch.figures.empty() &&
      stretch.figures.front().line != stretch.figures.back().line;
  // The last one may number their row.
  if (in_lines && has_words_beside(stretches_, i)) return false;
  if (stretch.figures.size() > 1 || stretch.is_beside_figures()) return true;
  if (has_words_beside(stretches_, i)) return false;
  const std::size_t table = form_[stretch.rows.back()].table;
  const auto [known, is_new] = in_line_.emplace(table, false);
  if (is_new) known->second = has_figures_beside(table);
  return !known->second;
}

bool LineLayout::has_figures_above(std::size_t table) const {
  const auto is_of = [&](const Stretch& stretch) {
    return is_of_table(stretch, form_, table);
  };
  const auto first = std::ranges::find_if(stretches_, is_of);
  if (first == stretches_.end() || first == stretches_.begin()) return false;
  const std::vector<TextPiece>& figures = (first - 1)->figures;
  const FormRow& row = form_[first->rows.front()];
  const bool above = figures.size() == row.cells.size() &&
                     in_one_line_or_each_in_its_own(figures) &&
                     figures.front().line != (first - 1)->lines.back().second &&
                     figures.back().line != first->lines.front().second;
  if (!above || has_figures_beside(table)) return false;
  const auto last = std::find_if(stretches_.rbegin(), stretches_.rend(), is_of);
  const HeldLabel label = held_label(last->words, form_[last->rows.back()]);
  return !number_columns(figures) || last->figures.empty() ||
         last->line_at(label.end - 1) != last->lines.back().second;
}

/// Most labels of the table have figures in their own line.
bool LineLayout::has_figures_beside(std::size_t table) const {
  std::size_t beside = 0;
  std::size_t below = 0;
  for (const Stretch& stretch : stretches_) {
    if (!is_of_table(stretch, form_, table) || stretch.figures.empty())
      continue;
    ++(stretch.is_beside_figures() ? beside : below);
  }
  return beside > below;
}

/// The label ends where the figures begin, or goes on right behind them. A
/// label that is not whole is one if another begins behind its figures.
bool LineLayout::is_sure(std::size_t i, const HeldLabel& label) const {
  const Stretch& stretch = stretches_[i];
  const std::string printed = fold(form_[stretch.rows.back()].printed);
  const std::string rest = stretch.words.substr(label.end);
  if (label.whole && is_across_lines(stretch, label)) return false;
  const bool goes_on =
      !label.rest.empty() && words_behind(i).starts_with(label.rest);
  if (!goes_on && may_be_of_next(stretch, label) &&
      (!label.whole || is_over_lines(stretch, label))) {
    return false;
  }
  if (label.whole) {
    const bool note = rest.starts_with('(') && rest.ends_with(')') &&
                      Label(rest).number().empty();
    return rest.empty() || note || printed.find(rest) != std::string::npos;
  }
  const std::string& next = words_behind(i);
  if (goes_on) {
    // Figures beside the rest may be the ends of these.
    return !is_printed_page(stretch) || stretches_[i + 1].figures.empty() ||
           !stretches_[i + 1].rows.empty();
  }
  return next.empty() || begins_with_label(i + 1);
}

bool LineLayout::begins_with_label(std::size_t i) const {
  const Stretch& stretch = stretches_[i];
  if (!Label(stretch.words).number().empty()) return true;
  if (!stretch.rows.empty() &&
      held_label(stretch.words, form_[stretch.rows.front()]).begin == 0) {
    return true;
  }
  // Those that are misprinted too; what is left of a label is shorter.
  constexpr std::size_t kShortest = 5;
  constexpr int kLeast = 75;
  const std::size_t end =
      stretch.lines.size() > 1 ? stretch.lines[1].first : stretch.words.size();
  const std::string_view first = std::string_view(stretch.words).substr(0, end);
  const bool is_long = character_count(first) >= kShortest;
  return std::ranges::any_of(known_, [&](const std::string& known) {
    return stretch.words.starts_with(known) ||
           (is_long && likeness(first, std::string_view(known)) >= kLeast);
  });
}

bool LineLayout::has_others_above(std::size_t stretch) const {
  if (stretch == 0) return false;
  const Stretch& above = stretches_[stretch - 1];
  // Behind words that the form does not print they are those of a label that is
  // cut, if the row has its own beside its label.
  const bool cut = !std::ranges::binary_search(
      known_, std::string(above.piece(above.lines.size() - 1)));
  if (cut && stretches_[stretch].is_beside_figures()) return false;
  const std::size_t own = form_[stretches_[stretch].rows.back()].cells.size();
  std::size_t others = 0;
  for (const std::size_t row : above.rows) others += form_[row].cells.size();
  // Of one column, others may stand beside each.
  if (!above.rows.empty() && (own == 1 || above.figures.size() < others)) {
    return false;
  }
  return above.figures.size() - others == own && !number_columns(above.figures);
}

const std::string& LineLayout::words_behind(std::size_t i) const {
  static const std::string kNone;
  return i + 1 < stretches_.size() ? stretches_[i + 1].words : kNone;
}

}  // namespace gov_report
