// excerpt.h - the original line under a finding, with a mark under the value.
//
//   widths  in terminal columns (base/text.h), so the mark stands right under
//           full-width text too; tabs are shown as one blank
//   long    lines are cut to a window around the mark, between characters and
//           never before a combining mark, with an ellipsis at each cut

#pragma once

#include <string>

#include "base/finding.h"

namespace gov_report {

struct Excerpt {
  std::string text;
  std::size_t before = 0;  ///< columns left of the mark
  std::size_t marked = 0;  ///< columns of the mark; 0: the whole line is meant
};

/// Takes time in the length of the line, whatever that is.
Excerpt excerpt_of(const Place& place);

}  // namespace gov_report
