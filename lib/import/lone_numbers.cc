#include "import/lone_numbers.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>

#include "base/text.h"

namespace gov_report {
namespace {

/// As pages have; 0 is none.
std::optional<int> page_number(std::string_view text) {
  constexpr int kLast = 999;
  const std::string plain = half_width(trimmed(text));
  const char* const end = plain.data() + plain.size();
  int number = 0;
  const auto [stop, error] = std::from_chars(plain.data(), end, number);
  const bool whole = error == std::errc() && stop == end && number > 0;
  return whole && number <= kLast ? std::optional(number) : std::nullopt;
}

/// The key that is there most often.
template <typename Key>
Key commonest(const std::map<Key, std::size_t>& counts, Key absent) {
  const auto most = std::ranges::max_element(
      counts, {}, [](const auto& one) { return one.second; });
  return most == counts.end() ? absent : most->first;
}

}  // namespace

LoneNumbers::LoneNumbers(const PublishedPage& page, std::size_t first,
                         std::size_t last,
                         const std::vector<Stretch>& stretches)
    : stretches_(stretches),
      has_lines_(page.kind == PublishedPage::Kind::text) {
  for (std::size_t b = 0; b < page.blocks.size(); ++b) {
    if (b >= first && b < last) continue;
    const auto number = page_number(text_of(page.blocks[b]));
    if (number) outside_[page.blocks[b].at.line] = *number;
  }
  std::map<std::uint64_t, std::size_t> gaps;
  std::map<std::size_t, std::size_t> columns;
  for (std::size_t i = 0; i < stretches_.size(); ++i) {
    for (const Lone& one : lone_in(i)) {
      ++gaps[one.gap];
      ++columns[one.column];
    }
  }
  usual_gap_ = commonest(gaps, usual_gap_);
  usual_column_ = commonest(columns, usual_column_);
}

bool LoneNumbers::may_number_page(std::size_t stretch) const {
  constexpr std::size_t kIndent = 5;  // characters more than is usual
  return has_lines_ &&
         std::ranges::any_of(lone_in(stretch), [&](const Lone& one) {
           if (one.number == 0) return false;
           return one.gap > usual_gap_ ||
                  one.column >= usual_column_ + kIndent || goes_on(one);
         });
}

/// Those that have their line alone.
std::vector<LoneNumbers::Lone> LoneNumbers::lone_in(std::size_t i) const {
  const Stretch& stretch = stretches_[i];
  std::vector<Lone> lone;
  std::uint64_t above = stretch.place.at.line;
  const std::uint64_t next =
      i + 1 < stretches_.size() ? stretches_[i + 1].lines.front().second : 0;
  for (std::size_t k = 0; k < stretch.figures.size(); ++k) {
    const TextPiece& figure = stretch.figures[k];
    const std::uint64_t line = figure.place.at.line;
    const bool shared = line == above || figure.line == next ||
                        (k + 1 < stretch.figures.size() &&
                         stretch.figures[k + 1].place.at.line == line);
    if (!shared) {
      lone.push_back({line, line - above, figure.place.at.column,
                      page_number(figure.text).value_or(0)});
    }
    above = line;
  }
  return lone;
}

/// Between the number before it outside of the tables and the next one, by no
/// more than the lines between may fill pages. The last page has one too.
bool LoneNumbers::goes_on(const Lone& one) const {
  constexpr std::uint64_t kShortest = 10;  // lines of a page
  const auto may_follow = [](std::uint64_t first_line, int first,
                             std::uint64_t line, int number) {
    const std::uint64_t pages = 1 + (line - first_line) / kShortest;
    return first < number &&
           static_cast<std::uint64_t>(number - first) <= pages;
  };
  const auto next = outside_.upper_bound(one.line);
  if (outside_.empty()) return false;
  if (next != outside_.begin()) {
    const auto& [line, number] = *std::prev(next);
    if (!may_follow(line, number, one.line, one.number)) return false;
  }
  return next == outside_.end() ||
         may_follow(one.line, one.number, next->first, next->second);
}

}  // namespace gov_report
