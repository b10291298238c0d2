// load_ledger.h - reads schemas/ledgers/LEDGER.yaml.

#pragma once

#include "schema/ledger_format.h"
#include "schema/map_reader.h"

namespace gov_report {

/// What is wrong goes to `errors`; the result is then of no use.
LedgerFormat load_ledger_format(const YamlNode& root, SchemaErrors& errors);

}  // namespace gov_report
