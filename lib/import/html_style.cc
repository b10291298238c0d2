#include "import/html_style.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "import/css_text.h"
#include "import/html_values.h"

namespace gov_report {
namespace {

/// Small letters; blanks as one, none behind a bracket.
std::string plain_value(std::string_view text) {
  std::string plain;
  for (const char c : without_blanks(text)) {
    const bool blank = kCssBlanks.find(c) != std::string_view::npos;
    const bool needed = !plain.ends_with(' ') && !plain.ends_with('(');
    if (!blank || needed) plain += blank ? ' ' : small_letter(c);
  }
  return plain;
}

/// A number in it is next to nothing, or another is taken off.
bool may_be_nothing(std::string_view sum) {
  while (!sum.empty()) {
    const std::size_t end = std::min(sum.find_first_of(" ,()*/"), sum.size());
    const auto length = length_of(sum.substr(0, end));
    if (sum.starts_with("- ") || (length && !is_wider_than(*length, 1.5))) {
      return true;
    }
    sum.remove_prefix(std::min(end + 1, sum.size()));
  }
  return false;
}

/// What is to be worked out and is taken to hide nothing: text that a page
/// hides by the size of its letters has one that says so.
bool is_surely_plain(CssProperty property, std::string_view value) {
  using enum CssProperty;
  switch (property) {
    case font_size:
      return !may_be_nothing(value);
    case height:
    case max_height:
    case width:
    case max_width:
      // "calc(100% - 20px)"; by a variable, parts of a page are folded.
      return value.find("var(") == std::string_view::npos &&
             (value.find("100%") != std::string_view::npos ||
              !may_be_nothing(value));
    default:
      return false;
  }
}

std::optional<CssMark> worked_out(CssProperty property,
                                  std::string_view value) {
  return is_surely_plain(property, value) ? CssMark::plain : CssMark::unknown;
}

/// Where "!important" stands, or what is wrong instead; not in quotes.
std::size_t important_mark(std::string_view value) {
  const std::size_t mark = css_end(value, 0, "!");
  return mark < value.size() ? mark : std::string_view::npos;
}

}  // namespace

void Declared::add(std::string_view css, std::uint32_t weight) {
  std::string memory;
  css = without_comments(css, memory);
  for (std::size_t at = 0; at < css.size();) {
    const std::size_t end = css_end(css, at, ";");
    add_one(css.substr(at, end - at), weight);
    at = end + 1;
  }
}

void Declared::add_one(std::string_view declaration, std::uint32_t weight) {
  const std::size_t colon = declaration.find(':');
  if (colon == std::string_view::npos) return;
  const auto readers = readers_of(without_blanks(declaration.substr(0, colon)));
  if (readers.empty()) return;
  const std::string value = plain_value(declaration.substr(colon + 1));
  const std::size_t mark = important_mark(value);
  std::string_view said =
      without_blanks(std::string_view(value).substr(0, mark));
  if (readers.front().name == "font") {
    const std::string_view size = size_in_font(said);
    if (!is_computed(said) || !size.empty()) said = size;
  }
  if (mark != std::string::npos) {
    constexpr std::uint32_t kImportant = 1U << 31;
    if (without_blanks(std::string_view(value).substr(mark + 1)) != "important")
      return;
    weight |= kImportant;
  }
  // What variables stand for is not known.
  const bool unknown = is_computed(said) && !length_of(said);
  for (const CssReader& reader : readers) {
    const auto read =
        unknown ? worked_out(reader.property, said) : reader.read(said);
    if (!read || !put(reader.property, *read, weight)) continue;
    if (reader.property == font_size) font_ = font_size_of(said);
  }
}

bool Declared::put(Property property, Mark mark, std::uint32_t weight) {
  Value& value = values_[static_cast<std::size_t>(property)];
  if (weight < value.weight) return false;
  value = {weight, mark};
  any_ = true;
  const bool says =
      mark != Mark::plain && (mark != Mark::unknown || property >= outer);
  matters_ =
      matters_ || may_hide_by_any(property) || property >= content || says;
  return true;
}

void Declared::add(const Declared& other, std::uint32_t more) {
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const Value& value = other.values_[i];
    if (value.weight == 0) continue;
    const auto property = static_cast<Property>(i);
    const bool counts = put(property, value.mark, value.weight + more);
    if (counts && property == font_size) font_ = other.font_;
  }
}

Declared Declared::of_generated(bool before) const {
  Declared of;
  const Value& said = value_of(content);
  if (said.weight == 0) return of;
  const ShownAs looks = shown();
  const bool seen = !looks.is_left_out() && looks.visibility != Ink::hidden &&
                    looks.size != Ink::hidden;
  Mark mark = seen ? said.mark : Mark::plain;
  const bool roomy =
      looks.gap_left != Gap::none || looks.gap_right != Gap::none;
  if (mark == Mark::none) mark = roomy ? Mark::far : Mark::plain;
  of.put(before ? text_before : text_after, mark, said.weight);
  return of;
}

bool Declared::may_adorn() const {
  const auto prints = [&](Property text) {
    return is(text, Mark::near) || is(text, Mark::unknown);
  };
  return prints(text_before) || prints(text_after);
}

bool Declared::may_hide() const {
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const Mark mark = values_[i].mark;
    const bool any = mark == Mark::far || mark == Mark::unknown;
    const bool hides = any && may_hide_by_any(static_cast<Property>(i));
    if (mark == Mark::on || hides) return true;
  }
  return false;
}

Declared Declared::of_all(bool hidden) {
  Declared all;
  const std::string_view said =
      hidden ? "display:none"
             : "display:block;visibility:visible;opacity:1;font-size:16px;"
               "text-decoration:none;vertical-align:baseline;position:static;"
               "margin:0;text-indent:0;height:auto;max-height:none;width:auto;"
               "max-width:none;overflow:visible;clip:auto;clip-path:none;"
               "transform:none;content-visibility:visible;filter:none";
  all.add(said, Weight::most);
  return all;
}

bool Declared::may_show() const {
  constexpr std::array kHiding = {
      display,    visibility, opacity, position,  sideways,  upwards,  height,
      max_height, overflow,   clip,    clip_path, transform, contents, filter};
  if (shown().is_left_out()) return false;
  return std::ranges::any_of(kHiding, [&](Property property) {
    return value_of(property).weight > 0;
  });
}

bool Declared::is_clipped() const {
  const bool flat =
      has_no_room(Mark::on) && is(overflow, Mark::on) && !is(stretch, Mark::on);
  return flat || is(clip, Mark::on) || is(margin, Mark::far);
}

bool Declared::has_no_room(Mark mark) const {
  return is(height, mark) || is(max_height, mark) || is(width, mark) ||
         is(max_width, mark);
}

/// By a value that is not known. Margins are not taken to hide anything.
bool Declared::is_unsure() const {
  constexpr std::array kAlone = {font_size,  display,     visibility, opacity,
                                 decoration, text_indent, clip,       clip_path,
                                 transform,  contents,    filter,     turned};
  const bool alone = std::ranges::any_of(
      kAlone, [&](Property property) { return is(property, Mark::unknown); });
  const bool moves = is(sideways, Mark::unknown) || is(upwards, Mark::unknown);
  const bool out = is(sideways, Mark::far) || is(upwards, Mark::far);
  const bool moved = is(position, Mark::on) || is(position, Mark::near);
  return alone || (moves && moved) ||
         (is(position, Mark::unknown) && (moves || out));
}

/// By a value that is not known, or that says nothing of a block.
bool Declared::may_have_no_room() const {
  const bool room = has_no_room(Mark::on) || has_no_room(Mark::unknown);
  const bool cut = is(overflow, Mark::on) || is(overflow, Mark::unknown);
  return room && cut && !is(stretch, Mark::on) && !is_clipped();
}

Ink Declared::ink(Property property) const {
  if (is(property, Mark::none)) return Ink::as_around;
  return is(property, Mark::on) ? Ink::hidden : Ink::shown;
}

Gap Declared::gap_by(std::initializer_list<Property> properties) const {
  Gap gap = Gap::none;
  for (const Property property : properties) {
    const Mark mark = value_of(property).mark;
    if (mark == Mark::near || mark == Mark::far) return Gap::sure;
    if (mark == Mark::unknown) gap = Gap::maybe;
  }
  return gap;
}

Gap Declared::gap_around() const {
  const Gap gap = gap_by({outer, floating, displaced, box});
  if (is(position, Mark::on)) return Gap::sure;
  if (is(position, Mark::near)) return std::max(gap, gap_by({sideways}));
  return is(position, Mark::unknown) ? std::max(gap, Gap::maybe) : gap;
}

ShownAs Declared::shown() const {
  const bool out = is(sideways, Mark::far) || is(upwards, Mark::far);
  const Property ink_of = is(fill, Mark::none) ? colour : fill;
  ShownAs as;
  as.gone = is(display, Mark::on) || (is(position, Mark::on) && out);
  as.blank = is(opacity, Mark::on) || is(decoration, Mark::on) ||
             is(transform, Mark::on) || is(contents, Mark::on) ||
             is(zoom, Mark::on) || is(filter, Mark::on) ||
             (is(position, Mark::near) && out);
  as.cut_off = is(text_indent, Mark::far) || is(clip_path, Mark::on);
  as.clipped = as.cut_off || is_clipped();
  as.cramped = may_have_no_room();
  as.font = font_;
  as.narrow = is(width, Mark::on) || is(width, Mark::unknown) ||
              is(max_width, Mark::on) || is(max_width, Mark::unknown);
  as.raised = is(vertical_align, Mark::on);
  as.shifted = is(vertical_align, Mark::near) ||
               is(vertical_align, Mark::unknown) ||
               is(text_raise, Mark::near) ||
               (is(position, Mark::near) && is(upwards, Mark::near)) ||
               is(zoom, Mark::near) || is(zoom, Mark::unknown);
  as.visibility = ink(visibility);
  as.size = ink(font_size);
  as.colour = ink(ink_of);
  const bool shaded = as.colour == Ink::hidden && is(shade, Mark::near);
  if (shaded) as.colour = Ink::shown;
  as.is_white = is(ink_of, Mark::none) ? std::nullopt
                                       : std::optional(is(ink_of, Mark::near));
  const Gap around = gap_around();
  as.gap_left =
      std::max(around, gap_by({margin_left, padding_left, border_left}));
  as.gap_right = std::max(
      around, gap_by({margin_right, padding_right, border_right, letter_gap}));
  if (is(text_before, Mark::far)) as.gap_left = Gap::sure;
  if (is(text_after, Mark::far)) as.gap_right = Gap::sure;
  as.block = is(outer, Mark::far);
  as.inlays = is(inner, Mark::near) || is(inner, Mark::unknown);
  as.dissolved = is(inner, Mark::far);
  as.adorned = may_adorn();
  as.unsure = is_unsure() || shaded;
  return as;
}

bool ShownAs::is_read_as(const ShownAs& other) const {
  return is_left_out() == other.is_left_out() && raised == other.raised &&
         unsure == other.unsure &&
         (visibility == Ink::hidden) == (other.visibility == Ink::hidden) &&
         (size == Ink::hidden) == (other.size == Ink::hidden) &&
         (colour == Ink::hidden) == (other.colour == Ink::hidden);
}

ShownAs shown_by(std::string_view style) {
  Declared declared;
  declared.add(style, Declared::own);
  return declared.shown();
}

}  // namespace gov_report
