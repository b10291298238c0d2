// stretch_rows.h - which rows of the form the words of each stretch name, in
// the order of the form.
//
//   in   stretches as they are cut
//   out  their `rows`, sorted; blank figures behind the last one of a row where
//        bars close its line
//   moved  a row out of the order is still the one if its label is nowhere else
//          and it has all of its figures

#pragma once

#include <map>
#include <set>
#include <vector>

#include "import/form_rows.h"
#include "import/stretches.h"

namespace gov_report {

struct StretchRows {
  std::set<std::size_t> groups;  ///< rows that are printed group totals
  std::set<std::size_t> twice;   ///< rows that stand twice, figures differ
  std::map<std::size_t, std::size_t> moved;  ///< rows, and their stretches
  int score = 0;
};

StretchRows name_rows(std::vector<Stretch>& stretches,
                      const std::vector<FormRow>& form, std::size_t tables);

/// Whether the last row that a stretch names is one of a table.
bool is_of_table(const Stretch& stretch, const std::vector<FormRow>& form,
                 std::size_t table);

}  // namespace gov_report
