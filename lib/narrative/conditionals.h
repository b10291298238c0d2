// conditionals.h - {{#name}} and {{^name}} with their ends, over all blocks.

#pragma once

#include <vector>

#include "narrative/narrative.h"

namespace gov_report {

/// Takes out every conditional tag that has no partner, so that what is left
/// is properly nested.
///   findings  unclosed-conditional {value}, variants default, not-open,
///             too-deep
void match_conditionals(std::vector<NarrativeBlock>& blocks, Faults& faults);

}  // namespace gov_report
