#include "pipeline/audit.h"

#include <algorithm>
#include <deque>

#include "base/parallel.h"
#include "pipeline/batch_copies.h"
#include "pipeline/batch_names.h"
#include "pipeline/published_law.h"
#include "pipeline/report_audit.h"
#include "pipeline/report_before.h"
#include "pipeline/series.h"
#include "pipeline/settle.h"

namespace gov_report {
namespace {

/// The files of a batch, each read and judged, on several threads.
class Batch {
 public:
  Batch(const AuditRequest& request, const PublishedLaw& law,
        const RuleCatalogue& rules)
      : request_(request), reports_(request.files.size()) {
    for (std::size_t i = 0; i < request.files.size(); ++i) {
      audits_.emplace_back(law, rules, request.limit);
    }
    if (request.progress != nullptr) {
      request.progress->pieces_in_all = 2 * audits_.size();
    }
  }

  void read() {
    each([&](std::size_t i) {
      reports_[i] = audits_[i].read(request_.files[i]);
    });
  }

  /// `before`: what all are compared with; nullptr: each with that of the same
  /// body in the batch.
  void judge(const ReportBefore* before, const PageFormat& words) {
    const BatchNames names(reports_, words);
    const auto years_before = reports_before(bodies());
    const auto firsts = first_reports(bodies());
    each([&](std::size_t i) {
      if (firsts[i] && *firsts[i] != i) {
        audits_[i].stand_beside(*reports_[*firsts[i]],
                                request_.files[*firsts[i]]);
      }
      if (reports_[i] != nullptr) {
        audits_[i].set_neighbours(names.named_in(*reports_[i]));
      }
      judge(i, before, years_before[i]);
      if (audits_.size() > 1) audits_[i].forget_rules_not_run();
    });
  }

  std::vector<AuditedReport> take() {
    std::vector<AuditedReport> reports;
    for (ReportAudit& audit : audits_) reports.push_back(audit.take());
    if (reports.size() == 1) {
      reports.front().not_run = audits_.front().rules_not_run();
    }
    return reports;
  }

 private:
  /// `own`: the report of the same body for the year before.
  void judge(std::size_t report, const ReportBefore* before,
             const std::optional<std::size_t>& own) {
    if (before != nullptr || !own) return audits_[report].judge_with(before);
    const ReportBefore joined =
        report_before(*reports_[*own], request_.files[*own]);
    audits_[report].judge_with(&joined);
  }

  void each(const std::function<void(std::size_t)>& work) {
    for_each_in_parallel(audits_.size(), request_.jobs, [&](std::size_t i) {
      work(i);
      if (request_.progress != nullptr) ++request_.progress->pieces;
    });
  }

  std::vector<ReportOfBody> bodies() const {
    std::vector<ReportOfBody> bodies;
    for (const PublishedReport* report : reports_) {
      bodies.push_back(report == nullptr
                           ? ReportOfBody()
                           : ReportOfBody{report->agency, report->year});
    }
    return bodies;
  }

  const AuditRequest& request_;
  std::deque<ReportAudit> audits_;  // they stay where they are
  std::vector<const PublishedReport*> reports_;
};

}  // namespace

AuditVerdict AuditedReport::verdict(const RuleCatalogue& rules,
                                    bool strict) const {
  if (!report) return AuditVerdict::unreadable;
  auto verdict = AuditVerdict::pass;
  for (const RuleTotal& total : totals_of(findings, rules)) {
    Finding finding;
    finding.rule = total.rule;
    finding.severity = total.severity;
    if (total.count == 0 || !fails(finding, rules, strict)) continue;
    if (total.rule != kRowUnread) return AuditVerdict::fail;
    verdict = AuditVerdict::incomplete;
  }
  return verdict;
}

AuditResult audit_reports(const AuditRequest& request, const DataFiles& data,
                          const RuleCatalogue& rules) {
  AuditResult result;
  const auto law = PublishedLaw::load(data, rules, result.problems.sink());
  if (!law) {
    result.stopped = true;
    return result;
  }
  std::optional<ReportBefore> before;
  if (!request.against.empty()) {
    before = read_report_before(request.against, *law, result.problems.sink());
    result.stopped = !before;
    if (result.stopped) return result;
  }
  Batch batch(request, *law, rules);
  batch.read();
  batch.judge(before ? &*before : nullptr, law->pages());
  result.reports = batch.take();
  find_copies(result.reports, law->texts().copies, rules, request.jobs,
              request.progress);
  result.stopped = std::ranges::none_of(
      result.reports,
      [](const AuditedReport& report) { return report.report.has_value(); });
  return result;
}

}  // namespace gov_report
