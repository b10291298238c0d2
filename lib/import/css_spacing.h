// css_spacing.h - what values of CSS say of how an element stands beside others
// in its line.
//
//   in      small letters, single blanks
//   out     `near`: set apart; nullopt: a browser would not understand the
//           value, or it says nothing of that

#pragma once

#include <optional>
#include <string_view>

#include "import/css_properties.h"

namespace gov_report {

/// A value that "display" has.
bool is_display(std::string_view value);
/// Of "display". `far`: in lines of its own.
std::optional<CssMark> outer(std::string_view value);
/// Of "display": each of its elements is apart. `far`: they stand where it
/// stands.
std::optional<CssMark> inner(std::string_view value);
/// Of "display": in a line, and as wide as is said.
std::optional<CssMark> box(std::string_view value);
/// Of its width: one is said.
std::optional<CssMark> box_width(std::string_view value);
/// Of "transform": not where it would stand.
std::optional<CssMark> moved(std::string_view value);
std::optional<CssMark> floating(std::string_view value);

/// Of a margin or a padding.
std::optional<CssMark> space(std::string_view value);
std::optional<CssMark> space_left(std::string_view value);
std::optional<CssMark> space_right(std::string_view value);

/// Of a border, or of its style: a line is drawn if it has a width.
std::optional<CssMark> line_style(std::string_view value);
std::optional<CssMark> line_style_left(std::string_view value);
std::optional<CssMark> line_style_right(std::string_view value);
/// Of a border, or of its width. `plain`: none.
std::optional<CssMark> line_width(std::string_view value);
std::optional<CssMark> line_width_left(std::string_view value);
std::optional<CssMark> line_width_right(std::string_view value);

}  // namespace gov_report
