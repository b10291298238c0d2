// report_year.h - the year that a published report is of.
//
//   in      where the report stands on a page, and the texts of its blocks
//   out     the year of its title; but that of its period (条例 §49: 1 January
//           to 31 December) if the text names it two times more at least. In
//           documents, and where it is compared with the other or planned for,
//           a year does not count; a title later than the period has the
//           benefit of what may be a plan
//   absent  0: neither title nor period names a year

#pragma once

#include <vector>

#include "import/report_outline.h"
#include "schema/text_format.h"

namespace gov_report {

int report_year(const Outline& outline, const std::vector<BlockText>& texts,
                const TextFormat& words);

}  // namespace gov_report
