// conditions.h - `where`, `if` and `then` maps of the schemas.

#pragma once

#include "schema/ledger_format.h"
#include "schema/map_reader.h"

namespace gov_report {

/// The conditions of a map from field id to test (schemas/README.md). A field
/// or value that the ledger does not have is a finding and is left out.
Where read_where(const YamlNode& map, const LedgerFormat& ledger,
                 SchemaErrors& errors);

/// The field named by a scalar; a finding and nullopt if there is none.
std::optional<FieldIndex> read_field(const YamlNode& name,
                                     const LedgerFormat& ledger,
                                     SchemaErrors& errors);

}  // namespace gov_report
