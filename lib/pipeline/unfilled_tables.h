// unfilled_tables.h - tables that no figure is known of, and where their
// figures should have come from.

#pragma once

#include "check/follow_ons.h"
#include "pipeline/year.h"

namespace gov_report {

UnfilledTables unfilled_tables(const Year& year);

}  // namespace gov_report
