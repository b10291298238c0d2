#include "import/figure_looks.h"

#include <charconv>

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

bool count_on(const std::vector<std::string_view>& figures) {
  constexpr std::size_t kFewest = 3;
  int first = 0;
  int before = 0;
  std::size_t steps = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const std::string_view text = figures[i];
    const char* const end = text.data() + text.size();
    int number = 0;
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end) return false;
    if (i == 0) first = number;
    const bool next = i > 0 && number == before + 1;
    if (i > 0 && !next && number != first) return false;
    steps += next ? 1 : 0;
    before = number;
  }
  return figures.size() >= kFewest && steps * 3 >= figures.size() * 2;
}

}  // namespace gov_report
