// report_year.h - the year that a published report is of.
//
//   in      where the report stands on a page, and the texts of its blocks
//   out     the year of its title, but for a title of another year than its
//           period (条例 §49: 1 January to 31 December), which is named more
//           often than the title's; years compared with or planned for, and
//           those of documents, do not count
//   absent  0: neither title nor period names a year

#pragma once

#include <vector>

#include "import/report_outline.h"
#include "schema/text_format.h"

namespace gov_report {

int report_year(const Outline& outline, const std::vector<BlockText>& texts,
                const TextFormat& words);

}  // namespace gov_report
