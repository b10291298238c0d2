// delimited.h - values of a CSV file, as Excel reads them.

#pragma once

#include <string>
#include <string_view>

namespace gov_report {

/// `text` as one value: quoted where it has the separator, a quote, a line
/// break or a blank at its edge.
std::string delimited(std::string_view text, char separator);

}  // namespace gov_report
