// lines.h - what a line of a narrative file begins, judged by itself.

#pragma once

#include <cstddef>

#include "narrative/glyphs.h"

namespace gov_report {

enum class LineStart {
  text,
  heading,     ///< one or more #
  bullet,      ///< - * +
  ordered,     ///< 1. or 1)
  quote,       ///< >
  fence,       ///< ``` or ~~~
  table,       ///< a | at the start, or the line under a table's head
  rule,        ///< --- *** ___
  definition,  ///< [name]: address
};

/// A line that is not blank.
struct LineShape {
  LineStart start = LineStart::text;
  std::size_t indent = 0;  ///< ASCII blanks before it; a tab counts 4
  std::size_t tags = 0;    ///< glyphs of conditional tags in front
  std::size_t mark = 0;    ///< glyphs of the mark: ## - 12. ```
  std::size_t number = 0;  ///< of an ordered item
};

/// Glyphs of the conditional tags, and blanks after them, that `glyphs`
/// begins with.
std::size_t leading_tags(Glyphs glyphs);

/// The shape of trimmed `content`, in front of which `line` has its indent.
LineShape shape_of(Glyphs line, Glyphs content);

/// A line of = or - that makes a heading of the line above.
bool is_setext_underline(Glyphs content);

}  // namespace gov_report
