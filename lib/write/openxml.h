// openxml.h - pieces of WordprocessingML for the body of a DOCX.
//
// pandoc passes them on unread, so they must be well-formed and name only
// styles and parts of report-templates/reference: headers rId9 (odd pages)
// and rId10 (even), footers rId11 and rId12.
//
//   units   twips, 1/20 point

#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace gov_report {

enum class PageShape { portrait, landscape };

/// Width of the text block of report-templates/reference.
inline constexpr int kPortraitWidth = 8844;
inline constexpr int kLandscapeWidth = 14570;

/// A table of fixed layout, `width` twips wide: merged cells, rows that do not
/// break, header rows that are repeated. Short tables stay on one page.
std::string openxml_table(const TableBlock& table, int width);

/// The notes under a table, a paragraph each; "" if it has none.
std::string openxml_notes(const TableBlock& table);

/// A line of a letter outside its text: at the left edge, or two characters
/// from the right one.
std::string openxml_letter_line(std::string_view text, bool at_right);

/// A paragraph of no height that ends a section of pages of this shape.
std::string openxml_section_end(PageShape shape);

/// A run that breaks the line.
inline constexpr std::string_view kOpenxmlLineBreak = "<w:r><w:br/></w:r>";

}  // namespace gov_report
