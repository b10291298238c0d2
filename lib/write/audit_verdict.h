// audit_verdict.h - what is said of a published report as a whole.

#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace gov_report {

enum class AuditVerdict {
  pass,
  fail,
  incomplete,  ///< nothing is wrong in what was read, but rows were not read
  unreadable,
};
inline constexpr std::size_t kAuditVerdicts = 4;

/// Its name in JSON, and the key of its word.
constexpr std::string_view verdict_key(AuditVerdict verdict) {
  constexpr std::array<std::string_view, kAuditVerdicts> kKeys = {
      "pass", "fail", "incomplete", "unreadable"};
  return kKeys[static_cast<std::size_t>(verdict)];
}

}  // namespace gov_report
