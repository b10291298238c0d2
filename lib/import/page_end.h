// page_end.h - whether a web page was saved to its end.

#pragma once

#include <string_view>

namespace gov_report {

/// True of a page that begins with <html> and ends inside of a tag, a table, or
/// a text whose element has no end, as others of its kind have, and without
/// the end of the page. Pages may leave out ends: what is not sure is whole.
bool ends_early(std::string_view html);

}  // namespace gov_report
