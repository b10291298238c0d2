// notice_letter.h - the letter to one body as a document.
//
//   in      the reports of the body that have something to be mended, by year
//   absent  a body without a name is a marked place; so are an office that
//           sends it and its date

#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "pipeline/audit.h"
#include "pipeline/notice.h"
#include "pipeline/notice_words.h"

namespace gov_report {

/// Of a body, by year.
using ReportsOfBody = std::vector<const AuditedReport*>;

/// How many findings of this severity a letter has.
std::size_t letter_findings(const ReportsOfBody& reports, Severity severity,
                            const RuleCatalogue& rules);

class NoticeLetter {
 public:
  /// REQUIRES: all of them stay.
  NoticeLetter(const ReportsOfBody& reports, const NoticeRequest& request,
               const RuleCatalogue& rules, const Messages& chinese)
      : reports_(reports),
        request_(request),
        rules_(rules),
        messages_(chinese),
        words_(rules, chinese) {}

  Document compose() const;
  /// Of the letter, without its ending. `name`: of the body.
  std::string file_name(const std::string& name) const;
  /// A text of notice.*, with what the letter is about.
  std::string say(const std::string& key,
                  std::vector<Argument> arguments = {}) const;

 private:
  std::string manner() const;
  std::string years() const;
  void add_section(const std::string& key, Document& document) const;
  void add_findings(Severity severity, const std::string& key,
                    Document& document) const;
  List items_of(const std::vector<const Finding*>& findings,
                const AuditedReport& report) const;
  void add_left_out(const AuditedReport& report, Severity severity,
                    std::vector<Block>& blocks) const;
  std::string report_name(const AuditedReport& report) const;
  void add_demand(Document& document) const;

  const ReportsOfBody& reports_;
  const NoticeRequest& request_;
  const RuleCatalogue& rules_;
  const Messages& messages_;
  NoticeWords words_;
};

}  // namespace gov_report
