// own_outputs.h - what results of an audit say that they are, so that a later
// one does not take them for reports: the keywords among the properties of a
// workbook or a letter, the generator of a page.

#pragma once

#include <string_view>

namespace gov_report {

inline constexpr std::string_view kAuditMark = "gov-report audit";
inline constexpr std::string_view kNoticeMark = "gov-report notice";

}  // namespace gov_report
