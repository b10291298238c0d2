// marked_text.h - a paragraph as the wording patterns see it: folded letters
// that know where they stand, words and numbers as marks.
//
//   folded  no blanks; half-width digits and letters; full-width marks
//           ，。；：！？（）
//   units   offsets of `text` are bytes

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "narrative/narrative.h"
#include "schema/claim_format.h"

namespace gov_report {

/// A folded character of the text.
struct Letter {
  char32_t c = 0;
  Position at;              ///< in the file
  std::uint32_t width = 1;  ///< columns; of a figure those of its braces
  const std::string* cell = nullptr;  ///< of the placeholder it comes from
  bool comma = false;  ///< was an ASCII or full-width comma, not a 、
};

std::vector<Letter> fold_letters(const std::vector<TextRun>& runs);
/// Their characters alone, in UTF-8.
std::string folded_runs(const std::vector<TextRun>& runs);

/// What a number may stand for: an interval, open or closed.
struct NumberRange {
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  bool low_open = false;
  bool high_open = false;

  bool holds(Decimal value) const;
};

/// A number as the text writes it, with its unit and words such as 约 or 余.
struct Numeral {
  std::size_t begin = 0;  ///< letters [begin, end)
  std::size_t end = 0;
  Decimal value;
  NumberRange range;
  bool exact = true;     ///< stands for `value` alone
  bool chinese = false;  ///< written in Chinese numerals
  int decimals = 0;      ///< digits after the point, as written
  std::string unit;      ///< "" if none follows; "%" for every kind of percent
  std::string cell;      ///< of the placeholder it comes from
};

/// Reads the number that begins at letters[at], with the words around it.
/// nullopt if none does; digits too long for a figure are none.
std::optional<Numeral> read_numeral(const std::vector<Letter>& letters,
                                    std::size_t at, const NumberWords& words);

/// Whether letters from `at` on are `word`.
bool word_at(const std::vector<Letter>& letters, std::size_t at,
             std::u32string_view word);

struct MarkedText {
  std::vector<Letter> letters;
  std::vector<Numeral> numerals;  ///< in order
  std::string text;               ///< marks and what is none, in UTF-8
  std::vector<std::size_t>
      letter_at;                    ///< by byte of `text`, its letter; one more
  std::vector<std::size_t> begins;  ///< by numeral, byte of its mark
  std::vector<std::size_t> ends;    ///< by numeral, byte behind its mark

  /// Letters [begin, end) as UTF-8.
  std::string words(std::size_t begin, std::size_t end) const;
  /// The letters that bytes [begin, end) of `text` stand for.
  std::string words(Span span) const;
};

/// `year` tells this year's marks from others.
MarkedText mark_text(const std::vector<TextRun>& runs,
                     const ClaimFormat& format, int year);

}  // namespace gov_report
