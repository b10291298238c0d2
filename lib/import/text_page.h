// text_page.h - plain text and Markdown as pages.
//
//   in      UTF-8
//   out     of plain text each line with ink is a paragraph, with the blanks
//           in front of it; of Markdown blocks, with pipe tables and HTML
//           tables as tables
//   left    form feeds, and lines that are the number of a page

#pragma once

#include <string_view>

#include "import/published_page.h"
#include "schema/page_format.h"

namespace gov_report {

PublishedPage read_text_page(std::string_view text, const PageFormat& format);

/// Words of the form that number a page, or a number alone in its last line.
bool is_page_number(std::string_view line, bool last_of_page,
                    const PageFormat& format);

PublishedPage read_markdown_page(std::string_view text, ReadFault& fault);

}  // namespace gov_report
