#include "write/excerpt.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::size_t kColumns = 100;      // with the mark, as a rule
constexpr std::size_t kColumnsMost = 120;  // with what follows it
constexpr std::string_view kEllipsis = "\u2026";

/// The last characters of `text` that fit into `columns`.
std::string_view last_columns(std::string_view text, std::size_t columns) {
  std::size_t begin = text.size();
  for (std::size_t width = 0; begin > 0;) {
    std::size_t at = begin - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) {
      --at;
    }
    width += display_width(text.substr(at, begin - at));
    if (width > columns) break;
    begin = at;
  }
  text.remove_prefix(begin);
  // A combining mark whose letter is cut off would stand on the ellipsis.
  while (!text.empty()) {
    std::size_t end = 0;
    next_code_point(text, end);
    if (display_width(text.substr(0, end)) > 0) break;
    text.remove_prefix(end);
  }
  return text;
}

/// The first characters that fit, with the combining marks of the last.
std::string_view first_columns(std::string_view text, std::size_t columns) {
  std::size_t end = 0;
  for (std::size_t width = 0; end < text.size();) {
    std::size_t next = end;
    next_code_point(text, next);
    width += display_width(text.substr(end, next - end));
    if (width > columns) break;
    end = next;
  }
  return text.substr(0, end);
}

}  // namespace

Excerpt excerpt_of(const Place& place) {
  std::string line = place.excerpt;
  std::ranges::replace(line, '\t', ' ');
  line = printable(line);
  const std::size_t from = place.mark > 0 ? place.mark : place.at.column;
  const std::size_t column = from == 0 ? 0 : from - 1;
  const std::string_view head = first_characters(line, column);
  const std::string_view rest = std::string_view(line).substr(head.size());
  Excerpt excerpt;
  if (place.at.column > 0) {
    const std::size_t marked =
        display_width(first_characters(rest, place.width));
    excerpt.marked = std::clamp<std::size_t>(marked, 1, kColumns);
  }
  std::string_view before = head;
  const std::size_t room = std::max(kColumns - excerpt.marked, kColumns / 2);
  if (display_width(head) > room) {
    before = last_columns(head, room);
    excerpt.text = kEllipsis;
  }
  excerpt.text += before;
  excerpt.before = display_width(excerpt.text);
  const std::string_view after =
      first_columns(rest, kColumnsMost - excerpt.before);
  excerpt.text += after;
  if (after.size() < rest.size()) {
    excerpt.text += kEllipsis;
    excerpt.marked = std::min(excerpt.marked, display_width(after));
  }
  return excerpt;
}

}  // namespace gov_report
