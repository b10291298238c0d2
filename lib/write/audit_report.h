// audit_report.h - audited reports as JSON: a list of {"file", "format",
// "year", "agency", "verdict", "cells", "findings"}, with "unread" and, where a
// report is compared with that of the year before, "against"
// (schemas/json/audit.schema.json).
//
//   cells   a number; its text if it is no plain number; null if it is blank;
//           not there if it cannot be seen

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "write/check_report.h"

namespace gov_report {

/// A figure of a report as it is written: exactly one of these. The texts are
/// those of the report and its form.
struct AuditedCell {
  enum class Kind { number, text, blank };
  std::string_view id;
  Kind kind = Kind::number;
  Decimal number;
  std::string_view text;
};

struct AuditEntry {
  std::string file;
  std::string format;   ///< empty: not known
  int year = 0;         ///< 0: not known
  std::string agency;   ///< empty: not known
  std::string verdict;  ///< pass, fail, incomplete, unreadable
  std::string against;  ///< report of the year before; empty: none
  std::vector<AuditedCell> cells;
  std::vector<std::string> unread;  ///< ids of figures that cannot be read
  std::vector<Diagnostic> findings;
};

/// So many entries, each asked for when it is written, on so many threads; 0:
/// as many as the machine has. `write` gets the text piece by piece.
void write_audit_json(std::size_t count,
                      const std::function<AuditEntry(std::size_t)>& entry,
                      unsigned jobs,
                      const std::function<void(std::string_view)>& write);

}  // namespace gov_report
