// verify_report.h - the answers of `gov-report verify` as JSON
// (schemas/json/verify.schema.json).

#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace gov_report {

struct VerifyAnswer {
  std::string question;  ///< unedited, consistent, from_ledgers
  std::string answer;    ///< yes, no, not_answered
  std::string reason;    ///< why it was not answered; else empty
};

struct VerifyReport {
  int year = 0;
  std::string format;
  std::string agency;
  std::vector<VerifyAnswer> answers;
  std::vector<Diagnostic> findings;
};

std::string verify_json(const VerifyReport& report);

}  // namespace gov_report
