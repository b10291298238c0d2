// csv_header.h - where the header of a CSV file begins, below titles and notes.

#pragma once

#include <cstddef>
#include <string_view>

#include "source/heading_test.h"

namespace gov_report {

/// Of `,` `;` and tab, the most frequent one outside quotes in the first
/// record.
char separator_of(std::string_view text, char line_end);

/// The offset of the header in the first rows of a file: the one with the most
/// known headings, at least two, and no record above it; else the first row.
/// `whole`: nothing follows the text.
std::size_t csv_header_in(std::string_view text, bool whole, char line_end,
                          const HeadingTest& is_heading);

}  // namespace gov_report
