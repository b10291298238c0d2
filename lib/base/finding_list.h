// finding_list.h - the findings of a run, in the order they are shown: by
// file, position, severity, rule; never by the order of discovery.

#pragma once

#include <vector>

#include "base/finding.h"

namespace gov_report {

class FindingList {
 public:
  void add(Finding finding) { findings_.push_back(std::move(finding)); }
  /// Hands findings to this list; valid as long as the list.
  FindingSink sink() {
    return [this](Finding finding) { add(std::move(finding)); };
  }
  bool empty() const { return findings_.empty(); }
  const std::vector<Finding>& all() const { return findings_; }
  std::vector<Finding>& all() { return findings_; }

 private:
  std::vector<Finding> findings_;
};

}  // namespace gov_report
