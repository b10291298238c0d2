// text_checks.h - the words of a workspace's report, checked.

#pragma once

#include "document/compose.h"
#include "pipeline/year.h"

namespace gov_report {

/// Runs the rules over title, preamble and texts of the report that would be
/// built. A text that its body still has to write is left out.
///
///   findings  those of check/text_rules.h, with the place in the narrative
///             file; for the title in gov-report.yaml, for the preamble in
///             the report format
void check_texts(const YearRequest& request, const SectionTexts& texts,
                 Year& year, const FindingSink& sink);

}  // namespace gov_report
