#include "import/figure_looks.h"

#include "base/text.h"
#include "tally/table.h"

namespace gov_report {

bool is_figure(std::string_view text, const FigureWords& words) {
  const Cell cell = cell_from_text(text, {});
  return cell.state != CellState::text ||
         is_figure_with_words(fold(text), words);
}

bool is_figure_with_words(std::string_view folded, const FigureWords& words) {
  return character_count(folded) <= static_cast<std::size_t>(words.longest) &&
         words.any.matches(folded);
}

}  // namespace gov_report
