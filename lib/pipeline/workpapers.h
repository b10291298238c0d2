// workpapers.h - workpapers.xlsx: the ledgers and the tables as live formulas
// over them (write/workpapers.h), for an auditor. Internal: it holds rows of
// the ledgers, though no private field of them.

#pragma once

#include <filesystem>
#include <vector>

#include "document/workpapers.h"
#include "pipeline/check.h"

namespace gov_report {

inline constexpr const char* kWorkpapersName = "workpapers.xlsx";

/// A ledger of which not everything is on its sheet.
struct LeftOutOf {
  Text ledger;
  RowsLeftOut what;
};

struct WorkpapersRequest {
  const YearRequest& year;
  const Year& loaded;
  const RuleCatalogue& rules;
  const Messages& messages;
  std::filesystem::path target;
};

/// Throws std::system_error if the file cannot be written.
std::vector<LeftOutOf> write_workpapers(const WorkpapersRequest& request);

}  // namespace gov_report
