#include "narrative/other_years.h"

#include <algorithm>

namespace gov_report {
namespace {

constexpr std::size_t kContext = 90;     // bytes beside a year
constexpr std::size_t kSentence = 1200;  // bytes around it

}  // namespace

bool says_why_other(const YearWords& words, std::string_view text,
                    Span sentence, Span year, int distance) {
  const std::string_view front = before(text, year.begin, kContext);
  const std::string_view back = after(text, year.end, kContext);
  const std::size_t from =
      year.begin - before(text, year.begin,
                          std::min(kSentence / 2, year.begin - sentence.begin))
                       .size();
  const std::string_view around =
      after(text, from, std::min(kSentence, sentence.end - from));
  for (const AllowedYears& allowed : words.allowed) {
    if (distance < allowed.from || distance > allowed.to) continue;
    if ((allowed.before && allowed.before->matches(front)) ||
        (allowed.after && allowed.after->matches(back)) ||
        (allowed.near && allowed.near->matches(around))) {
      return true;
    }
  }
  return false;
}

}  // namespace gov_report
