// reporting_body.h - what rules ask of the body that reports.

#pragma once

#include "check/table_rules.h"
#include "workspace/config.h"

namespace gov_report {

Body body_of(const Config& config);

/// A figure that the form wants to be 0 unless the body says that it may have
/// such, and this one does not say so.
bool is_none_of(const Body& body, CellIndex cell, const ReportFormat& form);

}  // namespace gov_report
