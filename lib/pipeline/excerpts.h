// excerpts.h - the original lines under findings that have a place but no
// excerpt yet: those about counts, configuration, sealed reports and the words
// of texts.

#pragma once

#include <filesystem>

#include "base/finding_list.h"

namespace gov_report {

/// Reads each file once. A file that cannot be read leaves findings as they
/// are.
void add_excerpts(const std::filesystem::path& workspace,
                  FindingList& findings);

}  // namespace gov_report
