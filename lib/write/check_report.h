// check_report.h - the findings of a run as text and as JSON.
//
//   order  as given: by file, position, severity, rule
//   json   "gov-report/check/1" (schemas/json/check.schema.json); absent parts
//          are left out

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/json_writer.h"

namespace gov_report {

struct CheckReport {
  int year = 0;
  std::string format;
  bool pass = false;
  std::vector<Diagnostic> findings;
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

/// One finding with its line, a caret and its parts, ending with a newline.
/// `color` adds terminal colours.
std::string finding_text(const Diagnostic& diagnostic, bool color);
/// One line: file:line:column: severity[rule]: headline
std::string finding_line(const Diagnostic& diagnostic);

/// A finding as an object, for other shapes of JSON that hold findings.
void write_finding(JsonWriter& json, const Diagnostic& diagnostic);

std::string check_json(const CheckReport& report);

}  // namespace gov_report
