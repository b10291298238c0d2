// page_end.h - whether a web page was saved to its end.

#pragma once

#include <string_view>

namespace gov_report {

/// True of a page that has <html> and neither </html> nor </body>, and in which
/// a tag is not closed at the end, a table has no end, or text stands behind
/// the last tag, which opens an element of a kind that has an end elsewhere.
/// Pages may leave out ends: what is not sure is whole.
bool ends_early(std::string_view html);

}  // namespace gov_report
