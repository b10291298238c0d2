#include "import/stacked_headers.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gov_report {
namespace {

/// A header above the columns [first, last].
struct UpperHeader {
  std::string words;
  std::size_t first = 0;
  std::size_t last = 0;
  bool found = false;
};

std::vector<UpperHeader> upper_headers(const FormRow& row) {
  std::vector<UpperHeader> uppers;
  std::vector<std::size_t> open;  // of `uppers`, by level
  for (std::size_t c = 0; c < row.paths.size(); ++c) {
    const auto& path = row.paths[c];
    const std::size_t levels = path.size() - 1;
    std::size_t same = 0;
    while (same < levels && same < open.size() &&
           uppers[open[same]].words == path[same].words()) {
      uppers[open[same++]].last = c;
    }
    open.resize(same);
    for (std::size_t level = same; level < levels; ++level) {
      open.push_back(uppers.size());
      uppers.push_back({path[level].words(), c, c});
    }
  }
  return uppers;
}

/// Columns as wide as the figures are apart, by one measure of places.
class Columns {
 public:
  Columns(const std::vector<TextPiece>& figures, Extent Across::*measure) {
    for (const TextPiece& figure : figures) {
      middles_.push_back(middle(figure.across.*measure));
    }
  }

  /// The figures stand in their order, each in a place of its own.
  bool are_known() const {
    return middles_.size() > 1 &&
           std::ranges::adjacent_find(middles_, std::greater_equal()) ==
               middles_.end();
  }

  /// The column in which the middle of something stands; nullopt: in none.
  std::optional<std::size_t> at(Extent span) const {
    const std::size_t place = middle(span);
    for (std::size_t c = 0; c < middles_.size(); ++c) {
      const std::size_t left = half_gap(c == 0 ? 0 : c - 1);
      const std::size_t right = half_gap(std::min(c, middles_.size() - 2));
      if (place + left >= middles_[c] && place < middles_[c] + right) return c;
    }
    return std::nullopt;
  }

 private:
  /// Twice the true one: nothing is rounded.
  static std::size_t middle(Extent span) { return span.begin + span.end; }
  std::size_t half_gap(std::size_t c) const {
    return (middles_[c + 1] - middles_[c]) / 2;
  }

  std::vector<std::size_t> middles_;
};

/// The first piece in the line of the uppermost header: a title above it may
/// name it too.
std::size_t begin_of_headers(const Stretch& above,
                             const std::vector<UpperHeader>& uppers) {
  std::size_t begin = 0;
  for (std::size_t i = 0; !uppers.empty() && i < above.lines.size(); ++i) {
    if (above.piece(i) == uppers.front().words) begin = i;
  }
  while (begin > 0 &&
         above.lines[begin - 1].second == above.lines[begin].second)
    --begin;
  return begin;
}

bool stand_by(const Stretch& above, const std::vector<TextPiece>& figures,
              const FormRow& row, Extent Across::*measure) {
  const Columns columns(figures, measure);
  if (!columns.are_known()) return false;
  std::vector<UpperHeader> uppers = upper_headers(row);
  std::vector<std::string> stacks(row.columns.size());
  for (std::size_t i = begin_of_headers(above, uppers); i < above.lines.size();
       ++i) {
    const std::string_view piece = above.piece(i);
    const auto column = columns.at(above.across[i].*measure);
    if (!column) return false;
    const auto upper = std::ranges::find_if(uppers, [&](const auto& header) {
      return !header.found && header.words == piece &&
             header.first <= *column && *column <= header.last;
    });
    if (upper != uppers.end()) {
      upper->found = true;
    } else {
      stacks[*column] += piece;
    }
  }
  return std::ranges::all_of(uppers, &UpperHeader::found) &&
         std::ranges::equal(stacks, row.columns, {}, {}, &Label::words);
}

}  // namespace

bool stand_under_stacked_headers(const Stretch& above,
                                 const std::vector<TextPiece>& figures,
                                 const FormRow& row) {
  return figures.size() == row.columns.size() &&
         (stand_by(above, figures, row, &Across::width) ||
          stand_by(above, figures, row, &Across::characters));
}

}  // namespace gov_report
