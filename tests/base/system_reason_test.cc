#include "base/system_reason.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <filesystem>

namespace gov_report {
namespace {

TEST_SUITE_BEGIN("base");

std::string reason(const std::system_error& error, std::string_view shown) {
  return reason_arguments(error, shown).front().value.en;
}

TEST_CASE("a reason names the path unless the finding does") {
  const std::system_error full(ENOSPC, std::generic_category(), "out/a.md");
  CHECK(reason(full, "out") == "out/a.md: No space left on device");
  CHECK(reason(full, "out/a.md") == "No space left on device");
  const std::filesystem::filesystem_error denied(
      "cannot copy", "a", "b",
      std::error_code(EACCES, std::generic_category()));
  CHECK(reason(denied, "out") == "a: Permission denied");
  CHECK(reason(std::system_error(EIO, std::generic_category()), "out") ==
        "Input/output error");
}

TEST_CASE("a reason carries the number of the error") {
  const auto arguments = reason_arguments(
      std::system_error(ELOOP, std::generic_category(), "a"), "a");
  CHECK(arguments.back() == Argument{"errno", std::to_string(ELOOP)});
  CHECK(errno_name(ELOOP) == "ELOOP");
  CHECK(errno_name(-5).empty());
}

TEST_CASE("own words take the place of the system's, and of nothing else") {
  CHECK(with_words("a: Permission denied", EACCES, "没有权限") ==
        "a: 没有权限");
  CHECK(with_words("Permission denied: a", EACCES, "没有权限") ==
        "Permission denied: a");
}

TEST_SUITE_END();

}  // namespace
}  // namespace gov_report
