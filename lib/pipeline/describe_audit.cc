#include <algorithm>
#include <functional>
#include <map>

#include "base/parallel.h"
#include "pipeline/audit.h"
#include "pipeline/check.h"

namespace gov_report {

CheckReport describe(const AuditedReport& report, const RuleCatalogue& rules,
                     const Messages& messages, bool strict) {
  // Which rules have not run is said of no report.
  CheckReport words = describe_findings(report.findings, Coverage(), rules,
                                        messages, ReportOf::another);
  words.pass = report.verdict(rules, strict) == AuditVerdict::pass;
  words.stopped = !report.report.has_value();
  if (report.report) {
    words.year = report.report->year;
    words.format = report.report->format->id;
  }
  return words;
}

std::vector<CheckReport> describe_all(const AuditResult& result,
                                      const RuleCatalogue& rules,
                                      const Messages& messages, bool strict,
                                      unsigned jobs) {
  std::vector<CheckReport> words(result.reports.size());
  for_each_in_parallel(words.size(), jobs, [&](std::size_t i) {
    words[i] = describe(result.reports[i], rules, messages, strict);
  });
  return words;
}

std::vector<std::pair<std::string, std::string>> rules_not_run(
    const AuditedReport& report, const Messages& messages) {
  static const std::map<std::string, std::string, std::less<>> kTold = {
      {"no-last-year", "audit.not-run.no-last-year"},
      {"no-last-text", "audit.not-run.no-last-text"},
      {"no-level", "audit.not-run.no-level"},
      {"no-figures", "not-run.no-figures"},
      {"no-narrative", "not-run.no-narrative"},
      {"no-text", "not-run.no-text"},
      {"no-title", "not-run.no-title"},
      {"not-comparable", "not-run.not-comparable"},
      {"traditional", "not-run.traditional"}};
  std::vector<std::pair<std::string, std::string>> told;
  for (const auto& [rule, reason] : report.not_run) {
    const auto key = kTold.find(reason.key);
    if (key == kTold.end()) continue;
    told.emplace_back(rule, messages(key->second, reason.arguments));
  }
  return told;
}

namespace {

AuditedCell written(const std::string& id, const Cell& cell) {
  switch (cell.state) {
    case CellState::number:
      return {id, AuditedCell::Kind::number, cell.number, {}};
    case CellState::blank:
      return {id, AuditedCell::Kind::blank, {}, {}};
    case CellState::not_applicable:
    case CellState::text:
    case CellState::missing:
      break;
  }
  return {id, AuditedCell::Kind::text, {}, cell.text};
}

AuditEntry entry_of(const PublishedReport& report) {
  AuditEntry entry;
  entry.format = report.format->id;
  entry.year = report.year;
  entry.agency = report.agency;
  entry.cells.reserve(report.table.cells.size());
  for (std::size_t i = 0; i < report.table.cells.size(); ++i) {
    const Cell& cell = report.table.cells[i];
    if (cell.place.file.empty()) continue;  // summed up here, or not there
    entry.cells.push_back(written(report.format->cells[i].id, cell));
  }
  for (const CellIndex cell : unread_cells(report)) {
    entry.unread.push_back(report.format->cells[cell].id);
  }
  return entry;
}

}  // namespace

AuditEntry audit_entry(const AuditedReport& report, const RuleCatalogue& rules,
                       const Messages& messages, bool strict) {
  AuditEntry entry = report.report ? entry_of(*report.report) : AuditEntry();
  entry.file = report.file;
  entry.against = report.against;
  entry.verdict = verdict_key(report.verdict(rules, strict));
  entry.findings.reserve(report.findings.all().size());
  for (const Finding& finding : report.findings.all()) {
    entry.findings.push_back(
        rules.describe(finding, messages.language(), ReportOf::another));
  }
  return entry;
}

}  // namespace gov_report
