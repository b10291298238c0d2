// csv_header.h - where the header of a CSV file begins, below titles and notes.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "source/heading_test.h"

namespace gov_report {

/// Of `,` `;` and tab, the most frequent one outside quotes in the first
/// record.
char separator_of(std::string_view text, char line_end);

struct CsvHeader {
  std::size_t begin = 0;           ///< offset
  std::vector<std::string> names;  ///< by column, where it takes two records
};

/// The header in the first rows of a file, below titles and notes; the first
/// row if none has two known headings. `whole`: nothing follows the text.
CsvHeader csv_header_in(std::string_view text, bool whole, char line_end,
                        const HeadingTest& is_heading);

}  // namespace gov_report
