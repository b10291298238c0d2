#include "import/other_sense.h"

#include <charconv>

namespace gov_report {
namespace {

/// Group 1; empty: the pattern does not match.
std::string_view first_group(const Pattern& pattern, std::string_view text) {
  const auto spans = pattern.spans(text);
  return spans.size() < 2 ? std::string_view() : spans[1].of(text);
}

}  // namespace

bool OtherSense::is_in(std::string_view printed,
                       std::string_view of_form) const {
  if (words_.note.matches(printed)) return false;
  const bool timed = words_.time.matches(of_form);
  if (!timed && words_.time.matches(printed)) return true;
  if (!timed && !words_.year.matches(of_form) && names_year_before(printed)) {
    return true;
  }
  const std::string_view own = first_group(words_.unit, printed);
  const std::string_view wanted = first_group(words_.unit, of_form);
  return !own.empty() && !wanted.empty() && own != wanted;
}

bool OtherSense::names_year_before(std::string_view printed) const {
  if (year_ == 0) return false;
  for (std::size_t from = 0;;) {
    const auto spans = words_.year.spans(printed, from);
    if (spans.size() < 3) return false;
    const Span found = spans[1].taken() ? spans[1] : spans[2];
    const std::string_view digits = found.of(printed);
    int year = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), year);
    if (year < (digits.size() > 2 ? year_ : year_ % 100)) return true;
    from = found.end;
  }
}

}  // namespace gov_report
