// texts.h - the narrative sections of a year, from the workspace or the
// default wording, with their figures filled in.

#pragma once

#include "document/compose.h"
#include "pipeline/year.h"

namespace gov_report {

/// Adds the files it read to year.inputs. In a draft a text that is still
/// missing is that of its stub.
SectionTexts load_texts(const YearRequest& request, const DataFiles& data,
                        Year& year, const FindingSink& sink);

}  // namespace gov_report
