#include "import/other_sense.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {

bool OtherSense::is_in(std::string_view printed,
                       std::string_view of_form) const {
  if (printed == of_form || !words_.any.matches(printed)) return false;
  if (words_.note.matches(printed)) return false;
  const bool timed = words_.time.matches(of_form);
  if (!timed && words_.time.matches(printed)) return true;
  if (!timed && !words_.year.matches(of_form) && names_year_before(printed)) {
    return true;
  }
  return !words_.scope.matches(of_form) && words_.scope.matches(printed);
}

bool OtherSense::is_in_caption(std::string_view printed,
                               std::string_view of_form) const {
  constexpr std::size_t kShort = 6;  // characters
  const auto of_part = [&] {
    return words_.part.matches(printed) && words_.table.matches(printed);
  };
  return is_in(printed, of_form) && (character_count(printed) <= kShort ||
                                     names_year_before(printed) || of_part());
}

bool OtherSense::has_other_subject(std::string_view printed,
                                   std::string_view of_form) const {
  constexpr int kSameSubject = 50;  // percent; such words are short
  const std::string own = subject_of(printed);
  const std::string wanted = subject_of(of_form);
  const bool is_header = own.size() < printed.size();
  if (!is_header || own.empty() || wanted.empty()) return false;
  const bool part = own.find(wanted) != std::string::npos ||
                    wanted.find(own) != std::string::npos;
  return !part && likeness(std::string_view(own), std::string_view(wanted)) <
                      kSameSubject;
}

MoneyUnits OtherSense::money_in(std::string_view words) const {
  MoneyUnits units;
  for (std::size_t from = 0;;) {
    const auto spans = words_.money.pattern.spans(words, from);
    if (spans.size() < 2) return units;
    const std::string unit(spans[1].of(words));
    const auto known = words_.money.powers.find(unit);
    units[unit] = known == words_.money.powers.end()
                      ? std::nullopt
                      : std::optional(known->second);
    from = spans[1].end;  // what stands behind it may be in front of another
  }
}

std::string OtherSense::subject_of(std::string_view words) const {
  std::string subject;
  std::size_t from = 0;
  while (from < words.size()) {
    const auto found = words_.filler.find(words, from);
    const std::size_t end = found ? found->whole().begin : words.size();
    subject += words.substr(from, end - from);
    from = found ? found->whole().end : words.size();
  }
  return subject;
}

bool OtherSense::names_year_before(std::string_view printed) const {
  if (year_ == 0) return false;
  for (std::size_t from = 0;;) {
    const auto spans = words_.year.spans(printed, from);
    const auto group = std::ranges::find_if(
        spans.begin() + (spans.empty() ? 0 : 1), spans.end(), &Span::taken);
    if (group == spans.end()) return false;
    const Span found = *group;
    const std::string_view digits = found.of(printed);
    if (whole_number(digits) < (digits.size() > 2 ? year_ : year_ % 100))
      return true;
    from = found.end;
  }
}

}  // namespace gov_report
