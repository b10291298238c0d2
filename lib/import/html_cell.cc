#include "import/html_cell.h"

#include <algorithm>
#include <cstddef>

#include "base/text.h"

namespace gov_report {
namespace {

/// ASCII and full-width ones.
std::size_t digits_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') ++count;
    const bool wide = text.substr(i, 2) == "\xEF\xBC" && i + 2 < text.size();
    if (!wide) continue;
    const auto last = static_cast<unsigned char>(text[i + 2]);
    if (last >= 0x90 && last <= 0x99) ++count;
  }
  return count;
}

bool begins_number(std::string_view text) {
  const std::string_view first = first_characters(text, 1);
  return ends_with_digit(first) || first == "." || first == ",";
}

bool ends_number(std::string_view text) {
  return ends_with_digit(text) || text.ends_with('.') || text.ends_with(',');
}

}  // namespace

bool ends_with_digit(std::string_view text) {
  const std::string plain = half_width(trimmed(text));
  return !plain.empty() && plain.back() >= '0' && plain.back() <= '9';
}

Around Around::inside(const ShownAs& looks) const {
  const auto takes = [](bool around, Ink own) {
    return own == Ink::as_around ? around : own == Ink::hidden;
  };
  return {takes(unseen, looks.visibility),
          takes(tiny, looks.size),
          takes(clear, looks.colour),
          shifted || looks.shifted,
          looks.is_white.value_or(white),
          unsure,
          looks.dissolved ? inlays : looks.inlays,
          font.inside(looks.font)};
}

void CellContents::note_digits(std::string_view before, std::string_view text,
                               const Around& around) {
  const std::string_view ink = trimmed(text);
  if (ink.empty()) return;
  clipped = clipped || (gap && ends_number(before) && begins_number(ink));
  gap = false;
  const std::size_t digits = digits_in(text);
  if (digits == 0) return;
  if (around.shifted) shifted_digits += digits;
  if (around.white) white_digits += digits;
  if (!font) font = around.font;
  uneven_fonts = uneven_fonts || !font->is_like(around.font);
}

bool CellContents::is_unread(std::string_view text) const {
  const std::string_view behind =
      trimmed(text.substr(std::min(link_end, text.size())));
  const bool marked = link_end > 0 && !behind.empty() &&
                      ends_with_digit(first_characters(behind, 1));
  const bool two = framed && trimmed(text).find('\n') < text.size();
  const auto some = [&](std::size_t many) {
    return many > 0 && many < digits_in(text);
  };
  // White ones alone may stand on a dark ground.
  const bool uneven =
      uneven_fonts || some(shifted_digits) || some(white_digits);
  return nested || clipped || marked || two || uneven ||
         (beside && trimmed(text).empty());
}

}  // namespace gov_report
