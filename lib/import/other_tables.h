// other_tables.h - tables that stand beside those of a report, as of last year
// among other matters, and hold the same rows.

#pragma once

#include <vector>

#include "import/published_page.h"
#include "import/report_outline.h"
#include "schema/page_format.h"
#include "schema/report_format.h"

namespace gov_report {

/// Empties the tables in sections that have none in the form, where those that
/// have one hold theirs. False: nothing was done, as on a page with the title
/// or a heading of another report.
bool leave_out_other_tables(PublishedPage& page,
                            const std::vector<BlockText>& texts,
                            const Outline& outline, const ReportFormat& format,
                            const PageFormat& words);

/// Which tables of the page, in their order, may be that of the form: those in
/// its section, or all where that is not known.
std::vector<bool> grids_of_section(const PublishedPage& page,
                                   const Outline& outline,
                                   const ReportFormat& format,
                                   std::size_t table);

}  // namespace gov_report
