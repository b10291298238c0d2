// other_tables.h - tables that stand beside those of a report and hold the same
// rows: of last year, among other matters, blank ones.

#pragma once

#include <vector>

#include "import/captions.h"
#include "import/form_rows.h"
#include "import/other_sense.h"
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

/// Empties the tables whose captions, or sheets, speak of another time or
/// place, where others do not. False: so with all of them, or none, or the
/// caption is the title of another report.
bool leave_out_tables_of_other_times(PublishedPage& page,
                                     const Captions& captions,
                                     const OtherSense& sense,
                                     const PageTitle& title);

/// Empties tables without any figure if they hold all tables of the form, and
/// others do too: a blank form. False: nothing was done.
bool leave_out_blank_forms(PublishedPage& page, const PublishedForm& form,
                           const FigureWords& words);

/// Which tables of the page, in their order, may be that of the form: those in
/// its section, or all where that is not known.
std::vector<bool> grids_of_section(const PublishedPage& page,
                                   const Outline& outline,
                                   const ReportFormat& format,
                                   std::size_t table);

}  // namespace gov_report
