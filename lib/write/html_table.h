// html_table.h - a table of the report as a semantic HTML <table>.
//
// Header rows stand in <thead>, every group of rows in its own <tbody>, every
// label is a <th> with the scope it has. One row of the grid is one line of
// text, so that the source of a Markdown file can be read too; there are no
// blank lines, which would end the table in Markdown.

#pragma once

#include <cstddef>
#include <string>

#include "document/document.h"

namespace gov_report {

enum class HtmlTableStyle {
  plain,  ///< structure only: for Markdown, whose renderers drop the rest
  page,   ///< with classes, column widths and the ids of the figures
};

std::string html_table(const TableBlock& table, HtmlTableStyle style);

/// "applications-note-2": what the mark of a note leads to on a page.
std::string note_anchor(const TableBlock& table, std::size_t number);

}  // namespace gov_report
