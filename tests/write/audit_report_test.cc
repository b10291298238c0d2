#include "write/audit_report.h"

#include <doctest/doctest.h>

#include <string>

namespace gov_report {
namespace {

std::string json_of(std::size_t count, unsigned jobs) {
  std::string all;
  write_audit_json(
      count,
      [&](std::size_t i) {
        AuditEntry entry;
        entry.file = std::to_string(i);
        return entry;
      },
      jobs, [&](std::string_view bytes) { all += bytes; });
  return all;
}

TEST_CASE("a list of no reports") {
  CHECK(json_of(0, 1) == "[]\n");
}

TEST_CASE("all reports in their order, however many at once") {
  constexpr std::size_t kCount = 600;  // more than are made at once
  const std::string json = json_of(kCount, 2);
  CHECK(json == json_of(kCount, 1));
  CHECK(json.starts_with("[\n"));
  CHECK(json.ends_with("}\n]\n"));
  std::size_t at = 0;
  for (std::size_t i = 0; i < kCount; ++i) {
    const std::size_t found =
        json.find("\"file\": \"" + std::to_string(i) + "\"", at);
    REQUIRE(found != std::string::npos);
    if (i > 0)
      CHECK(json.substr(at, found - at).find("},") != std::string::npos);
    at = found;
  }
}

}  // namespace
}  // namespace gov_report
