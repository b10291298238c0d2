// figures.h - the figures of a report as cell id and decimal text.
//
// Everything under tests/support is written without the library, so that it
// can be held against it. Errors are std::runtime_error: a broken fixture.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gov_report::test {

/// Cell id to plain decimal text, "1234" or "24252.311082".
using Figures = std::map<std::string, std::string>;

/// A case of tests/data/cases by number, such as "04a", as it was meant: a
/// cell printed blank is "0", a unit after a number is dropped.
Figures load_case(std::string_view name);

/// The same as it was printed: a blank is "", a text is kept whole.
Figures load_printed_case(std::string_view name);

/// The cells of a report.json as they are spelled; a null is "".
Figures figures_of(std::string_view report_json);

/// The format id of a case, "cn-2019" or "cn-2021".
std::string format_of_case(std::string_view name);

/// Ids of the six applicant columns, without the total.
const std::vector<std::string>& applicant_columns();

/// Ids of the result rows of a format, in print order.
std::vector<std::string> result_rows(std::string_view format);

/// Every printed cell of a format: 198 or 200 ids.
std::vector<std::string> cells_of(std::string_view format);

/// A figure as a whole number. REQUIRES: the cell is there and is one.
long long whole(const Figures& figures, const std::string& cell);

}  // namespace gov_report::test
