#include "import/run_together.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::vector<TextPiece> taken_apart(const std::vector<TextPiece>& figures,
                                   std::size_t wanted) {
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

bool all_zero(const std::vector<TextPiece>& figures) {
  return std::ranges::all_of(figures, [](const TextPiece& figure) {
    return half_width(figure.text) == "0";
  });
}

}  // namespace gov_report
