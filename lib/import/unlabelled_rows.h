// unlabelled_rows.h - the row of figures of a table whose rows have no label:
// it stands under its headers.
//
//   doubt   another row of figures below it, or under the same headers in
//           another table with other figures, as of another year
//   absent  nullopt: no row has most of the headers

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "import/form_rows.h"
#include "import/page_rows.h"
#include "import/row_matches.h"

namespace gov_report {

/// A cell with more words is no header. Bytes, with blanks.
inline constexpr std::size_t kLongestHeader = 120;

struct UnlabelledRow {
  std::size_t header = 0;  ///< row of the page: the first with most headers
  std::size_t row = RowMatches::kNone;  ///< of the page; kNone: it is not there
  bool doubtful = false;
};

/// `in_section`: the tables of the page in which it may stand.
std::optional<UnlabelledRow> unlabelled_row(
    const std::vector<PageRow>& rows, const RowMatches& matches,
    const FormRow& form, const std::vector<bool>& in_section);

}  // namespace gov_report
