// sentence_claims.h - the statements of one sentence: each number is attached
// by the first wording pattern that fits in front of it.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "narrative/claims.h"

namespace gov_report {

/// A sentence of a marked text.
struct Sentence {
  Span bytes;             ///< of MarkedText::text
  std::size_t first = 0;  ///< numerals [first, last)
  std::size_t last = 0;
  std::vector<bool> seen;     ///< kinds of words so far, and in the heading
  std::vector<bool> present;  ///< kinds of words in it
  std::size_t number = 0;     ///< counts sentences of the section
  std::string_view agency;    ///< the reporting body
};

class SentenceReader {
 public:
  SentenceReader(const ClaimFormat& format, const MarkedText& text,
                 const std::string& file, const Sentence& sentence,
                 SectionClaims& result);
  void read();

 private:
  /// The values of a word: cells, or parts of ids, that it adds up.
  using Value = std::vector<std::string>;
  /// What a pattern captured: by kind of words, their place in the text.
  using Captures = std::map<WordKindIndex, Span>;
  struct Attached {
    std::optional<std::size_t> claim;  ///< the figure, in result_.claims
    bool derived = false;              ///< a share or a growth of it
    bool verified = false;             ///< by its list
  };

  bool usable(const Claim& claim) const;
  void attach(std::size_t i);
  void attach_count(const Claim& claim, Span match, const Captures& captures,
                    std::size_t i);
  bool attach_list(const Claim& claim, const FoundClaim& first,
                   const Captures& captures, std::size_t i);
  std::size_t numbers_from(std::size_t i) const;
  void add_count(FoundClaim found, std::size_t i);
  bool attach_derived(const Claim& claim, Span match, std::size_t i);
  std::optional<FoundClaim> base_before(std::size_t position) const;
  std::optional<FoundClaim> named_before(std::size_t position) const;
  /// The last word of `match` that says which way a figure moved.
  std::optional<std::size_t> direction_word(Span match) const;
  int direction_in(Span match) const;  ///< 1 up, -1 down, 0 not said
  void find_statements();
  void add_statement(const Claim& claim, Span match, const Captures& captures);

  // Lists and what is left over. (sentence_parts.cc)
  void find_channels();
  void find_listed();
  void find_bracketed();
  bool add_parts(std::size_t whole, std::size_t first, std::size_t last,
                 bool channels);
  void list_loose();

  Attached& at(std::size_t i) { return attached_[i - sentence_.first]; }
  const Attached& at(std::size_t i) const {
    return attached_[i - sentence_.first];
  }
  std::string_view text(std::size_t begin, std::size_t end) const {
    return std::string_view(marked_.text).substr(begin, end - begin);
  }
  Captures captures_of(const ClaimPattern& pattern, const PatternMatch& match,
                       std::size_t offset) const;
  std::vector<Value> values_of(Span marks, const WordKind& kind) const;
  FoundClaim found(const Claim& claim, const Captures& captures,
                   std::size_t letter, std::size_t end) const;
  /// The sums of a claim with the values of its words; `chosen` in place of
  /// those of one kind.
  std::vector<ClaimSum> sums_of(
      const Claim& claim, const Captures& captures,
      const std::optional<std::pair<WordKindIndex, Value>>& chosen) const;
  /// Whether the words in front speak of last year; nullopt: of another one,
  /// or of less than the whole.
  std::optional<bool> is_last_year(std::size_t match, std::size_t end) const;
  /// Whether another body is named right in front.
  bool has_other_body(std::size_t match) const;
  bool contains_any(const NumberWords::Words& words, std::size_t begin,
                    std::size_t end) const;
  Place place(std::size_t letter, std::size_t end) const;
  /// The letters around [begin, end) up to the ends of its clause.
  Span clause_around(std::size_t begin, std::size_t end) const;
  std::size_t letter(std::size_t byte) const { return marked_.letter_at[byte]; }

  const ClaimFormat& format_;
  const MarkedText& marked_;
  const std::string& file_;
  const Sentence& sentence_;
  SectionClaims& result_;
  std::vector<Attached> attached_;        // by numeral of the sentence
  std::map<std::string, Decimal> named_;  // figures so far, their numbers
};

}  // namespace gov_report
