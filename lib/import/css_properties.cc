#include "import/css_properties.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "base/ascii.h"
#include "import/css_spacing.h"
#include "import/html_values.h"

namespace gov_report {
namespace {

using Mark = CssMark;

/// Pixels that nobody sees, as Word and its like put letters on their line.
constexpr double kSlight = 1.9;

Mark on_if(bool is_so) {
  return is_so ? Mark::on : Mark::plain;
}

std::optional<Mark> display(std::string_view value) {
  if (!is_display(value)) return std::nullopt;
  return on_if(value == "none");
}

std::optional<Mark> visibility(std::string_view value) {
  if (is_any(value, {"hidden", "collapse"})) return Mark::on;
  if (is_any(value, {"visible", "initial"})) return Mark::plain;
  if (is_any(value, {"inherit", "unset", "revert"})) return Mark::none;
  return std::nullopt;
}

std::optional<Mark> opacity(std::string_view value) {
  const auto length = length_of(value);
  if (!length) return std::nullopt;
  return on_if(length->number < (length->unit == "%" ? 5 : 0.05));
}

std::optional<Mark> font_size(std::string_view value) {
  if (begins_with_any(value, {"inherit", "unset", "small", "large"})) {
    return value == "small" || value == "large" ? Mark::plain : Mark::none;
  }
  const auto length = length_of(value);
  if (!length) {
    return is_any(value, {"medium", "xx-small", "x-small", "x-large",
                          "xx-large", "initial"})
               ? std::optional(Mark::plain)
               : std::nullopt;
  }
  if (length->number < 0) return std::nullopt;
  if (length->is_of_font()) {
    return length->number == 0 ? Mark::on : Mark::none;
  }
  const bool is_tiny = is_any(length->unit, {"", "px", "pt"});
  return on_if(length->number == 0 || (is_tiny && length->number <= 1));
}

std::optional<Mark> decoration(std::string_view value) {
  return on_if(value.find("line-through") != std::string_view::npos);
}

std::optional<Mark> line_through(std::string_view value) {
  return on_if(value != "none");
}

std::optional<Mark> vertical_align(std::string_view value) {
  if (is_any(value, {"super", "sub"})) return Mark::on;
  const auto length = length_of(value);
  return near_if(length && is_wider_than(*length, kSlight));
}

std::optional<Mark> position(std::string_view value) {
  if (is_any(value, {"absolute", "fixed"})) return Mark::on;
  if (is_any(value, {"relative", "sticky"})) return Mark::near;
  return Mark::plain;
}

/// Out of what is on the screen, or a little from its place.
std::optional<Mark> offset(std::string_view value) {
  const auto length = length_of(value);
  if (!length) return Mark::plain;
  if (is_far(*length)) return Mark::far;
  return near_if(is_wider_than(*length, kSlight));
}

/// What is said of the left side counts more.
std::optional<Mark> offset_from_right(std::string_view value) {
  const auto length = length_of(value);
  if (!length || length->number == 0) return std::nullopt;
  return offset(value);
}

std::optional<Mark> no_room(std::string_view value) {
  const auto length = length_of(value);
  const bool none = length && (length->number == 0 ||
                               (length->number <= 1 && length->unit == "px"));
  return on_if(none);
}

std::optional<Mark> stretch(std::string_view value) {
  const auto length = length_of(value.substr(0, value.find(' ')));
  const bool none = is_any(value, {"none", "auto", "initial"}) ||
                    (length && length->number == 0);
  return on_if(!none || value.find(' ') != std::string_view::npos);
}

std::optional<Mark> overflow(std::string_view value) {
  return on_if(begins_with_any(value, {"hidden", "clip"}));
}

std::optional<Mark> clip(std::string_view value) {
  return on_if(begins_with_any(value, {"rect(0", "rect(1px"}));
}

std::optional<Mark> clip_path(std::string_view value) {
  return on_if(begins_with_any(
      value, {"inset(50%", "inset(100%", "inset(99", "circle(0", "ellipse(0",
              "polygon(0 0,0 0", "polygon(0 0, 0 0", "polygon(0px 0px,0px 0",
              "polygon(0px 0px, 0px 0", "rect(0 0 0 0", "rect(0px 0px 0px"}));
}

std::optional<Mark> transform(std::string_view value) {
  return on_if(is_transformed_away(value));
}

std::optional<Mark> contents(std::string_view value) {
  return on_if(value == "hidden");
}

/// "0 0 0 -9999px": by the one that moves most.
std::optional<Mark> margins(std::string_view value) {
  Mark most = Mark::plain;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(' '), value.size());
    if (offset(value.substr(0, end)) == Mark::far) most = Mark::far;
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return most;
}

// Colours, and what is printed by a rule.

std::optional<Mark> colour(std::string_view value) {
  if (is_any(value, {"inherit", "unset", "revert", "currentcolor"})) {
    return Mark::none;
  }
  if (is_white(value)) return Mark::near;
  return on_if(is_transparent(value));
}

/// Says nothing if it is none: of several properties each may.
std::optional<Mark> shade(std::string_view value) {
  if (begins_with_any(value, {"none", "initial", "unset", "0"})) {
    return std::nullopt;
  }
  return Mark::near;
}

std::optional<Mark> clipped_to_text(std::string_view value) {
  if (value.find("text") == std::string_view::npos) return std::nullopt;
  return Mark::near;
}

std::optional<Mark> zoom(std::string_view value) {
  const auto length = length_of(value);
  if (!length) return Mark::plain;
  const double times = length->number / (length->unit == "%" ? 100 : 1);
  if (times > 0 && times < 0.2) return Mark::on;
  return near_if(times < 0.85 || times > 1.18);
}

std::optional<Mark> filter(std::string_view value) {
  constexpr std::string_view kOpacity = "opacity(";
  const std::size_t at = value.find(kOpacity);
  if (at == std::string_view::npos) return Mark::plain;
  value.remove_prefix(at + kOpacity.size());
  return opacity(without_blanks(value.substr(0, value.find(')'))));
}

/// `near`: something is printed, `far`: a blank, `none`: what takes only the
/// room that is said elsewhere.
std::optional<Mark> content(std::string_view value) {
  if (is_any(value, {"none", "normal", "initial", "unset", "inherit"})) {
    return Mark::plain;
  }
  if (is_any(value, {"\"\"", "''"})) return Mark::none;
  const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  if (!quoted) return Mark::near;
  value = without_blanks(value.substr(1, value.size() - 2));
  if (is_any(value, {"\\200b", "\\feff"})) return Mark::none;
  return is_any(value, {"", "\\20", "\\a", "\\a0", "\\00a0", "\\0020"})
             ? Mark::far
             : Mark::near;
}

using P = CssProperty;
/// In their order.
constexpr std::array kReaders = {
    CssReader{"-ms-transform", P::transform, transform},
    CssReader{"-webkit-background-clip", P::shade, clipped_to_text},
    CssReader{"-webkit-clip-path", P::clip_path, clip_path},
    CssReader{"-webkit-text-fill-color", P::fill, colour},
    CssReader{"-webkit-text-stroke", P::shade, shade},
    CssReader{"-webkit-transform", P::transform, transform},
    CssReader{"-webkit-transform", P::displaced, moved},
    CssReader{"background-clip", P::shade, clipped_to_text},
    CssReader{"border", P::border_left, border},
    CssReader{"border", P::border_right, border},
    CssReader{"border-inline", P::border_left, border},
    CssReader{"border-inline", P::border_right, border},
    CssReader{"border-inline-end", P::border_right, border},
    CssReader{"border-inline-start", P::border_left, border},
    CssReader{"border-left", P::border_left, border},
    CssReader{"border-left-style", P::border_left, border},
    CssReader{"border-left-width", P::border_left, line_width},
    CssReader{"border-right", P::border_right, border},
    CssReader{"border-right-style", P::border_right, border},
    CssReader{"border-right-width", P::border_right, line_width},
    CssReader{"border-style", P::border_left, border_left},
    CssReader{"border-style", P::border_right, border_right},
    CssReader{"border-width", P::border_left, line_width_left},
    CssReader{"border-width", P::border_right, line_width_right},
    CssReader{"bottom", P::upwards, offset},
    CssReader{"clip", P::clip, clip},
    CssReader{"clip-path", P::clip_path, clip_path},
    CssReader{"color", P::colour, colour},
    CssReader{"content", P::content, content},
    CssReader{"content-visibility", P::contents, contents},
    CssReader{"display", P::display, display},
    CssReader{"display", P::outer, outer},
    CssReader{"display", P::inner, inner},
    CssReader{"display", P::box, box},
    CssReader{"filter", P::filter, filter},
    CssReader{"flex", P::stretch, stretch},
    CssReader{"flex-grow", P::stretch, stretch},
    CssReader{"float", P::floating, floating},
    CssReader{"font", P::font_size, font_size},
    CssReader{"font-size", P::font_size, font_size},
    CssReader{"height", P::height, no_room},
    CssReader{"inline-size", P::width, no_room},
    CssReader{"left", P::sideways, offset},
    CssReader{"letter-spacing", P::letter_gap, space},
    CssReader{"margin", P::margin, margins},
    CssReader{"margin", P::margin_left, space_left},
    CssReader{"margin", P::margin_right, space_right},
    CssReader{"margin-inline", P::margin_left, space_begin},
    CssReader{"margin-inline", P::margin_right, space_end},
    CssReader{"margin-inline-end", P::margin_right, space},
    CssReader{"margin-inline-start", P::margin_left, space},
    CssReader{"margin-left", P::margin, offset},
    CssReader{"margin-left", P::margin_left, space},
    CssReader{"margin-right", P::margin_right, space},
    CssReader{"max-height", P::max_height, no_room},
    CssReader{"max-width", P::max_width, no_room},
    CssReader{"min-height", P::stretch, stretch},
    CssReader{"mso-text-raise", P::text_raise, offset},
    CssReader{"opacity", P::opacity, opacity},
    CssReader{"overflow", P::overflow, overflow},
    CssReader{"overflow-x", P::overflow, overflow},
    CssReader{"overflow-y", P::overflow, overflow},
    CssReader{"padding", P::stretch, stretch},
    CssReader{"padding", P::padding_left, space_left},
    CssReader{"padding", P::padding_right, space_right},
    CssReader{"padding-bottom", P::stretch, stretch},
    CssReader{"padding-inline", P::padding_left, space_begin},
    CssReader{"padding-inline", P::padding_right, space_end},
    CssReader{"padding-inline-end", P::padding_right, space},
    CssReader{"padding-inline-start", P::padding_left, space},
    CssReader{"padding-left", P::padding_left, space},
    CssReader{"padding-right", P::padding_right, space},
    CssReader{"position", P::position, position},
    CssReader{"right", P::sideways, offset_from_right},
    CssReader{"text-decoration", P::decoration, decoration},
    CssReader{"text-decoration-line", P::decoration, decoration},
    CssReader{"text-indent", P::text_indent, offset},
    CssReader{"text-line-through", P::decoration, line_through},
    CssReader{"text-shadow", P::shade, shade},
    CssReader{"top", P::upwards, offset},
    CssReader{"transform", P::transform, transform},
    CssReader{"transform", P::displaced, moved},
    CssReader{"translate", P::displaced, moved},
    CssReader{"unicode-bidi", P::turned, turned},
    CssReader{"vertical-align", P::vertical_align, vertical_align},
    CssReader{"visibility", P::visibility, visibility},
    CssReader{"width", P::width, no_room},
    CssReader{"zoom", P::zoom, zoom},
};

/// Where the names begin that begin with a letter.
constexpr std::array<std::uint8_t, 27> first_places() {
  std::array<std::uint8_t, 27> places = {};
  for (std::size_t i = 0; i < places.size(); ++i) {
    const char letter = static_cast<char>('a' + i);
    std::size_t at = 0;
    while (at < kReaders.size() && kReaders[at].name[0] < letter) ++at;
    places[i] = static_cast<std::uint8_t>(at);
  }
  return places;
}

}  // namespace

std::span<const CssReader> readers_of(std::string_view name) {
  static constexpr auto kPlaces = first_places();
  if (name.empty()) return {};
  const char first = small_letter(name.front());
  const bool letter = first >= 'a' && first <= 'z';
  if (!letter && first != '-') return {};
  const auto letter_at = static_cast<std::size_t>(letter ? first - 'a' : 0);
  const std::span<const CssReader> all(kReaders);
  std::size_t begin = letter ? kPlaces[letter_at] : 0;
  const std::size_t stop = kPlaces[letter ? letter_at + 1 : 0];
  while (begin < stop && !same_letters(all[begin].name, name)) ++begin;
  std::size_t end = begin;
  while (end < stop && all[end].name == all[begin].name) ++end;
  return all.subspan(begin, end - begin);
}

std::string_view size_in_font(std::string_view value) {
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(' '), value.size());
    const std::string_view word = value.substr(0, end);
    const std::string_view size = word.substr(0, word.find('/'));
    const auto length = length_of(size);
    const bool is_weight = length && length->unit.empty() &&
                           length->number != 0 && size.size() == word.size();
    if (length && !is_weight) return size;
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return {};
}

}  // namespace gov_report
