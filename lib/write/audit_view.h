// audit_view.h - audited reports as a workbook and a page show them.
//
//   absent  year 0, an empty form or body: not known; a figure that the form
//           of a report does not have has no entry

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "write/audit_verdict.h"
#include "write/check_report.h"

namespace gov_report {

struct ViewedFigure {
  /// unread: it is there, and what it is is not known. missing: it is not
  /// there, or nothing says that it is.
  enum class State { number, text, blank, unread, missing };
  State state = State::missing;
  Decimal number;
  std::string text;
};

/// A figure of a report form.
struct FigureName {
  std::string id;
  std::string label;
  std::string table;
};

struct ViewedForm {
  std::string id;
  std::vector<FigureName> figures;  ///< in the order of the form
};

struct ViewedReport {
  std::string file;
  std::string agency;
  int year = 0;
  std::string form;
  AuditVerdict verdict = AuditVerdict::unreadable;
  std::string against;  ///< report of the year before; empty: none
  std::uint64_t read = 0;
  std::uint64_t unread = 0;                     ///< or not there
  std::map<std::string, ViewedFigure> figures;  ///< by id
  std::vector<TableBlock> tables;               ///< as the form prints them
  const CheckReport* words = nullptr;
};

/// The figures that a chart shows of one body over its years.
struct ViewedSeries {
  struct Line {
    std::string label;
    std::vector<std::optional<Decimal>> values;  ///< one per year
  };
  std::string agency;
  std::vector<int> years;
  std::vector<Line> lines;
};

struct AuditView {
  std::vector<ViewedReport> reports;
  std::vector<ViewedForm> forms;  ///< those that some report is in
  std::vector<BrokenRule> rules;  ///< those broken anywhere, by name
  std::vector<ViewedSeries> series;
  /// Labels of the figures that findings are about, by id.
  std::map<std::string, std::string> labels;
};

/// A text by its key, with {name}s filled in.
using AuditWords = std::function<std::string(
    std::string_view key, const std::vector<Argument>& arguments)>;

/// The key of the word for a state: "number".
std::string_view state_key(ViewedFigure::State state);

/// How many reports have each verdict, in a line.
std::string audit_total_text(const AuditWords& words,
                             const std::size_t (&counts)[kAuditVerdicts]);

/// How often a report breaks a rule, consequences left out.
std::uint64_t count_of_rule(const ViewedReport& report, std::string_view rule);

/// Where in its file a finding stands: "B7", "12:5"; empty: the whole file.
std::string place_text(const Diagnostic& finding);

}  // namespace gov_report
