// audit.h - `gov-report audit`: published reports, each read and judged by
// itself, then beside the others of the batch.
//
//   threads take a file each; what is found does not depend on them
//   law     the form that a report shows, and the rules of its year
//   absent  a report without a year, or a body whose name says nothing: the
//           rules that need them are not run, with the reason
//   errors  a file that is no report has findings that say so (invalid-encoding
//           and others of read_page.h, or report-unreadable: login, not-found,
//           no-report) and no figures

#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/finding_list.h"
#include "base/progress.h"
#include "check/coverage.h"
#include "import/published_page.h"
#include "import/read_report.h"
#include "schema/claim_format.h"
#include "schema/messages.h"
#include "schema/schema.h"
#include "tally/report_file.h"
#include "write/audit_report.h"
#include "write/audit_verdict.h"
#include "write/check_report.h"

namespace gov_report {

struct AuditRequest {
  std::vector<std::string> files;  ///< as typed; findings name them so
  /// Report of the year before; empty: that of the same body among the files.
  std::string against;
  std::size_t limit = 100;       ///< findings kept of each rule; 0: all
  unsigned jobs = 0;             ///< threads; 0: as many as the machine has
  Progress* progress = nullptr;  ///< null: nobody looks
};

/// The rule of rows that could not be read and need be no error of the report.
inline constexpr std::string_view kRowUnread = "row-unread";

struct AuditedReport {
  std::string file;
  std::optional<PublishedReport> report;  ///< nullopt: cannot be read
  FindingList findings;
  std::string body_kind;  ///< by its name; empty: not known
  std::string against;    ///< report of the year before; empty: none
  PublishedPage::Kind page_kind = PublishedPage::Kind::text;
  /// Rules, and why they did not run; known of one report alone.
  std::map<std::string, NotRunReason> not_run = {};

  AuditVerdict verdict(const RuleCatalogue& rules, bool strict) const;
};

struct AuditResult {
  std::vector<AuditedReport> reports;  ///< in the order of the files
  FindingList problems;                ///< of --against or of the schemas
  bool stopped = false;                ///< nothing was read
};

AuditResult audit_reports(const AuditRequest& request, const DataFiles& data,
                          const RuleCatalogue& rules);

/// One report in words.
CheckReport describe(const AuditedReport& report, const RuleCatalogue& rules,
                     const Messages& messages, bool strict);

/// All of them, on so many threads.
std::vector<CheckReport> describe_all(const AuditResult& result,
                                      const RuleCatalogue& rules,
                                      const Messages& messages, bool strict,
                                      unsigned jobs);

/// Rules that did not run for what is not known of the report, alone in its
/// batch, and why, in words. Those that no published report is judged by are
/// left out.
std::vector<std::pair<std::string, std::string>> rules_not_run(
    const AuditedReport& report, const Messages& messages);

/// What is written of a report. REQUIRES: it stays.
AuditEntry audit_entry(const AuditedReport& report, const RuleCatalogue& rules,
                       const Messages& messages, bool strict);

}  // namespace gov_report
