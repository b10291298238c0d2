// pdf_page.h - the words of a PDF with their boxes as a page of lines.
//
//   in      what `pdftotext -bbox` writes: XHTML, a <page> each, its <word>s
//           with xMin, yMin, xMax, yMax in points
//   out     each line is a paragraph with the places of its characters; words
//           stand in one line if their middles do, whatever their order in the
//           file
//   left    page numbers
//   errors  broken-xml; pdf-pictures: no word in it, or page numbers alone

#pragma once

#include <string>

#include "import/hostile_page.h"
#include "import/published_page.h"
#include "schema/page_format.h"

namespace gov_report {

PublishedPage read_pdf_page(std::string boxes, const PageFormat& format,
                            ReadFault& fault);

}  // namespace gov_report
