// explain_totals.h - what would mend broken equations between typed-in
// figures: put to their findings as candidates, the likeliest first. Findings
// that one mend explains together become one, the others follow from it.

#pragma once

#include <vector>

#include "base/finding_list.h"
#include "check/relations.h"

namespace gov_report {

/// `findings` are those of check_constraints, one for each broken judgement
/// and in their order. A finding takes in only such as are not more severe.
/// Does nothing if nothing is broken. Changes no figure.
void explain_totals(const Table& table, const SealedReport* last,
                    const std::vector<Judgement>& judgements,
                    const RuleCatalogue& rules, FindingList& findings);

/// To findings about cells that are no number: what stands there if all other
/// figures are right and only one value is possible.
void explain_blanks(const Table& table, const SealedReport* last,
                    const std::vector<Judgement>& judgements,
                    const RuleCatalogue& rules, FindingList& findings);

}  // namespace gov_report
