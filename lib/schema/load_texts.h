// load_texts.h - reads schemas/texts.yaml.

#pragma once

#include <vector>

#include "schema/map_reader.h"
#include "schema/text_format.h"

namespace gov_report {

/// What is wrong goes to `errors`, a pattern that does not compile as
/// schema-error, variant bad-pattern {detail}.
TextFormat load_text_format(const YamlNode& root,
                            const std::vector<LedgerFormat>& ledgers,
                            SchemaErrors& errors);

}  // namespace gov_report
