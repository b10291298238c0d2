// serial_numbers.h - numbers of rows that stand in front of their labels, in
// text without bars: the stretch before a row ends with it.
//
//   in      stretches whose rows are named
//   out     true: the rows of a table are numbered without a gap, from any
//           number on, or labels have their own numbers in front of them
//           without a mark, and these are figures no more
//   left    numbers of which one is missing or stands in a line of figures

#pragma once

#include <vector>

#include "import/form_rows.h"
#include "import/stretches.h"

namespace gov_report {

bool drop_serial_numbers(std::vector<Stretch>& stretches,
                         const std::vector<FormRow>& form, std::size_t tables);

}  // namespace gov_report
