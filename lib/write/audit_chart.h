// audit_chart.h - the figures of one body over its years as an SVG of bars.
//
//   absent  a figure that is not known has no bar and a question mark; 0 has no
//           bar and a 0

#pragma once

#include <string>

#include "write/audit_view.h"

namespace gov_report {

std::string chart_svg(const ViewedSeries& series);

}  // namespace gov_report
