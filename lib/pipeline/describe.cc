// The result of a check in words.

#include <algorithm>

#include "pipeline/check.h"
#include "pipeline/finding_collector.h"
#include "pipeline/waivers.h"

namespace gov_report {
namespace {

const std::string& in(const Text& text, const Messages& messages) {
  return messages.language() == Language::zh ? text.zh : text.en;
}

BrokenRule broken_rule(const Rule& rule, const RuleCatalogue& rules,
                       const Messages& messages) {
  const RuleWords& words = rules.words(rule);
  BrokenRule broken;
  broken.rule = rule.id;
  broken.severity = rule.severity();
  broken.checks = in(words.checks, messages);
  broken.why = in(words.why, messages);
  broken.fix = in(words.fix, messages);
  broken.citation = rule.citation;
  return broken;
}

/// Where the findings left out stand, as far as they have it in common.
std::string where(const FindingsLeftOut& left, const Messages& messages) {
  std::string text;
  if (left.one_file && !left.file.empty() && left.first_line > 0) {
    text =
        messages(left.first_line == left.last_line ? "more.line" : "more.file",
                 {{"file", left.file},
                  {"first", std::to_string(left.first_line)},
                  {"last", std::to_string(left.last_line)}});
  }
  if (left.one_column) {
    text += messages("more.column", {{"column", left.column}});
  }
  return text;
}

/// What stands behind the last finding of each rule that was cut short.
/// `hint` is the message that also says how to see them.
std::vector<MoreFindings> more_of(const FindingList& findings,
                                  const CheckReport& report,
                                  std::string_view hint,
                                  const Messages& messages) {
  std::vector<MoreFindings> list;
  for (const auto& [key, left] : findings.left_out()) {
    if (left.count == 0) continue;
    MoreFindings more;
    more.rule = key.first;
    more.after = report.findings.size();
    while (more.after > 0 &&
           report.findings[more.after - 1].rule != more.rule) {
      --more.after;
    }
    if (more.after == 0) more.after = report.findings.size();
    more.text = messages(hint, {{"count", std::to_string(left.count)},
                                {"rule", more.rule},
                                {"where", where(left, messages)},
                                {"year", std::to_string(report.year)}});
    list.push_back(std::move(more));
  }
  std::ranges::stable_sort(list, {}, &MoreFindings::after);
  return list;
}

void add_coverage(const Coverage& coverage, const Messages& messages,
                  CheckReport& report) {
  report.cells_checked = coverage.cells_checked;
  report.equations_checked = coverage.equations_checked;
  report.records_checked = coverage.records_checked;
  report.rows_rejected = coverage.rows_rejected;
  report.claims_checked = coverage.claims_checked;
  for (const UnverifiedNumber& one : coverage.claims_not_verified) {
    report.claims_not_verified.emplace_back(one.place, one.text);
  }
  report.rules_run = coverage.rules_run().size();
  for (const auto& [rule, reason] : coverage.rules_not_run()) {
    report.rules_not_run.emplace_back(
        rule, messages("not-run." + reason.key, reason.arguments));
  }
}

}  // namespace

std::string verdict_text(const CheckReport& report, const Messages& messages) {
  if (report.stopped) return messages("verdict.stopped");
  const auto count = [&](Severity severity) {
    return std::to_string(count_of(report, severity));
  };
  std::string key = report.pass ? "verdict.pass" : "verdict.fail";
  if (!report.waived.empty()) key += "-waived";
  return messages(key, {{"waived", std::to_string(report.waived.size())},
                        {"year", std::to_string(report.year)},
                        {"format", report.format},
                        {"errors", count(Severity::error)},
                        {"warnings", count(Severity::warning)},
                        {"infos", count(Severity::info)}});
}

CheckReport describe_findings(const FindingList& findings,
                              const Coverage& coverage,
                              const RuleCatalogue& rules,
                              const Messages& messages, ReportOf report_of) {
  CheckReport report;
  for (const Finding& finding : findings.all()) {
    report.findings.push_back(
        rules.describe(finding, messages.language(), report_of));
  }
  report.totals = totals_of(findings, rules);
  for (const RuleTotal& total : report.totals) {
    const Rule* const rule = rules.find(total.rule);
    const bool known =
        rule == nullptr ||
        (!report.rules.empty() && report.rules.back().rule == rule->id);
    if (!known) report.rules.push_back(broken_rule(*rule, rules, messages));
  }
  add_coverage(coverage, messages, report);
  report.more = more_of(findings, report, "more.stopped", messages);
  return report;
}

CheckReport describe(const CheckResult& result, const RuleCatalogue& rules,
                     const Messages& messages, bool strict) {
  const bool known = result.year != nullptr;
  CheckReport report = describe_findings(
      result.findings, known ? result.year->coverage : Coverage(), rules,
      messages);
  report.waived = describe_waived(result, rules, messages.language());
  report.waivers_ignored = result.waivers_ignored;
  report.stopped = result.stopped;
  report.pass = !result.stopped && !result.fails(rules, strict);
  if (!known) return report;
  report.year = result.year->table.year;
  report.format = result.year->schema.report.id;
  report.more = more_of(result.findings, report, "more", messages);
  return report;
}

}  // namespace gov_report
