#include "import/stretches.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "import/figure_looks.h"

namespace gov_report {
namespace {

/// Of characters [begin, end) of a line.
Across across_of(const PageBlock& block, const std::string& line,
                 std::size_t begin, std::size_t end) {
  const std::size_t first = block.runs.front().at.column;  // from 1
  if (first > 0 && first + end <= block.across.size()) {
    const Extent span{block.across[first - 1 + begin],
                      block.across[first - 1 + end]};
    return {span, span, true};
  }
  return {{display_width(first_characters(line, begin)),
           display_width(first_characters(line, end))},
          {begin, end}};
}

std::vector<TextPiece> pieces_of(const PublishedPage& page, std::size_t first,
                                 std::size_t last,
                                 const std::vector<std::string>& known,
                                 const FigureWords& words) {
  std::vector<TextPiece> pieces;
  for (std::size_t b = first; b < last; ++b) {
    const PageBlock& block = page.blocks[b];
    if (block.runs.empty()) continue;
    Place place;
    place.file = page.file;
    place.at = block.runs.front().at;
    const std::string line = text_of(block);
    place.excerpt = std::string(trimmed(first_characters(line, 160)));
    const std::size_t before = pieces.size();
    cut_line(line, place, known, words, pieces);
    for (std::size_t i = before; i < pieces.size(); ++i) {
      pieces[i].line = b + 1;
      const std::size_t begin = pieces[i].place.at.column - place.at.column;
      pieces[i].across =
          across_of(block, line, begin, begin + pieces[i].place.width);
    }
  }
  join_labels(pieces);
  return pieces;
}

/// The first piece that begins behind a byte of the words.
auto piece_behind(
    const std::vector<std::pair<std::size_t, std::uint64_t>>& lines,
    std::size_t offset) {
  return std::ranges::upper_bound(lines, offset, {},
                                  [](const auto& line) { return line.first; });
}

}  // namespace

bool Stretch::is_beside_figures() const {
  return figures.empty() || figures.front().line == lines.back().second;
}

bool Stretch::ends_in(std::uint64_t line) const {
  return !figures.empty() && figures.back().line == line;
}

std::string_view Stretch::piece(std::size_t i) const {
  const std::size_t begin = lines[i].first;
  const std::size_t end =
      i + 1 < lines.size() ? lines[i + 1].first : words.size();
  return std::string_view(words).substr(begin, end - begin);
}

Across Stretch::across_at(std::size_t offset) const {
  const auto behind = piece_behind(lines, offset);
  return behind == lines.begin()
             ? Across()
             : across[static_cast<std::size_t>(behind - lines.begin()) - 1];
}

std::uint64_t Stretch::line_at(std::size_t offset) const {
  const auto behind = piece_behind(lines, offset);
  return behind == lines.begin() ? 0 : std::prev(behind)->second;
}

StretchesOfLines cut_stretches(const PublishedPage& page, std::size_t first,
                               std::size_t last,
                               const std::vector<std::string>& known,
                               const FigureWords& words) {
  StretchesOfLines cut;
  auto& stretches = cut.stretches;
  for (TextPiece& piece : pieces_of(page, first, last, known, words)) {
    if (piece.bar) {
      if (stretches.empty()) continue;
      ++stretches.back().bars;
      ++stretches.back().bars_behind;
      const bool in_line = stretches.back().ends_in(piece.line);
      stretches.back().bars_in_line += in_line ? 1 : 0;
      continue;
    }
    if (piece.figure) {
      if (stretches.empty()) continue;
      if (stretches.back().figures.empty()) {
        stretches.back().bars_before = stretches.back().bars;
      }
      stretches.back().figures.push_back(std::move(piece));
      stretches.back().bars_behind = 0;
      stretches.back().bars_in_line = 0;
      continue;
    }
    cut.words.push_back({fold(piece.text), piece.place});
    // Two bars are a blank cell: what follows is another row.
    if (stretches.empty() || !stretches.back().figures.empty() ||
        stretches.back().bars > 1) {
      stretches.push_back({});
    }
    stretches.back().place = piece.place;
    stretches.back().lines.emplace_back(stretches.back().words.size(),
                                        piece.line);
    stretches.back().across.push_back(piece.across);
    stretches.back().words += fold(piece.text);
    stretches.back().bars = 0;
  }
  return cut;
}

bool has_words_beside(const std::vector<Stretch>& stretches, std::size_t i) {
  return i + 1 < stretches.size() &&
         stretches[i].ends_in(stretches[i + 1].lines.front().second);
}

bool number_columns(const std::vector<TextPiece>& figures) {
  std::vector<std::string_view> texts;
  for (const TextPiece& figure : figures) texts.emplace_back(figure.text);
  return count_on(texts);
}

bool in_one_line_or_each_in_its_own(const std::vector<TextPiece>& figures) {
  std::size_t lines = 1;
  for (std::size_t i = 1; i < figures.size(); ++i) {
    lines += figures[i].line != figures[i - 1].line ? 1 : 0;
  }
  return lines == 1 || lines == figures.size();
}

}  // namespace gov_report
