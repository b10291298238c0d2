#include "pipeline/import.h"

#include <algorithm>

#include "pipeline/audit_view.h"
#include "tally/write_counts.h"

namespace gov_report {

std::size_t unread_count(const PublishedReport& report) {
  std::size_t count = 0;
  for (CellIndex i = 0; i < report.format->cells.size(); ++i) {
    const bool read = !report.table.cells[i].place.file.empty();
    if (report.format->cells[i].kind == CellKind::printed && !read) ++count;
  }
  return count;
}

std::optional<std::string> imported_counts(const AuditedReport& report,
                                           const DataFiles& data,
                                           const RuleCatalogue& rules,
                                           const Messages& messages,
                                           const FindingSink& sink) {
  const PublishedReport& read = *report.report;
  // The form of the year is what the counts are checked by; of a report that
  // does not say its year, its own.
  std::string form;
  int year = read.year;
  for (const FormatYears& years : list_formats(data, sink)) {
    if (years.id != read.format->id) continue;
    if (year == 0) year = years.from_year;
    form = years.id;
  }
  const auto schema = load_schema(data, year, form, rules, sink);
  if (!schema) return std::nullopt;
  CountsWords words;
  words.head.push_back(
      messages("import.head",
               {{"file", report.file},
                {"agency", read.agency},
                {"year", read.year == 0 ? "?" : std::to_string(read.year)},
                {"format", read.format->id}}));
  words.blank = messages("import.blank");
  words.unread = messages("import.unread");
  words.missing = words.unread + " " + messages("import.missing");
  words.other_row = messages("import.other-row");
  if (const std::size_t count = unread_count(read); count > 0) {
    words.head.push_back(
        messages("import.head-unread",
                 {{"count", std::to_string(count)}, {"mark", words.unread}}));
  }
  const auto unread = unread_cells(read);
  return write_counts(read.table, schema->report,
                      std::set<CellIndex>(unread.begin(), unread.end()), words,
                      messages.language() == Language::zh);
}

std::string imported_json(const AuditedReport& report) {
  return write_report_file(report.report->table);
}

}  // namespace gov_report
