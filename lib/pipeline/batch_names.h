// batch_names.h - the bodies of a batch as a roster: a report names none of
// its like but as a partner (domain rules 4.9, foreign-name-in-text).
//
//   absent  a body whose kind its name does not say is in no roster: those
//           above it and beside it are named for good reasons
//   time    one pass over a text; where two characters stand that names begin
//           with, those are compared

#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "import/read_report.h"

namespace gov_report {

class BatchNames {
 public:
  /// nullptr among the reports: one that cannot be read. REQUIRES: they and the
  /// words stay.
  BatchNames(const std::vector<const PublishedReport*>& reports,
             const PageFormat& words);

  /// Other bodies of the same kind and level that its text names, in the order
  /// of the batch. One whose name is the report's with words put in may be the
  /// same.
  std::vector<std::string> named_in(const PublishedReport& report) const;

 private:
  struct Body {
    std::string_view name;
    const BodyOfName* kind = nullptr;
  };

  void find_in(const std::vector<ReportBlock>& blocks,
               std::set<std::size_t>& found) const;
  std::optional<std::size_t> body_at(std::string_view text,
                                     std::size_t at) const;

  const PageFormat& words_;
  std::vector<Body> bodies_;
  /// By the lowest bits of its first character: whether a name may begin with
  /// it, which hardly any does.
  std::bitset<1 << 12> begins_;
  /// By the first bytes of the name, as one number: indices of bodies.
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_start_;
};

}  // namespace gov_report
