#include "import/lay_over.h"

#include <algorithm>

namespace gov_report {

LaidOver lay_over(const std::vector<std::vector<int>>& worth) {
  const std::size_t n = worth.size();
  const std::size_t m = n == 0 ? 0 : worth.front().size();
  std::vector<int> cells((n + 1) * (m + 1));
  std::vector<int*> best(n + 1);
  for (std::size_t i = 0; i <= n; ++i) best[i] = &cells[i * (m + 1)];
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < m; ++k) {
      const int here = worth[i][k] > 0 ? best[i][k] + worth[i][k] : 0;
      best[i + 1][k + 1] = std::max({best[i][k + 1], best[i + 1][k], here});
    }
  }
  LaidOver laid;
  laid.on.resize(n, LaidOver::kNone);
  laid.worth = best[n][m];
  std::size_t i = n;
  std::size_t k = m;
  while (i > 0 && k > 0) {
    if (best[i][k] == best[i - 1][k]) {
      --i;
    } else if (best[i][k] == best[i][k - 1]) {
      --k;
    } else {
      laid.on[--i] = --k;
    }
  }
  return laid;
}

}  // namespace gov_report
