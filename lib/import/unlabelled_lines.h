// unlabelled_lines.h - the figures of a table whose row has no label, in lines
// of text: they stand behind the last of its headers.
//
//   doubt   headers in another order or with other words behind them, as many
//           figures again before the next heading, numbers of the columns
//   absent  nullopt: its headers are not there

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "import/form_rows.h"
#include "import/stretches.h"
#include "narrative/report_text.h"
#include "schema/report_format.h"

namespace gov_report {

struct UnlabelledLines {
  std::size_t stretch = 0;  ///< with the headers and the figures
  bool doubtful = false;
};

/// After the rows with labels are named.
std::optional<UnlabelledLines> unlabelled_lines(
    const std::vector<Stretch>& stretches, const ReportFormat& format,
    const FormRow& form, const SectionHeadings& headings);

}  // namespace gov_report
