#include "write/formula.h"

#include <fmt/format.h>

#include <algorithm>

namespace gov_report {
namespace {

struct Range {
  SheetPlace first;
  SheetPlace last;
};

// Runs along a row first, then equal runs of consecutive rows.
std::vector<Range> ranges_of(std::vector<SheetPlace> places) {
  std::sort(places.begin(), places.end());
  std::vector<Range> runs;
  for (SheetPlace place : places) {
    if (!runs.empty() &&
        runs.back().last == SheetPlace(place.first, place.second - 1)) {
      runs.back().last = place;
    } else {
      runs.push_back({place, place});
    }
  }
  std::vector<Range> ranges;
  for (const Range& run : runs) {
    auto above = std::find_if(ranges.begin(), ranges.end(), [&](Range range) {
      return range.last.first + 1 == run.first.first &&
             range.first.second == run.first.second &&
             range.last.second == run.last.second;
    });
    if (above != ranges.end()) {
      above->last = run.last;
    } else {
      ranges.push_back(run);
    }
  }
  return ranges;
}

}  // namespace

std::string place_name(SheetPlace place) {
  std::string letters;
  for (int column = place.second + 1; column > 0; column = (column - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  return fmt::format("{}{}", letters, place.first + 1);
}

std::string sum_of(std::vector<SheetPlace> places) {
  std::string inside;
  for (const Range& range : ranges_of(std::move(places))) {
    if (!inside.empty()) inside += ',';
    inside += place_name(range.first);
    if (range.last != range.first) inside += ':' + place_name(range.last);
  }
  return fmt::format("SUM({})", inside);
}

std::string difference_of(const std::vector<SheetPlace>& plus,
                          const std::vector<SheetPlace>& minus) {
  if (minus.empty()) return plus.empty() ? "0" : sum_of(plus);
  return fmt::format("{}-{}", plus.empty() ? "" : sum_of(plus), sum_of(minus));
}

}  // namespace gov_report
