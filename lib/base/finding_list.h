// finding_list.h - the findings of a run, in the order they are shown: by
// file, position, severity, rule; never by the order of discovery.
//
//   memory  what is kept may be less than what was found; the rest is counted
//           exactly (FindingsLeftOut)

#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/finding.h"

namespace gov_report {

/// Findings of one rule and severity that were counted and not kept.
struct FindingsLeftOut {
  std::uint64_t count = 0;   ///< that the verdict counts
  std::uint64_t folded = 0;  ///< that follow from others
  // Where they stand; empty and 0 when not all are in one file, or column.
  bool one_file = true;
  std::string file;
  std::uint64_t first_line = 0;
  std::uint64_t last_line = 0;
  bool one_column = true;
  Text column;
};

/// How often a rule was broken.
struct RuleTotal {
  std::string rule;
  Severity severity = Severity::error;
  std::uint64_t count = 0;   ///< exact; what the verdict counts
  std::uint64_t shown = 0;   ///< of those, in the list
  std::uint64_t folded = 0;  ///< others, which follow from a finding
};

class FindingList {
 public:
  using Key = std::pair<std::string, Severity>;

  void add(Finding finding) { findings_.push_back(std::move(finding)); }
  /// Hands findings to this list; valid as long as the list.
  FindingSink sink() {
    return [this](Finding finding) { add(std::move(finding)); };
  }
  bool empty() const { return findings_.empty(); }
  const std::vector<Finding>& all() const { return findings_; }
  std::vector<Finding>& all() { return findings_; }

  const std::map<Key, FindingsLeftOut>& left_out() const { return left_out_; }
  std::map<Key, FindingsLeftOut>& left_out() { return left_out_; }

 private:
  std::vector<Finding> findings_;
  std::map<Key, FindingsLeftOut> left_out_;
};

}  // namespace gov_report
