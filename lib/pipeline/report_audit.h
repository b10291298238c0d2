// report_audit.h - one published file, read and judged by itself and beside the
// report of the year before.
//
//   out     an AuditedReport
//   errors  as audit.h says

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "check/coverage.h"
#include "check/suspected_figures.h"
#include "pipeline/audit.h"
#include "pipeline/finding_collector.h"
#include "pipeline/published_law.h"
#include "pipeline/report_before.h"

namespace gov_report {

class ReportAudit {
 public:
  /// REQUIRES: law and rules stay.
  ReportAudit(const PublishedLaw& law, const RuleCatalogue& rules,
              std::size_t limit)
      : law_(law), rules_(rules), collector_(rules, limit) {}
  ReportAudit(const ReportAudit&) = delete;
  ReportAudit& operator=(const ReportAudit&) = delete;

  /// The report; nullptr if it cannot be read.
  const PublishedReport* read(const std::string& file);
  /// After read(): another file of the same body and year stands before this
  /// one, and is what other years are compared with.
  void stand_beside(const PublishedReport& first, const std::string& file);
  /// After read(): bodies that the text should not name (TextFacts).
  void set_neighbours(std::vector<std::string> names) {
    neighbours_ = std::move(names);
  }
  /// After read(), once. What is read stays as it is: other years look at it.
  void judge_with(const ReportBefore* before);
  /// At the end, once.
  AuditedReport take() { return std::move(audited_); }
  std::map<std::string, NotRunReason> rules_not_run() const {
    return coverage_.rules_not_run();
  }
  /// Of thousands it would take memory that nobody asks for.
  void forget_rules_not_run() { coverage_ = {}; }

 private:
  void judge(const ReportBefore* before);
  void show_words(Place& place) const;
  void year_unknown();
  /// Of the year before and, as far as names are known, of the same body.
  bool comparable_with(const ReportBefore& before);
  SealedReport in_terms_of(SealedReport last) const;
  FindingList check_figures(const SealedReport* last, const BodyOfName* body);
  void tell_at_cells(FindingList& findings);
  void stand_at_cell(Finding& finding) const;
  void check_statements(const SealedReport* last, SuspectedFigures& suspected);
  void check_words(const ReportBefore* before, const BodyOfName* body);

  const PublishedLaw& law_;
  const RuleCatalogue& rules_;
  FindingCollector collector_;
  FindingSink sink_;
  AuditedReport audited_;
  Coverage coverage_;
  std::vector<std::string> neighbours_;
};

}  // namespace gov_report
