// html_page.h - a web page, and the tables of a Markdown file, which are HTML
// (gumbo).
//
//   in      UTF-8
//   out     a table with a table in a cell, or with one cell only, is there for
//           the looks: its contents are blocks of their own as well. One cell
//           with a short text in a cell is that text. What a style sets apart
//           in a cell stands in a line of its own
//   left    scripts, what is hidden by attributes or by the style sheets in
//           the page (html_sheet.h) or in a closed <details>, raised marks of
//           notes, what stands above a text (<rt>), marks without a width
//   doubt   a cell in which it cannot be told what is seen is unreadable, so
//           too what has a text that a rule prints (::before) or that has no
//           colour
//   limits  pages of at most kHtmlLimit bytes; elements nested more than
//           kHtmlDepth deep are not looked into

#pragma once

#include <string_view>
#include <vector>

#include "import/published_page.h"

namespace gov_report {

inline constexpr std::size_t kHtmlLimit = 16 << 20;
inline constexpr int kHtmlDepth = 400;

PublishedPage read_html_page(std::string_view html, ReadFault& fault);

/// The tables alone, in their order; a table inside a cell comes after the one
/// around it.
std::vector<CellGrid> read_html_tables(std::string_view html, ReadFault& fault);

/// Tables from a line <table> to a line </table>; all else is Markdown.
std::vector<CellGrid> read_markdown_tables(std::string_view markdown,
                                           ReadFault& fault);

}  // namespace gov_report
