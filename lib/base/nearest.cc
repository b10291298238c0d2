#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include "base/text.h"

namespace gov_report {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 3 + 1);
  for (std::size_t at = 0; at < text.size();) {
    out += next_code_point(text, at);
  }
  return out;
}

// Insertions, deletions, replacements and swaps of neighbours, one row at a
// time.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  const std::size_t size = b.size() + 1;
  std::vector<std::size_t> rows(3 * size);
  std::size_t* before = rows.data();  // the row above the last
  std::size_t* last = before + size;
  std::size_t* row = last + size;
  std::iota(row, row + size, std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::swap(before, last);
    std::swap(last, row);
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = last[j] + (a[i] == b[j] ? 0 : 1);
      row[j + 1] = std::min({replaced, row[j] + 1, last[j + 1] + 1});
      const bool swapped =
          i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j];
      if (swapped) row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
    }
  }
  return row[b.size()];
}

// The same for an `a` of up to 64 characters, a column of the table at a time:
// the bits of a word say where it rises and falls (Hyyrö 2003, "A bit-vector
// algorithm for computing Levenshtein and Damerau edit distances").
std::size_t edit_distance_in_words(std::u32string_view a,
                                   std::u32string_view b) {
  if (a.empty()) return b.size();
  std::uint64_t rises = ~std::uint64_t{0};
  std::uint64_t falls = 0;
  std::uint64_t diagonal = 0;  // where it is as on the left above
  std::uint64_t before = 0;    // where the last character stands in `a`
  std::size_t distance = a.size();
  for (const char32_t c : b) {
    std::uint64_t here = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      here |= std::uint64_t{a[i] == c} << i;
    }
    const std::uint64_t swapped = ((~diagonal & here) << 1) & before;
    diagonal = (((here & rises) + rises) ^ rises) | here | falls | swapped;
    std::uint64_t right = falls | ~(diagonal | rises);
    std::uint64_t left = diagonal & rises;
    distance += right >> (a.size() - 1) & 1;
    distance -= left >> (a.size() - 1) & 1;
    right = right << 1 | 1;
    left <<= 1;
    rises = left | ~(diagonal | right);
    falls = right & diagonal;
    before = here;
  }
  return distance;
}

std::size_t distance_of(std::u32string_view a, std::u32string_view b) {
  return a.size() <= 64 ? edit_distance_in_words(a, b) : edit_distance(a, b);
}

}  // namespace

std::optional<std::string> nearest(std::string_view text,
                                   std::span<const std::string> candidates) {
  const std::u32string wanted = code_points(text);
  const std::size_t limit = wanted.size() / 3;
  std::size_t best = limit + 1;
  const std::string* found = nullptr;
  for (const std::string& candidate : candidates) {
    const std::size_t size = character_count(candidate);
    const std::size_t shorter = std::min(wanted.size(), size);
    const std::size_t longer = std::max(wanted.size(), size);
    if (longer - shorter > limit) continue;
    const std::size_t distance = distance_of(wanted, code_points(candidate));
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
  return static_cast<int>((longer - distance_of(a, b)) * 100 / longer);
}

}  // namespace gov_report
