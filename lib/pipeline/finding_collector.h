// finding_collector.h - takes the findings of a run as they turn up and keeps,
// of each rule, the first few by file and line; the rest is counted.
//
//   out     findings in the order they are shown, each said once, consequences
//           folded (check/follow_ons.h); what is left out, exactly
//   memory  grows with the number of rules and the limit, not with that of the
//           findings. What stands on no line is kept until the end, and so is
//           what is about a cell, as its cause may come later: the form bounds
//           the cells, and of one cell and rule the limit holds as well.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/finding_list.h"
#include "check/follow_ons.h"

namespace gov_report {

/// Findings kept of a rule unless a run says otherwise.
inline constexpr std::size_t kFindingLimit = 100;

/// A finding left out, behind those it stands under: rules and their own
/// severities. How severe the others are is known only at the end.
using FindingChain =
    std::vector<std::pair<std::string, std::optional<Severity>>>;

/// A collection that is not at its end: what a part of a run has found.
/// Depends on what was found, not on the order in which it turned up.
struct CollectedFindings {
  std::vector<Finding> of_figures;
  std::map<std::string, std::vector<Finding>, std::less<>> kept;  ///< by rule
  std::map<FindingChain, FindingsLeftOut> left_out;
};

class FindingCollector {
 public:
  /// `limit` 0: all are kept.
  FindingCollector(const RuleCatalogue& rules, std::size_t limit)
      : rules_(rules), limit_(limit) {}

  void add(Finding finding);
  /// Hands over what there is, to go on elsewhere.
  CollectedFindings pause();
  /// Adds what another one has found, under the same limit, at other records.
  void resume(CollectedFindings found);
  /// Those about cells, and those that stand on no line. Of records that
  /// count for one cell, the first few of each rule by file and line.
  FindingList& of_figures() {
    end_cells();
    return of_figures_;
  }
  /// Ends the collection. The severities are those of the rules in a report of
  /// `format`, empty if it is not known, and `year` (pipeline/settle.h).
  FindingList take(std::string_view format, int year,
                   const UnfilledTables& unfilled);

 private:
  /// By file and position; what stands in no file comes last.
  using Order = std::tuple<bool, std::string, Position>;
  struct Bucket {
    std::vector<Finding> findings;
    bool full = false;
    Order last;  // if full: what does not stand before it is left out
  };

  using Chain = FindingChain;

  static Order order_of(const Finding& finding);
  /// Of one rule and cell.
  struct OfCell {
    Order order;
    std::size_t number = 0;  // as it turned up
    Finding finding;

    bool operator<(const OfCell& other) const {
      return std::tie(order, number) < std::tie(other.order, other.number);
    }
  };

  bool is_of_figure(const Finding& finding) const;
  std::optional<Finding> keep_of_cell(Finding finding);
  void end_cells();
  void end_record();
  void keep(Finding finding);
  std::size_t most_kept() const { return 2 * limit_; }
  void shrink(Bucket& bucket);
  void leave_out(const Finding& finding, Chain above = {});
  std::map<FindingList::Key, FindingsLeftOut> left_out(std::string_view format,
                                                       int year) const;

  const RuleCatalogue& rules_;
  std::size_t limit_;
  std::vector<Finding> record_;  // at one place, not yet folded
  std::map<std::string, Bucket, std::less<>> kept_;  // by rule
  FindingList of_figures_;
  // With a cell and a line, by rule and cell; heaps with the last on top.
  std::map<std::pair<std::string, std::string>, std::vector<OfCell>> of_cell_;
  std::size_t of_cells_ = 0;  // seen so far
  std::map<Chain, FindingsLeftOut> left_out_;
};

/// Sorts findings as they are shown and drops those that say the same.
void put_in_order(std::vector<Finding>& findings, const RuleCatalogue& rules);
void put_in_order(FindingList& findings, const RuleCatalogue& rules);

/// By rule, in the order of the names. Sums by severity are those of the
/// verdict.
std::vector<RuleTotal> totals_of(const FindingList& findings,
                                 const RuleCatalogue& rules);

}  // namespace gov_report
