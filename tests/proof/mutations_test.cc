#include "proof/mutations.h"

#include <doctest/doctest.h>

namespace gov_report::test {
namespace {

TEST_CASE("mutations: the unchanged reports break no rule of severity error") {
  // A rule that fired already would hide the change.
  for (const std::string& name : complete_cases()) {
    CAPTURE(name);
    CHECK(errors_of_case(name) == std::vector<std::string>());
  }
}

TEST_CASE("mutations: a part of a total is noticed, a decision is not") {
  bool part = false;
  bool decision = true;
  for (const MutationResult& result : mutate_case("01")) {
    if (result.kind != 0 || result.with_last_year) continue;
    if (result.cell == "applications.granted.business") {
      part = result.noticed == Severity::error;
    }
    if (result.cell == "disclosures.licences.decisions") {
      decision = result.noticed.has_value();
    }
  }
  CHECK(part);
  CHECK_FALSE(decision);
}

}  // namespace
}  // namespace gov_report::test
