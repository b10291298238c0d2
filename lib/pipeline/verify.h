// verify.h - `gov-report verify`: a delivered folder against its manifest,
// its files against each other, and all of it against the ledgers.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/check.h"

namespace gov_report {

struct VerifyRequest {
  std::filesystem::path folder;     ///< what was delivered
  std::filesystem::path workspace;  ///< what it was made from, if at hand
};

enum class Answer { yes, no, not_answered };

struct VerifyResult {
  int year = 0;
  std::string format;
  std::string agency;
  Answer unedited = Answer::not_answered;    ///< as it was built?
  Answer consistent = Answer::not_answered;  ///< do its files agree?
  Answer from_ledgers = Answer::not_answered;
  std::string why_not_consistent;  ///< keys of messages.yaml: why a question
  std::string why_not_ledgers;     ///< was not answered
  std::size_t files_compared = 0;
  std::size_t cells_compared = 0;
  FindingList findings;
  bool stopped = false;
};

/// Findings: manifest-unreadable and file-missing stop the run; output-edited,
/// variants changed, missing, added {file}; changed-after-publication {file};
/// output-unreadable {file}; outputs-disagree {cell, file, value, others},
/// variant shape {table}; output-not-from-ledgers {cell, value, expected},
/// variants input-changed, input-missing, input-new and text {file}.
VerifyResult verify_folder(const VerifyRequest& request, const DataFiles& data,
                           const RuleCatalogue& rules,
                           const Messages& messages);

}  // namespace gov_report
