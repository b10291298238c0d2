#include "base/listing.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

TEST_CASE("listing: in both languages, the rest as an ellipsis") {
  const std::vector<Text> three = {{"\u7532", "a"}, {"\u4E59", "b"}, "c"};
  CHECK(listed({}) == Text());
  CHECK(listed(three) == Text("\u7532\u3001\u4E59\u3001c", "a, b, c"));
  CHECK(listed(three, 3) == listed(three));
  CHECK(listed(three, 2) ==
        Text("\u7532\u3001\u4E59\u3001\u2026\u2026", "a, b, \u2026"));
}

}  // namespace
}  // namespace gov_report
