#include "import/other_sense.h"

#include <string>

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
  if (words_.time.matches(printed) && !words_.time.matches(of_form))
    return true;
  if (!words_.year.matches(of_form) && names_other_year(printed)) return true;
  const std::string_view own = first_group(words_.unit, printed);
  const std::string_view wanted = first_group(words_.unit, of_form);
  return !own.empty() && !wanted.empty() && own != wanted;
}

bool OtherSense::names_other_year(std::string_view printed) const {
  if (year_ == 0) return false;
  for (std::size_t from = 0;;) {
    const auto spans = words_.year.spans(printed, from);
    if (spans.size() < 2) return false;
    if (spans[1].of(printed) != std::to_string(year_)) return true;
    from = spans[0].end;
  }
}

}  // namespace gov_report
