// claims.h - statements of a text that have a figure in the tables: found by
// the wording patterns of schemas/claims.yaml, not yet compared with anything.
//
//   in      the blocks of one section, with their figures filled in
//   out     what the text says and which figures that should be; numbers near
//           the vocabulary that no pattern attaches
//   absent  a placeholder that no pattern attaches is neither

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "narrative/marked_text.h"

namespace gov_report {

/// The figures that a statement is about: any of `sums`, the first is meant.
struct ClaimFigures {
  std::vector<ClaimSum> sums;      ///< whole cell ids
  std::vector<ClaimSum> share_of;  ///< wholes of their share
  bool last_year = false;
};

/// A statement of the text.
struct FoundClaim {
  const Claim* claim = nullptr;
  Place place;
  std::string written;  ///< the number with its unit, or the statement
  std::string what;     ///< words that name the figure; empty: claim->what
  std::optional<Numeral> number;
  ClaimFigures figures;
  /// Of share, growth, points, change, last_year, flat and trend: the number
  /// in front of it, in the text.
  std::optional<Numeral> base;
  std::string base_written;
  const Claim* base_claim = nullptr;
  std::string clause;        ///< the words around it
  int direction = 0;         ///< 1 up, -1 down, 0 not said
  std::size_t sentence = 0;  ///< statements of one sentence have the same
};

/// A list whose numbers should add up to one before it.
struct FoundParts {
  Place place;  ///< of the list
  Numeral whole;
  std::string written;  ///< the whole, as written
  std::vector<Numeral> parts;
  bool channels = false;
  bool complete = false;  ///< the list claims to name all parts
};

/// A number that no pattern attaches.
struct LooseNumber {
  Place place;
  std::string clause;  ///< the words around it
};

struct SectionClaims {
  std::vector<FoundClaim> claims;
  std::vector<FoundParts> parts;
  std::vector<LooseNumber> loose;
};

/// Whose text it is.
struct TextSubject {
  int year = 0;
  std::string agency;   ///< the reporting body
  std::string section;  ///< id of the section that the blocks are the text of
};

SectionClaims find_claims(const std::vector<TextBlock>& blocks,
                          const ClaimFormat& format,
                          const TextSubject& subject);

/// The text of a section, folded as patterns see it, without marks.
std::string folded_text(const std::vector<TextBlock>& blocks);

}  // namespace gov_report
