// html_tables.h - the tables of a web page (gumbo), and of a Markdown file,
// whose tables are HTML.
//
//   limits  pages of at most kHtmlLimit bytes; elements nested more than
//           kHtmlDepth deep are not looked into

#pragma once

#include <string_view>
#include <vector>

#include "import/cell_grid.h"

namespace gov_report {

inline constexpr std::size_t kHtmlLimit = 16 << 20;
inline constexpr int kHtmlDepth = 400;

/// In their order; a table inside a cell comes after the one around it.
std::vector<CellGrid> read_html_tables(std::string_view html, ReadFault& fault);

/// Tables from a line <table> to a line </table>; all else is Markdown.
std::vector<CellGrid> read_markdown_tables(std::string_view markdown,
                                           ReadFault& fault);

}  // namespace gov_report
