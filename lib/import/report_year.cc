#include "import/report_year.h"

#include <algorithm>
#include <optional>
#include <span>

#include "base/pattern.h"
#include "base/text.h"
#include "narrative/other_years.h"

namespace gov_report {
namespace {

struct StatedPeriod {
  const BlockText* block = nullptr;
  Span span;
  int year = 0;  ///< that it begins in
};

/// The first period that is a whole year.
std::optional<StatedPeriod> period_in(std::span<const BlockText> blocks,
                                      const Pattern& pattern) {
  for (const BlockText& block : blocks) {
    const auto spans = pattern.spans(block.folded);
    if (spans.size() < 7 || !spans[1].taken()) continue;
    const auto part = [&](std::size_t group) {
      return whole_number(spans[group].of(block.folded));
    };
    const bool whole = part(2) == 1 && part(3) == 1 && part(5) == 12 &&
                       part(6) == 31 &&
                       (!spans[4].taken() || part(4) == part(1));
    if (whole) return StatedPeriod{&block, spans[0], part(1)};
  }
  return std::nullopt;
}

struct YearsNamed {
  int period = 0;
  int title = 0;
};

/// How often either year is named as that of the report, seen from the other:
/// outside of the period and of quotations, and not compared with or planned
/// for. What may be a plan is left to a later title: it is more often right.
YearsNamed years_named(std::span<const BlockText> blocks,
                       const TextFormat& words, const StatedPeriod& period,
                       int title) {
  YearsNamed named;
  for (const BlockText& block : blocks) {
    const std::string& text = block.folded;
    std::vector<Span> left_alone;
    if (&block == period.block) left_alone.push_back(period.span);
    each_match(words.years.quoted, text,
               [&](const auto& spans) { left_alone.push_back(spans[0]); });
    std::ranges::sort(left_alone, {}, &Span::begin);
    std::size_t next = 0;
    const Clauses sentences(text, words.supervision.sentence_end);
    each_match(words.years.pattern, text, [&](const auto& spans) {
      const Span at = spans[0];
      while (next < left_alone.size() && left_alone[next].end <= at.begin)
        ++next;
      const bool alone =
          next < left_alone.size() && left_alone[next].begin < at.end;
      const int year = whole_number(spans[1].of(text));
      if (alone || (year != title && year != period.year)) return;
      const int distance = year == title ? std::min(0, title - period.year)
                                         : period.year - title;
      const Span sentence = sentences.around(at.begin);
      if (says_why_other(words.years, text, sentence, at, distance)) return;
      ++(year == title ? named.title : named.period);
    });
  }
  return named;
}

}  // namespace

int report_year(const Outline& outline, const std::vector<BlockText>& texts,
                const TextFormat& words) {
  const auto blocks = std::span(texts).subspan(outline.preamble,
                                               outline.end - outline.preamble);
  const auto period = period_in(blocks, words.period.pattern);
  if (!period || period->year == outline.year) return outline.year;
  if (outline.year == 0) return period->year;
  const YearsNamed named = years_named(blocks, words, *period, outline.year);
  constexpr int kMore = 2;  // once may be a comparison
  return named.period >= named.title + kMore ? period->year : outline.year;
}

}  // namespace gov_report
