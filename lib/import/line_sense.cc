#include "import/line_sense.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"
#include "import/captions.h"
#include "import/held_label.h"
#include "import/line_headers.h"

namespace gov_report {
namespace {

/// Where the line with the first of the row's headers begins in a stretch; its
/// end if none is there.
std::size_t first_header(const Stretch& stretch, const FormRow& row) {
  std::size_t first = stretch.words.size();
  for (const auto& path : row.paths) {
    for (const Label& header : path) {
      first = std::min(first, stretch.words.find(header.words()));
    }
  }
  if (first == stretch.words.size()) return first;
  const std::uint64_t line = stretch.line_at(first);
  for (const auto& [begin, number] : stretch.lines) {
    if (number == line) first = std::min(first, begin);
  }
  return first;
}

/// The header of a row's columns that is likest to some words, or of which they
/// are a part; empty: there is none.
std::string header_like(const std::string& words, const FormRow& row) {
  int most = 0;
  std::string found;
  for (const auto& path : row.paths) {
    for (const Label& header : path) {
      const bool part = header.words().find(words) != std::string::npos;
      const int percent = part ? 100 : likeness(Label(words), header);
      if (percent < kAlike || percent <= most) continue;
      most = percent;
      found = header.words();
    }
  }
  return found;
}

}  // namespace

bool LineSense::has_other_header(const Stretch& whole,
                                 const FormRow& row) const {
  const std::size_t first = first_header(whole, row);
  const std::size_t last = held_label(whole.words, row).begin;
  const bool all_there = headers_in(whole.words, row) == row.columns.size();
  std::size_t printed = 0;  // end of the last piece that the form has
  for (std::size_t i = 0; i < whole.lines.size(); ++i) {
    const std::string piece(whole.piece(i));
    const std::size_t end = whole.lines[i].first + piece.size();
    if (end <= last && is_printed(piece)) printed = end;
  }
  for (std::size_t i = 0; i < whole.lines.size(); ++i) {
    const std::string piece(whole.piece(i));
    const std::size_t begin = whole.lines[i].first;
    const bool is_own = begin + piece.size() <= last && may_be_caption(piece) &&
                        !is_printed(piece);
    if (!is_own) continue;
    const bool below = begin >= first;
    const std::string like = header_like(piece, row);
    if ((below || !like.empty()) && sense_.is_in(piece, like)) return true;
    // Without one of the form's, behind what stands in the corner.
    const bool may_be_header =
        below || (first == whole.words.size() && begin >= printed);
    if (may_be_header && !all_there && counts_something_else(piece, row)) {
      return true;
    }
  }
  return false;
}

MoneyUnits LineSense::money_in(const Stretch& whole) const {
  MoneyUnits units;
  for (std::size_t i = 0; i < whole.lines.size(); ++i) {
    const std::string_view piece = whole.piece(i);
    if (may_be_caption(piece)) units.merge(sense_.money_in(piece));
  }
  return units;
}

bool LineSense::is_printed(const std::string& words) const {
  return std::ranges::binary_search(known_, words);
}

/// No heading, label or part of what the form prints, if misprinted, and unlike
/// all headers.
bool LineSense::counts_something_else(const std::string& piece,
                                      const FormRow& row) const {
  constexpr int kMisprinted = 70;  // percent
  const std::string_view words = piece;
  const bool printed =
      std::ranges::any_of(known_, [&](const std::string& known) {
        return known.find(piece) != std::string::npos ||
               likeness(words, std::string_view(known)) >= kMisprinted;
      });
  if (printed || is_numbered(piece) || !headings_.section(piece).empty()) {
    return false;
  }
  return std::ranges::all_of(row.paths, [&](const auto& path) {
    return std::ranges::all_of(path, [&](const Label& header) {
      return sense_.has_other_subject(piece, header.words());
    });
  });
}

bool LineSense::has_other_caption(const Stretch& whole, const FormRow& row,
                                  std::uint64_t figures) const {
  const std::size_t first = first_header(whole, row);
  std::size_t i = 0;
  while (i < whole.lines.size() && whole.lines[i].first < first) ++i;
  const bool no_header = i == whole.lines.size();
  std::string line;
  while (i-- > 0 && !no_header) {
    if (whole.lines[i].second == figures) return false;
    line.insert(0, whole.piece(i));
    const bool begins =
        i == 0 || whole.lines[i - 1].second != whole.lines[i].second;
    if (!begins) continue;
    if (!may_be_caption(line) || !headings_.section(line).empty()) return false;
    if (sense_.is_in_caption(line, header_like(line, row))) return true;
    line.clear();
  }
  return false;
}

}  // namespace gov_report
