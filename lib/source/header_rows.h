// header_rows.h - where the header of a table is, below its titles.
//
//   in      the first rows of a sheet or file, and what is known as a heading
//   out     the names of its columns; of two rows of headings, groups above
//           and parts below, the name that is known
//   absent  without a row that has two known headings, as one may be a word of
//           a title, or a value: the first that could be a header

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "source/heading_test.h"

namespace gov_report {

/// One of the first rows of a sheet.
struct TopRow {
  std::uint64_t number = 0;
  std::vector<std::string> cells;  ///< by column; "" where there is none
};

struct HeaderRows {
  std::uint64_t first = 0;         ///< row
  std::uint64_t last = 0;          ///< the same, or the next one
  std::size_t known = 0;           ///< columns with a known name
  std::vector<std::string> names;  ///< by column; "" where there is none
};

/// Without a test the first row is the header.
/// REQUIRES: there is a row.
HeaderRows find_header(const std::vector<TopRow>& rows,
                       const HeadingTest& is_heading);

}  // namespace gov_report
