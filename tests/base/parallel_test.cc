#include "base/parallel.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace gov_report {
namespace {

TEST_CASE("parallel work: each piece is done once, on any number of threads") {
  for (const unsigned jobs : {0U, 1U, 3U, 50U}) {
    CAPTURE(jobs);
    std::vector<int> done(20);
    for_each_in_parallel(done.size(), jobs, [&](std::size_t i) { ++done[i]; });
    CHECK(done == std::vector<int>(20, 1));
  }
  for_each_in_parallel(0, 4, [](std::size_t) { FAIL("there is nothing"); });
}

TEST_CASE("parallel work: what a piece throws reaches the caller") {
  std::atomic<int> begun = 0;
  const auto work = [&](std::size_t i) {
    ++begun;
    if (i == 3) throw std::runtime_error("three");
  };
  CHECK_THROWS_WITH(for_each_in_parallel(1000, 1, work), "three");
  CHECK(begun == 4);
  CHECK_THROWS_WITH(for_each_in_parallel(1000, 4, work), "three");
}

}  // namespace
}  // namespace gov_report
