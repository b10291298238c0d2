// coverage.h - what a run looked at, so that "nothing found" means something.

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/finding.h"

namespace gov_report {

/// Why a rule did not run: a key of messages.yaml under `not-run.`.
struct NotRunReason {
  std::string key;
  std::vector<Argument> arguments;
};

/// A number of the text that nothing could be compared with.
struct UnverifiedNumber {
  Place place;
  std::string text;  ///< the words around it
};

class Coverage {
 public:
  std::uint64_t cells_checked = 0;
  std::uint64_t equations_checked = 0;
  std::uint64_t records_checked = 0;
  std::uint64_t rows_rejected = 0;
  std::uint64_t claims_checked = 0;
  std::vector<UnverifiedNumber> claims_not_verified;

  void ran(const std::string& rule) { ran_.insert(rule); }
  /// Has no effect on a rule that runs elsewhere in the same check.
  void not_run(const std::string& rule, NotRunReason reason) {
    not_run_.try_emplace(rule, std::move(reason));
  }

  /// Even if `ran` was called: what it found is dropped.
  void never_ran(const std::string& rule, NotRunReason reason) {
    ran_.erase(rule);
    not_run_.insert_or_assign(rule, std::move(reason));
  }

  /// Adds what others looked at in the same run.
  void absorb(const Coverage& other) {
    cells_checked += other.cells_checked;
    equations_checked += other.equations_checked;
    records_checked += other.records_checked;
    rows_rejected += other.rows_rejected;
    claims_checked += other.claims_checked;
    claims_not_verified.insert(claims_not_verified.end(),
                               other.claims_not_verified.begin(),
                               other.claims_not_verified.end());
    ran_.insert(other.ran_.begin(), other.ran_.end());
    not_run_.insert(other.not_run_.begin(), other.not_run_.end());
  }

  const std::set<std::string>& rules_run() const { return ran_; }
  std::map<std::string, NotRunReason> rules_not_run() const {
    auto rest = not_run_;
    for (const std::string& rule : ran_) rest.erase(rule);
    return rest;
  }

 private:
  std::set<std::string> ran_;
  std::map<std::string, NotRunReason> not_run_;
};

}  // namespace gov_report
