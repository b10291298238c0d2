// load_pages.h - reads schemas/pages.yaml.

#pragma once

#include <optional>

#include "schema/data_files.h"
#include "schema/page_format.h"
#include "schema/text_format.h"

namespace gov_report {

/// nullopt after a finding (schema-error).
std::optional<PageFormat> load_page_format(const DataFiles& files,
                                           const FindingSink& sink);

}  // namespace gov_report
