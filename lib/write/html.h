// html.h - a report as one self-contained HTML page.
//
// No script, no outside file; the stylesheet stands in the page. Tables have
// scoped headers and name their figures (data-cell), so that programs can read
// the page. A draft carries its mark on the screen and on every printed page.

#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace gov_report {

/// `stylesheet` is CSS, normally report-templates/report.css.
std::string write_html(const Document& document, std::string_view stylesheet);

}  // namespace gov_report
