#include "import/figure_looks.h"

#include "base/text.h"
#include "tally/table.h"

namespace gov_report {

bool is_figure(std::string_view text, const FigureWords& words) {
  const Cell cell = cell_from_text(text, {});
  return cell.state != CellState::text || is_figure_with_words(text, words);
}

bool is_figure_with_words(std::string_view text, const FigureWords& words) {
  const std::string folded = fold(text);
  if (character_count(folded) > static_cast<std::size_t>(words.longest)) {
    return false;
  }
  return words.after.matches(folded) || words.before.matches(folded) ||
         words.instead.matches(folded);
}

}  // namespace gov_report
