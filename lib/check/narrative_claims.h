// narrative_claims.h - what the text says against what the tables say (domain
// rules 4.8, the fee rules of section 六 and incomparable-figures-compared).
//
//   in      statements as narrative/claims.h finds them
//   absent  a statement about a figure that is not known is not verified; a
//           rule none of whose statements could be looked at is not run
//   findings of the rules of schemas/claims.yaml, with a variant of `shared:`
//           in schemas/rules.yaml: claim-differs claim-differs-sum
//           claim-placeholder claim-none claim-missing claim-bases claim-share
//           claim-growth claim-direction claim-from-zero claim-points
//           claim-change claim-flat claim-parts claim-incomparable

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "check/coverage.h"
#include "check/suspected_figures.h"
#include "narrative/claims.h"
#include "schema/claim_format.h"
#include "tally/report_file.h"
#include "tally/table.h"

namespace gov_report {

/// A figure, or several added up, in words.
struct FigureText {
  Decimal value;
  Text written_out;         ///< "本年新收 821 + 上年结转 3 = 824"
  std::string placeholder;  ///< {{id}}; empty for a sum
};

class ClaimRules {
 public:
  /// `last` is last year's report; nullptr if there is none. Statements that
  /// `suspected` takes are not handed to `sink`.
  ClaimRules(const ClaimFormat& format, const Table& table,
             const SealedReport* last, Coverage& coverage,
             const FindingSink& sink, SuspectedFigures* suspected = nullptr);

  void check(const SectionClaims& section);
  /// Whether a section speaks of what it must; `text` is folded.
  void check_mentions(const std::string& section, const std::string& text,
                      const std::string& file);
  /// After the last section: which rules ran. `any_text`: there was one.
  void finish(bool any_text);

 private:
  std::optional<Decimal> value(const ClaimSum& sum, bool last_year) const;
  std::optional<Decimal> value(const ParsedComparison& comparison,
                               bool left) const;
  FigureText figure(const ClaimSum& sum, bool last_year) const;
  Text label(const std::string& id, bool last_year) const;

  void check(const FoundClaim& claim);
  void check(const FoundParts& parts);
  /// Reports what differs; false if a figure it needs is not known.
  bool compare(const FoundClaim& claim);
  bool check_count(const FoundClaim& claim);
  bool check_none(const FoundClaim& claim);
  bool check_missing(const FoundClaim& claim);
  bool check_share(const FoundClaim& claim);
  bool check_growth(const FoundClaim& claim);
  bool check_change(const FoundClaim& claim);
  bool check_points(const FoundClaim& claim);
  bool compare_bases(const FoundClaim& claim,
                     const std::set<std::size_t>& fits);
  bool is_incomparable(const FoundClaim& claim);

  Finding finding(const FoundClaim& claim, std::string variant) const;
  void report_count(const FoundClaim& claim, const ClaimSum& sum);
  void report_growth(const FoundClaim& claim, Decimal now, Decimal last);

  const ClaimFormat& format_;
  const Table& table_;
  const SealedReport* last_;
  Coverage& coverage_;
  const FindingSink& sink_;
  SuspectedFigures* suspected_;      // nullptr: none
  std::set<std::string> looked_at_;  // rules with a statement compared
  std::set<std::string> unknown_;    // rules with one that could not be
  /// By sentence: the sums that all numbers so far stand for.
  std::map<std::size_t, std::set<std::size_t>> bases_;
};

}  // namespace gov_report
