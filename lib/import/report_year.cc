#include "import/report_year.h"

#include <map>
#include <optional>
#include <span>

#include "base/pattern.h"
#include "base/text.h"

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

/// How often each year is named outside of the period.
std::map<int, int> years_named(std::span<const BlockText> blocks,
                               const Pattern& year,
                               const StatedPeriod& period) {
  std::map<int, int> named;
  for (const BlockText& block : blocks) {
    each_match(year, block.folded, [&](const auto& spans) {
      const bool of_period = &block == period.block &&
                             spans[0].begin >= period.span.begin &&
                             spans[0].end <= period.span.end;
      if (!of_period) ++named[whole_number(spans[1].of(block.folded))];
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
  auto named = years_named(blocks, words.years.pattern, *period);
  constexpr int kMore = 2;  // once may be a comparison
  return named[period->year] >= named[outline.year] + kMore ? period->year
                                                            : outline.year;
}

}  // namespace gov_report
