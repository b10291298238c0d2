// narrative_claims.h - the texts of a year against its tables.

#pragma once

#include "check/suspected_figures.h"
#include "document/compose.h"
#include "pipeline/year.h"

namespace gov_report {

/// Texts that stand in no file (the stubs of a draft) are left out. What the
/// text says of `suspected` figures goes there.
///
///   findings  those of check/narrative_claims.h, schema-error
void check_narrative(const YearRequest& request, const DataFiles& data,
                     const RuleCatalogue& rules, const SectionTexts& texts,
                     Year& year, SuspectedFigures& suspected,
                     const FindingSink& sink);

}  // namespace gov_report
