// check_report.h - the findings of a run as text and as JSON.
//
//   order  as given: by file, position, severity, rule
//   json   "gov-report/check/1" (schemas/json/check.schema.json); absent parts
//          are left out

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/finding_list.h"
#include "base/json_writer.h"

namespace gov_report {

/// A rule that was broken, in words.
struct BrokenRule {
  std::string rule;
  Severity severity = Severity::error;
  std::string checks;
  std::string why;
  std::string fix;
  std::string citation;
};

/// Says how many findings of a rule are left out.
struct MoreFindings {
  std::size_t after = 0;  ///< place in `findings` of the last one shown, plus 1
  std::string rule;
  std::string text;  ///< one line
};

/// A finding that somebody has accepted; it does not count.
struct WaivedDiagnostic {
  Diagnostic finding;
  std::string reason;
  std::string person;
  std::string date;   ///< 2025-01-15
  std::string until;  ///< empty: no end
  bool is_public = false;
  std::uint64_t line = 0;  ///< of the entry in waivers.yaml
};

struct CheckReport {
  int year = 0;
  std::string format;
  bool pass = false;
  bool stopped = false;  ///< the run could not go on
  std::vector<Diagnostic> findings;
  std::vector<RuleTotal> totals;
  std::vector<MoreFindings> more;  ///< in the order of `after`
  std::vector<BrokenRule> rules;   ///< those in totals, by name
  std::vector<WaivedDiagnostic> waived;
  bool waivers_ignored = false;
  std::uint64_t cells_checked = 0;
  std::uint64_t equations_checked = 0;
  std::uint64_t records_checked = 0;
  std::uint64_t rows_rejected = 0;
  std::uint64_t claims_checked = 0;
  /// Numbers of the text that nothing was compared with, and their clause.
  std::vector<std::pair<Place, std::string>> claims_not_verified;
  std::uint64_t rules_run = 0;
  std::vector<std::pair<std::string, std::string>> rules_not_run;  // and why
};

/// What the verdict counts; exact, also where findings are left out.
std::uint64_t count_of(const CheckReport& report, Severity severity);

/// One finding with its line, a caret and its parts, ending with a newline.
/// `color` adds terminal colours.
std::string finding_text(const Diagnostic& diagnostic, bool color);
/// One line: file:line:column: severity[rule]: headline
std::string finding_line(const Diagnostic& diagnostic);

/// A finding as an object, for other shapes of JSON that hold findings.
void write_finding(JsonWriter& json, const Diagnostic& diagnostic);

/// Calls `each` for every finding (with no text) and for the lines of `more`
/// (with nullptr), in the order they are printed.
void for_each_line(
    const CheckReport& report,
    const std::function<void(const Diagnostic*, const std::string&)>& each);

/// One line: file:line:column: waived[rule]: headline
std::string waived_line(const WaivedDiagnostic& waived);
/// The same with who, when and why in a second line.
std::string waived_text(const WaivedDiagnostic& waived);

std::string check_json(const CheckReport& report);

}  // namespace gov_report
