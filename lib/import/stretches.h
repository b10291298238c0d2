// stretches.h - the lines of a page as stretches: words without figures in
// between, and the figures behind them.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/published_page.h"
#include "import/text_pieces.h"
#include "schema/page_format.h"

namespace gov_report {

struct Stretch {
  std::string words;  ///< folded
  std::vector<TextPiece> figures;
  std::size_t bars = 0;          ///< behind the words, before other words
  std::size_t bars_before = 0;   ///< in front of the first figure
  std::size_t bars_behind = 0;   ///< behind the last figure
  std::size_t bars_in_line = 0;  ///< those of them in its line
  Place place;                   ///< of the last words
  /// Where in the words each piece begins, and in which line of the page.
  std::vector<std::pair<std::size_t, std::uint64_t>> lines = {};
  std::vector<Across> across = {};     ///< of each piece, as `lines`
  std::vector<std::size_t> rows = {};  ///< of the form, that the words name

  /// The figures begin in the line in which the words end.
  bool is_beside_figures() const;
  /// The last figure stands in that line.
  bool ends_in(std::uint64_t line) const;
  /// The words of one of `lines`.
  std::string_view piece(std::size_t i) const;
  /// Where in its line the piece with a byte of the words begins.
  Across across_at(std::size_t offset) const;
  /// The line in which a byte of the words stands.
  std::uint64_t line_at(std::size_t offset) const;
};

struct StretchesOfLines {
  std::vector<Stretch> stretches;
  std::vector<TextPiece> words;  ///< one by one, folded
};

/// Of blocks [first, last). `known`: all that the form prints, folded.
StretchesOfLines cut_stretches(const PublishedPage& page, std::size_t first,
                               std::size_t last,
                               const std::vector<std::string>& known,
                               const FigureWords& words);

/// Words follow the last figure of a stretch in its line.
bool has_words_beside(const std::vector<Stretch>& stretches, std::size_t i);

/// They count on, as some number their columns.
bool number_columns(const std::vector<TextPiece>& figures);

/// Figures of a row stand in one line, or each cell in a line.
bool in_one_line_or_each_in_its_own(const std::vector<TextPiece>& figures);

}  // namespace gov_report
