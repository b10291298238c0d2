#include "import/stretches.h"

#include "base/text.h"
#include "import/figure_looks.h"

namespace gov_report {
namespace {

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
    cut_line(line, place, known, words, pieces);
  }
  join_labels(pieces);
  return pieces;
}

}  // namespace

bool Stretch::is_beside_figures() const {
  return figures.empty() ||
         figures.front().place.at.line == lines.back().second;
}

bool Stretch::ends_in(std::uint64_t line) const {
  return !figures.empty() && figures.back().place.at.line == line;
}

std::uint64_t Stretch::line_at(std::size_t offset) const {
  std::uint64_t line = 0;
  for (const auto& [begin, number] : lines) {
    if (begin <= offset) line = number;
  }
  return line;
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
      const bool in_line = stretches.back().ends_in(piece.place.at.line);
      stretches.back().bars_in_line += in_line ? 1 : 0;
      continue;
    }
    if (piece.figure) {
      if (stretches.empty()) continue;
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
                                        piece.place.at.line);
    stretches.back().words += fold(piece.text);
    stretches.back().bars = 0;
  }
  return cut;
}

bool number_columns(const std::vector<TextPiece>& figures) {
  std::vector<std::string_view> texts;
  for (const TextPiece& figure : figures) texts.emplace_back(figure.text);
  return count_on(texts);
}

bool in_one_line_or_each_in_its_own(const std::vector<TextPiece>& figures) {
  std::size_t lines = 1;
  for (std::size_t i = 1; i < figures.size(); ++i) {
    lines += figures[i].place.at.line != figures[i - 1].place.at.line ? 1 : 0;
  }
  return lines == 1 || lines == figures.size();
}

}  // namespace gov_report
