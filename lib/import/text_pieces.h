// text_pieces.h - lines of text cut into words, figures and the bars between
// cells. Nothing is known yet of rows.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/finding.h"
#include "schema/page_format.h"

namespace gov_report {

struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
};

inline bool overlap(const Extent& a, const Extent& b) {
  return a.begin < b.end && b.begin < a.end;
}

/// Where a piece stands in its line, if wide characters are two of others, and
/// if all are one: texts in columns are laid out by either. In a PDF both are
/// its true place.
struct Across {
  Extent width;
  Extent characters;
  bool exact = false;  ///< of a PDF
};

struct TextPiece {
  std::string text;
  Place place;
  bool figure = false;
  bool bar = false;    ///< only the bar between two cells
  bool words = false;  ///< a figure only if the line has one for each column
  Across across = {};
  std::uint64_t line = 0;  ///< of the file, or of the page: a paragraph is one
};

/// Adds the pieces of one line: cut at bars, or, without any, at blanks, and
/// where a label of `known` (folded) meets a figure without a blank. A figure
/// and the unit behind it are one piece; two bars between figures, or between
/// words and figures, are a blank one; words in a cell between a label, or
/// figures, and another figure stand in the place of one; a figure in front of
/// the words of a line of cells, which numbers it, is left out.
void cut_line(const std::string& line, const Place& place,
              const std::vector<std::string>& known, const FigureWords& words,
              std::vector<TextPiece>& pieces);

std::vector<std::string_view> texts_of(const std::vector<TextPiece>& pieces);

/// A number with its mark, "2." or "2" in front of ".", begins a label and is
/// no figure; the mark may stand in the next line if the number is alone in
/// its own.
void join_labels(std::vector<TextPiece>& pieces);

}  // namespace gov_report
