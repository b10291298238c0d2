// published_form.h - rules over the shape of a published report (domain rules
// 4.1): whether its tables are there, are those of the form, and can be read.
//
//   findings  table-missing {table}, variants default, picture;
//             table-shape-wrong {table, rows}, variants default, more,
//             columns, cut, moved {table, row}, replaced {table, row, value};
//             label-differs {value, expected}; unknown-row {table, value};
//             ambiguous-row {table, row, value, cells}, variants empty,
//             as-many, money {row, value, header}, headers {table, count,
//             value, expected}, where the doubt is about the row; row-unread
//             {table, row, value}, variants formula and shown, where it is
//             about how it was read; format-year-mismatch {form, year,
//             expected}

#pragma once

#include <string>
#include <vector>

#include "check/coverage.h"
#include "import/read_report.h"

namespace gov_report {

/// `forms` are all that the law knows.
void check_published_form(const PublishedReport& report,
                          const PublishedForms& forms, Coverage& coverage,
                          const FindingSink& sink);

}  // namespace gov_report
