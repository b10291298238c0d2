// published_text.h - the text of a published report, apart from its tables.
//
//   in      a page and where the report stands on it
//   out     title, preamble and sections; of a section with a table its
//           sentences, since what else stands there is the table
//   absent  no title: none was found

#pragma once

#include "import/published_page.h"
#include "import/report_outline.h"
#include "narrative/report_text.h"
#include "schema/report_format.h"
#include "schema/text_format.h"

namespace gov_report {

ReportText published_text(const PublishedPage& page, const Outline& outline,
                          const ReportFormat& format, const TextFormat& words);

/// Where a block stands, with its first words.
Place place_of(const PublishedPage& page, const PageBlock& block);

}  // namespace gov_report
