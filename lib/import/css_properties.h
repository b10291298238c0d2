// css_properties.h - properties of CSS that matter for what is read of a page,
// and what their values say.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace gov_report {

enum class CssProperty : std::uint8_t {
  display,
  visibility,
  opacity,
  font_size,
  decoration,
  vertical_align,
  text_raise,
  position,
  sideways,  // left, right
  upwards,   // top, bottom
  margin,
  text_indent,
  height,
  max_height,
  width,
  max_width,
  overflow,
  stretch,  // what gives room to a height of 0
  clip,
  clip_path,
  transform,
  contents,
  filter,
  turned,  // letters, from right to left
  // What follows hides nothing but by `on`.
  colour,
  fill,   // of letters: counts more than their colour
  shade,  // shows letters without a colour
  zoom,
  outer,  // how it stands among others
  inner,  // how others stand in it
  box,    // a block in its line
  displaced,
  floating,
  letter_gap,
  margin_left,
  margin_right,
  padding_left,
  padding_right,
  border_left,
  border_right,
  content,
  text_before,
  text_after,
};
inline constexpr std::size_t kCssProperties =
    static_cast<std::size_t>(CssProperty::text_after) + 1;
constexpr bool may_hide_by_any(CssProperty property) {
  return property < CssProperty::colour;
}

/// `on`: hides or raises; `far`, `near`: by how much, or sets apart, or what
/// the reader of the value says; `none`: as around; `unknown`: it may be one of
/// these.
enum class CssMark : std::uint8_t { none, plain, on, near, far, unknown };

constexpr CssMark near_if(bool is_so) {
  return is_so ? CssMark::near : CssMark::plain;
}

/// What a declaration by this name says of one property. `read`: nullopt: a
/// browser would not understand the value, which is in small letters.
struct CssReader {
  std::string_view name;
  CssProperty property;
  std::optional<CssMark> (*read)(std::string_view value);
};

/// In any letters; empty: it does not matter.
std::span<const CssReader> readers_of(std::string_view name);

/// The size in "bold 12px/1.5 serif"; empty: none is there.
std::string_view size_in_font(std::string_view value);

}  // namespace gov_report
