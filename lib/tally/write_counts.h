// write_counts.h - figures as counts/YEAR.yaml, the file that tally/counts.h
// reads: one line for each figure of the form, under the names of its table and
// row.
//
//   absent  a blank is written as a blank, which is a finding when the year is
//           checked; a figure that is not known is a comment that says so, for
//           somebody to fill in
//   text    what is no number is quoted as it stands

#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tally/table.h"

namespace gov_report {

/// What the comments say.
struct CountsWords {
  std::vector<std::string> head;  ///< lines at the top
  std::string blank;
  std::string unread;     ///< it stands there and cannot be read
  std::string missing;    ///< it does not stand there
  std::string other_row;  ///< the form has no such figure
  /// Lines in front of a figure: what stands in its row, in which unit.
  std::map<CellIndex, std::vector<std::string>> before = {};
  /// By table: rows that the form does not have, written behind it.
  std::map<std::size_t, std::vector<std::string>> other_rows = {};
};

/// `form` is the form as the year is checked by; that of the table may have
/// rows that it does not have, which become comments.
std::string write_counts(const Table& table, const ReportFormat& form,
                         const std::set<CellIndex>& unread,
                         const CountsWords& words, bool chinese);

}  // namespace gov_report
