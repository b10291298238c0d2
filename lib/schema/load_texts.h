// load_texts.h - reads schemas/texts.yaml.

#pragma once

#include <vector>

#include "schema/ledger_format.h"
#include "schema/map_reader.h"
#include "schema/text_format.h"

namespace gov_report {

/// What is wrong goes to `errors`, a pattern that does not compile as
/// schema-error, variant bad-pattern {detail}. Without `try_patterns` they are
/// taken on trust: a test has tried those compiled in, and a run needs only
/// some.
TextFormat load_text_format(const YamlNode& root,
                            const std::vector<LedgerFormat>& ledgers,
                            bool try_patterns, SchemaErrors& errors);

}  // namespace gov_report
