// load_report.h - reads schemas/reports/FORMAT.yaml.

#pragma once

#include <vector>

#include "schema/ledger_format.h"
#include "schema/map_reader.h"
#include "schema/report_format.h"

namespace gov_report {

/// What is wrong goes to `errors`; the result is then of no use.
ReportFormat load_report_format(const YamlNode& root,
                                const std::vector<LedgerFormat>& ledgers,
                                SchemaErrors& errors);

/// Adds the cells and the table of `yaml` to `report`. (load_table.cc)
void load_table(const YamlNode& yaml, const std::vector<LedgerFormat>& ledgers,
                ReportFormat& report, SchemaErrors& errors);

/// Adds a figure of `figures:`. (load_table.cc)
void load_figure(const YamlNode& yaml, const std::vector<LedgerFormat>& ledgers,
                 ReportFormat& report, SchemaErrors& errors);

/// Adds the constraints of one item of `constraints:`. (load_constraint.cc)
void load_constraint(const YamlNode& yaml, ReportFormat& report,
                     SchemaErrors& errors);

}  // namespace gov_report
