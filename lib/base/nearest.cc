#include <algorithm>
#include <numeric>
#include <vector>

#include "base/text.h"

namespace gov_report {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    out += next_code_point(text, at);
  }
  return out;
}

// Insertions, deletions, replacements and swaps of neighbours, one row at a
// time.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> before(b.size() + 1);  // the row above the last
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = last[j] + (a[i] == b[j] ? 0 : 1);
      row[j + 1] = std::min({replaced, row[j] + 1, last[j + 1] + 1});
      const bool swapped =
          i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
      if (swapped) row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string> nearest(std::string_view text,
                                   std::span<const std::string> candidates) {
  const std::u32string wanted = code_points(text);
  const std::size_t limit = wanted.size() / 3;
  std::size_t best = limit + 1;
  const std::string* found = nullptr;
  for (const std::string& candidate : candidates) {
    const std::u32string other = code_points(candidate);
    const std::size_t shorter = std::min(wanted.size(), other.size());
    const std::size_t longer = std::max(wanted.size(), other.size());
    if (longer - shorter > limit) continue;
    const std::size_t distance = edit_distance(wanted, other);
    // Two names of one character each have nothing in common.
    if (distance == 0 || distance >= longer) continue;
    if (distance < best) {
      best = distance;
      found = &candidate;
    }
  }
  if (found == nullptr) return std::nullopt;
  return *found;
}

int likeness(std::string_view a, std::string_view b) {
  return likeness(code_points(a), code_points(b));
}

int likeness(std::u32string_view a, std::u32string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer == 0) return 100;
  return static_cast<int>((longer - edit_distance(a, b)) * 100 / longer);
}

}  // namespace gov_report
