#include "pipeline/check.h"

#include <algorithm>
#include <tuple>

#include "base/byte_stream.h"
#include "check/table_rules.h"
#include "pipeline/excerpts.h"
#include "pipeline/text_checks.h"
#include "pipeline/texts.h"

namespace gov_report {
namespace {

Body body_of(const Config& config) {
  Body body{config.kind, config.level, {}};
  if (config.may_make_regulations) body.flags.insert("may_make_regulations");
  return body;
}

auto order_of(const Finding& finding, const RuleCatalogue& rules) {
  const Severity severity =
      finding.severity.value_or(rules.severity(finding.rule));
  // What stands in no file comes last, errors first.
  return std::make_tuple(finding.place.file.empty(), finding.place.file,
                         finding.place.at, -static_cast<int>(severity),
                         finding.rule, finding.cell);
}

/// A text that quotes a table without data: the table is reported.
void drop_follow_ons(const Table& table, FindingList& findings) {
  if (std::ranges::find(table.origins, Origin::none) == table.origins.end()) {
    return;
  }
  std::erase_if(findings.all(), [](const Finding& finding) {
    return finding.rule == "figure-not-known" && finding.variant.empty();
  });
}

bool says_the_same(const Finding& a, const Finding& b,
                   const RuleCatalogue& rules) {
  const Diagnostic one = rules.describe(a, Language::zh);
  const Diagnostic other = rules.describe(b, Language::zh);
  return one.headline == other.headline && one.note == other.note &&
         one.expected == other.expected && one.reported == other.reported &&
         one.remedy == other.remedy;
}

/// After this, each rule of the catalogue has run or has a reason why not.
void complete_coverage(const RuleCatalogue& rules, const std::string& format,
                       Coverage& coverage) {
  for (const Rule& rule : rules.rules()) {
    if (rule.status == Rule::Status::planned) {
      coverage.not_run(rule.id, {"planned", {}});
    } else if (!rules.applies(rule.id, format)) {
      coverage.not_run(rule.id, {"other-format", {}});
    } else if (rule.scope == "file" || rule.scope == "run") {
      coverage.ran(rule.id);  // part of reading anything at all
    } else {
      coverage.not_run(rule.id, {"no-ledger", {}});
    }
  }
}

}  // namespace

std::size_t CheckResult::count(Severity severity,
                               const RuleCatalogue& rules) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(findings.all(), [&](const Finding& finding) {
        return finding.severity.value_or(rules.severity(finding.rule)) ==
               severity;
      }));
}

void put_in_order(FindingList& findings, const RuleCatalogue& rules) {
  std::ranges::stable_sort(findings.all(),
                           [&](const Finding& a, const Finding& b) {
                             return order_of(a, rules) < order_of(b, rules);
                           });
  // Not std::ranges::unique: clang 14 cannot read what it returns.
  const auto last =
      std::unique(findings.all().begin(), findings.all().end(),
                  [&](const Finding& a, const Finding& b) {
                    return order_of(a, rules) == order_of(b, rules) &&
                           says_the_same(a, b, rules);
                  });
  findings.all().erase(last, findings.all().end());
}

CheckResult check_year(const YearRequest& request, const DataFiles& data,
                       const RuleCatalogue& rules) {
  CheckResult result;
  const FindingSink sink = result.findings.sink();
  result.year = load_year(request, data, rules, sink);
  if (result.year != nullptr) {
    Year& year = *result.year;
    check_cells(year.table, year.coverage, sink);
    check_constraints(year.table, year.last ? &*year.last : nullptr,
                      body_of(year.config), year.coverage, sink);
    result.texts = load_texts(request, data, year, sink);
    check_texts(request, result.texts, year, sink);
    complete_coverage(rules, year.schema.report.id, year.coverage);
    drop_follow_ons(year.table, result.findings);
  }
  add_excerpts(request.workspace, result.findings);
  put_in_order(result.findings, rules);
  result.stopped =
      result.year == nullptr ||
      std::ranges::any_of(result.findings.all(), [&](const Finding& finding) {
        return rules.stops(finding.rule);
      });
  return result;
}

CheckReport describe(const CheckResult& result, const RuleCatalogue& rules,
                     const Messages& messages, bool strict) {
  CheckReport report;
  for (const Finding& finding : result.findings.all()) {
    report.findings.push_back(rules.describe(finding, messages.language()));
  }
  report.pass = !result.stopped && result.count(Severity::error, rules) == 0 &&
                (!strict || result.count(Severity::warning, rules) == 0);
  if (result.year == nullptr) return report;
  const Year& year = *result.year;
  report.year = year.table.year;
  report.format = year.schema.report.id;
  report.cells_checked = year.coverage.cells_checked;
  report.equations_checked = year.coverage.equations_checked;
  report.records_checked = year.coverage.records_checked;
  report.rows_rejected = year.coverage.rows_rejected;
  report.rules_run = year.coverage.rules_run().size();
  for (const auto& [rule, reason] : year.coverage.rules_not_run()) {
    report.rules_not_run.emplace_back(
        rule, messages("not-run." + reason.key, reason.arguments));
  }
  return report;
}

}  // namespace gov_report
