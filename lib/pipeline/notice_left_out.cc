#include <algorithm>

#include "pipeline/notice.h"

namespace gov_report {

std::size_t rows_not_placed(const AuditedReport& report) {
  if (!report.report) return 0;
  const auto& all = report.findings.all();
  auto count = static_cast<std::size_t>(
      std::ranges::count_if(all, [](const Finding& finding) {
        return finding.rule == kRowUnread && finding.variant != "formula";
      }));
  for (const auto& [key, left] : report.findings.left_out()) {
    if (key.first == kRowUnread) count += left.count;
  }
  return count;
}

std::size_t cells_not_calculated(const AuditedReport& report) {
  std::size_t count = 0;
  if (!report.report) return count;
  for (const UnreadRow& row : report.report->readings.unread) {
    if (row.doubt != UnreadRow::Doubt::uncalculated) continue;
    count += unread_cells(*report.report, row).size();
  }
  return count;
}

}  // namespace gov_report
