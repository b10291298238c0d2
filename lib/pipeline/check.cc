#include "pipeline/check.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "check/explain_totals.h"
#include "check/same_as_before.h"
#include "check/table_rules.h"
#include "pipeline/carry_over.h"
#include "pipeline/excerpts.h"
#include "pipeline/explain_records.h"
#include "pipeline/finding_collector.h"
#include "pipeline/merge_parts.h"
#include "pipeline/narrative_claims.h"
#include "pipeline/reporting_body.h"
#include "pipeline/settle.h"
#include "pipeline/text_checks.h"
#include "pipeline/texts.h"
#include "pipeline/unfilled_tables.h"
#include "pipeline/waivers.h"

namespace gov_report {
namespace {

/// The rules over cells and equations, and what would mend them. Returns the
/// findings about equations: the text may say more of them.
FindingList check_figures(Year& year, const RuleCatalogue& rules,
                          const FindingSink& sink) {
  const Table& table = year.table;
  const SealedReport* last = year.last ? &*year.last : nullptr;
  FindingList cells;
  FindingList equations;
  check_cells(table, year.coverage, cells.sink());
  const auto judgements = check_constraints(table, last, body_of(year.config),
                                            year.coverage, equations.sink());
  check_same_as_before(table, last, year.coverage, cells.sink());
  explain_blanks(table, last, judgements, rules, cells);
  explain_totals(table, last, judgements, rules, equations);
  for (Finding& finding : cells.all()) sink(std::move(finding));
  return equations;
}

/// Lines of ledgers that parts do not hold. Returns the names of the ledgers.
std::set<std::string> add_ledger_excerpts(CheckResult& result) {
  std::set<std::string> names;
  if (result.year == nullptr) return names;
  std::vector<Finding*> findings;
  for (Finding& one : result.findings.all()) findings.push_back(&one);
  for (WaivedFinding& one : result.waived) findings.push_back(&one.finding);
  add_ledger_excerpts(*result.year, findings);
  for (const auto& files : result.year->ledger_files) {
    for (const InputFile& file : files) names.insert(file.name);
  }
  return names;
}

/// What the parts have found goes on here.
void take_parts(MergedParts& parts, const RuleCatalogue& rules,
                FindingCollector& collector, CarriedCaseSums& carried,
                bool& stops) {
  CollectedFindings found = parts.take_findings();
  const auto note = [&](const Finding& finding) {
    stops = stops || rules.stops(finding.rule);
  };
  std::ranges::for_each(found.of_figures, note);
  for (const auto& [rule, findings] : found.kept) {
    std::ranges::for_each(findings, note);
  }
  collector.resume(std::move(found));
  parts.add_carried(carried);
}

/// After this, each rule of the catalogue has run or has a reason why not.
void complete_coverage(const RuleCatalogue& rules, const std::string& format,
                       Coverage& coverage) {
  for (const Rule& rule : rules.rules()) {
    if (rule.status == Rule::Status::planned) {
      coverage.not_run(rule.id, {"planned", {}});
    } else if (rule.status == Rule::Status::retired) {
      coverage.never_ran(rule.id, {"retired", {}});
    } else if (!rules.applies(rule.id, format)) {
      coverage.not_run(rule.id, {"other-format", {}});
    } else if (rule.scope == "file" || rule.scope == "run") {
      coverage.ran(rule.id);  // part of reading anything at all
    } else if (rule.scope == "delivery") {
      coverage.not_run(rule.id, {"delivery", {}});
    } else if (rule.scope == "document") {
      coverage.not_run(rule.id, {"published-only", {}});
    } else {
      coverage.not_run(rule.id, {"no-ledger", {}});
    }
  }
}

}  // namespace

std::uint64_t CheckResult::count(Severity severity,
                                 const RuleCatalogue& rules) const {
  std::uint64_t count = 0;
  for (const RuleTotal& total : totals_of(findings, rules)) {
    if (total.severity == severity) count += total.count;
  }
  return count;
}

bool CheckResult::fails(const RuleCatalogue& rules, bool strict) const {
  return std::ranges::any_of(
      totals_of(findings, rules), [&](const RuleTotal& total) {
        Finding finding;
        finding.rule = total.rule;
        finding.severity = total.severity;
        return total.count > 0 && gov_report::fails(finding, rules, strict);
      });
}

CheckResult check_year(const YearRequest& request, const DataFiles& data,
                       const RuleCatalogue& rules) {
  CheckResult result;
  FindingCollector collector(rules, request.limit);
  bool stops = false;
  std::optional<CarriedCaseSums> carried;
  const FindingSink keep = [&](Finding finding) {
    stops = stops || rules.stops(finding.rule);
    if (request.watch) request.watch(finding);
    if (carried) carried->see(finding);
    collector.add(std::move(finding));
  };
  RunWaivers waivers(request, rules);
  const FindingSink sink = [&](Finding finding) {
    waivers.pass(std::move(finding), keep);
  };
  UnfilledTables unfilled;
  YearRequest with_waivers = request;
  with_waivers.begin = [&](Year& year) {
    carried.emplace(year.schema);
    waivers.read(year, keep);
    if (request.parts == nullptr) return;
    take_parts(*request.parts, rules, collector, *carried, stops);
    waivers.add_seen(request.parts->take_waived());
  };
  result.year = load_year(with_waivers, data, rules, sink);
  if (result.year != nullptr) {
    Year& year = *result.year;
    FindingList equations = check_figures(year, rules, sink);
    result.texts = load_texts(request, data, year, sink);
    if (year.schema.report.checked_wording) {
      SuspectedFigures suspected(year.table, equations.all());
      check_narrative(request, data, rules, result.texts, year, suspected,
                      sink);
      suspected.put_in_order();
      check_texts(request, result.texts, year, sink);
    }
    for (Finding& finding : equations.all()) sink(std::move(finding));
    fold_carry_over(year, *carried, collector.of_figures());
    explain_records(year, collector.of_figures());
    complete_coverage(rules, year.schema.report.id, year.coverage);
    waivers.finish(stops, keep, result);
    unfilled = unfilled_tables(year);
  }
  result.findings = collector.take(
      result.year == nullptr ? "" : result.year->schema.report.id, request.year,
      unfilled);
  add_excerpts(request.workspace, result.findings,
               request.parts == nullptr ? std::set<std::string>()
                                        : add_ledger_excerpts(result));
  result.stopped = result.year == nullptr || stops;
  return result;
}

}  // namespace gov_report
