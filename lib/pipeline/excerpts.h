// excerpts.h - the original lines under findings that have a place but no
// excerpt yet: those about counts, configuration, sealed reports and the words
// of texts, and those that were found in parts of ledgers.
//
//   errors  none: a file that cannot be read leaves findings as they are

#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/finding_list.h"
#include "pipeline/year.h"

namespace gov_report {

/// Reads each file once, but for those in `without`.
void add_excerpts(const std::filesystem::path& workspace, FindingList& findings,
                  const std::set<std::string>& without = {});

/// The same of rows of ledgers, in these findings and those under them; nothing
/// if the ledgers are not at hand.
void add_ledger_excerpts(const Year& year,
                         const std::vector<Finding*>& findings);

}  // namespace gov_report
