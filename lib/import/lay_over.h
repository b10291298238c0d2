// lay_over.h - two rows of things laid over each other in their order, so that
// what lies on each other is worth the most: labels of a page and of the form.

#pragma once

#include <cstddef>
#include <vector>

namespace gov_report {

struct LaidOver {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> on;  ///< by the first: of the second; kNone: nothing
  int worth = 0;                ///< of all together
};

/// `worth[i][k]`: of i on k; 0 or less: they do not belong together. Takes time
/// by the product of both sizes.
LaidOver lay_over(const std::vector<std::vector<int>>& worth);

}  // namespace gov_report
