// css_spacing.h - what values of CSS say of how an element stands beside others
// in its line.
//
//   in      small letters, single blanks
//   out     `near`: set apart; `unknown`: it may be, or so little that the eye
//           may take both for one; nullopt: a browser would not understand it

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
/// Of "display": in its line, and a block within.
std::optional<CssMark> box(std::string_view value);
/// Of "transform": not where it would stand.
std::optional<CssMark> moved(std::string_view value);
std::optional<CssMark> floating(std::string_view value);

/// Of a margin or a padding.
std::optional<CssMark> space(std::string_view value);
std::optional<CssMark> space_left(std::string_view value);
std::optional<CssMark> space_right(std::string_view value);
/// "1px 2px", along the line.
std::optional<CssMark> space_begin(std::string_view value);
std::optional<CssMark> space_end(std::string_view value);

/// Of a border or its style: a line is drawn.
std::optional<CssMark> border(std::string_view value);
std::optional<CssMark> border_left(std::string_view value);
std::optional<CssMark> border_right(std::string_view value);
/// Of its width, that says nothing of a style.
std::optional<CssMark> line_width(std::string_view value);
std::optional<CssMark> line_width_left(std::string_view value);
std::optional<CssMark> line_width_right(std::string_view value);

/// Of "unicode-bidi": letters may run the other way.
std::optional<CssMark> turned(std::string_view value);

}  // namespace gov_report
