// year_inputs.h - what the ledgers of a year are read with, besides the law:
// last year's report, the texts that names may stand in, and the day after
// which nothing can happen.

#pragma once

#include "ledger/applicant_names.h"
#include "pipeline/year.h"

namespace gov_report {

/// Reads sealed/YEAR.json of the year before into year.last. False if there is
/// one that cannot be used; a finding says why.
bool load_last_year(const YearRequest& request, const DataFiles& data,
                    const RuleCatalogue& rules, Year& year,
                    const FindingSink& sink);

/// Looks for names in the texts of the year. They are read before the ledger,
/// so that only names that may stand in them need be kept.
ApplicantNames names_in_texts(const YearRequest& request, const Year& year);

/// A ledger goes on after the year reported on; what is later than the end of
/// the next year is a slip.
Date horizon_of(const YearRequest& request);

}  // namespace gov_report
