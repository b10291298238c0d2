// diagnostic.h - a finding in words of one language, ready to be printed.
//
//   absent  a part that the rule has nothing to say about is empty

#pragma once

#include <string>
#include <vector>

#include "base/finding.h"

namespace gov_report {

enum class Language { zh, en };

struct Diagnostic {
  std::string rule;
  Severity severity = Severity::error;
  Place place;
  std::string cell;
  std::string headline;  ///< one line, complete by itself
  std::string note;      ///< stands under the caret
  std::string expected;
  std::string reported;
  std::string effect;
  std::string remedy;
  std::vector<Diagnostic> candidates;    ///< see Finding
  std::vector<Diagnostic> consequences;  ///< see Finding
};

/// error, warning, info
std::string_view severity_name(Severity severity);

}  // namespace gov_report
