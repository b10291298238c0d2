#include "proof/defects.h"

#include <doctest/doctest.h>

namespace gov_report::test {
namespace {

constexpr std::size_t kVariants = 20;

TEST_CASE("defects: every seeded defect is found, no near miss is") {
  std::size_t rules = 0;
  for (const Recall& recall : run_defects()) {
    CAPTURE(recall.rule);
    ++rules;
    CHECK(recall.wrong >= kVariants);
    CHECK(recall.found == recall.wrong);
    CHECK(recall.false_alarms == 0);
    for (const std::string& miss : recall.misses) MESSAGE(miss);
  }
  CHECK(rules > 0);
}

}  // namespace
}  // namespace gov_report::test
