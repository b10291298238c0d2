// claim_format.h - how statements of the text that have a figure in the tables
// are worded, loaded from schemas/claims.yaml (the language:
// schemas/README.md, "Claims").
//
// Patterns see each word of the lexicon as one mark and each number as
// kNumberMark, so that no gap reaches over a word or a number.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/pattern.h"
#include "schema/expression.h"
#include "schema/number_words.h"
#include "schema/report_format.h"

namespace gov_report {

/// Marks in the private use area: what is masked, words, numbers.
inline constexpr char32_t kMaskMark = 0xE000;
inline constexpr char32_t kFirstWordMark = 0xE001;
inline constexpr char32_t kLastWordMark = 0xEFFF;
inline constexpr char32_t kNumberMark = 0xF000;

/// Index of a kind of words.
using WordKindIndex = std::size_t;

/// Words that mean one thing share a mark.
struct WordKind {
  std::string id;
  char32_t first = 0;  ///< marks of its values are [first, last]
  char32_t last = 0;
  bool filler = false;  ///< gaps pass over it
  /// For each mark: the cells, or parts of cell ids, that it adds up. Empty
  /// for words without a value.
  std::vector<std::vector<std::string>> values;

  bool has(char32_t mark) const { return first <= mark && mark <= last; }
};

/// Word and its mark, the longest of those with the same first character
/// first.
struct LexiconWord {
  std::u32string text;
  char32_t mark = 0;
};

/// Cells added up; a part may be <kind>, for the values of a captured word.
struct ClaimSum {
  std::vector<std::string> terms;
};

/// A wording pattern and the words it captures.
struct ClaimPattern {
  Pattern pattern;
  std::vector<std::pair<WordKindIndex, std::size_t>> groups;
};

struct Claim {
  enum class Kind {
    count,      ///< the number is a figure
    part,       ///< the number is part of the one before the list
    named,      ///< a figure that nothing is compared with
    share,      ///< percentage of a whole
    growth,     ///< percentage that a figure grew or shrank by
    points,     ///< percentage points that a share moved by
    change,     ///< what a figure grew or shrank by
    last_year,  ///< the same figure last year
    none,       ///< says that a figure is 0
    flat,       ///< says that a figure is that of last year
    trend,      ///< says which way a figure moved
    missing,    ///< a number should stand here
  };
  std::string rule;
  Kind kind = Kind::count;
  std::optional<Severity> severity;
  Text what;                           ///< empty: the words of the text
  std::optional<ClaimPattern> before;  ///< ends where the number begins
  std::optional<ClaimPattern> after;   ///< begins where the number ends
  std::optional<ClaimPattern> find;    ///< a statement without a number
  std::vector<std::string> units;
  std::vector<ClaimSum> equals;          ///< any of them; the first is meant
  std::vector<ClaimSum> share_of;        ///< wholes of its share
  std::vector<ClaimSum> of;              ///< of a share: its whole
  std::vector<WordKindIndex> needs;      ///< one of them: before, or above
  std::vector<WordKindIndex> requires_;  ///< all of them stand in the sentence
  bool one_base = false;  ///< all such numbers of a sentence, the same sum
  std::optional<Decimal> percent;  ///< of growth without a number
};

struct Incomparable {
  std::string rule;
  std::vector<std::string> cells;  ///< ids, or beginnings of ids
};

struct Mention {
  std::string rule;
  std::string section;
  Pattern find;
  std::optional<ParsedComparison> condition;
};

struct ClaimFormat {
  std::vector<std::string> sections;
  std::optional<Pattern> masks;
  std::optional<Pattern> years;
  std::u32string sentence_ends;
  NumberWords numbers;
  std::vector<std::u32string> vocabulary;
  std::vector<std::string> vocabulary_units;
  std::vector<WordKind> kinds;
  std::unordered_map<char32_t, std::vector<LexiconWord>> lexicon;
  /// Marks of years: this one, the last, the next, another.
  char32_t year_now = 0, year_last = 0, year_next = 0, year_other = 0;
  std::optional<Pattern> link;
  /// By section: kinds of words that count as said in it.
  std::map<std::string, std::vector<WordKindIndex>, std::less<>> context;
  std::vector<WordKindIndex> partial;
  std::optional<Pattern> bodies;  ///< other bodies, over folded text
  NumberWords::Words thresholds;
  WordKindIndex parts_after = 0;
  std::vector<std::u32string> incomplete;
  WordKindIndex up = 0, down = 0;
  std::string parts_rule;
  std::vector<Claim> claims;  ///< those of the report format
  std::vector<Incomparable> incomparable;
  std::vector<Mention> mentions;

  /// nullptr unless `mark` is that of a word.
  const WordKind* kind_of(char32_t mark) const;
};

}  // namespace gov_report
