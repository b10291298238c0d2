#include "import/css_spacing.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "import/html_values.h"

namespace gov_report {
namespace {

using Mark = CssMark;

/// Takes the first word off; brackets are part of it.
std::string_view take_word(std::string_view& values) {
  int open = 0;
  std::size_t end = 0;
  for (; end < values.size() && (values[end] != ' ' || open > 0); ++end) {
    if (values[end] == '(') ++open;
    if (values[end] == ')') --open;
  }
  const std::string_view word = values.substr(0, end);
  values.remove_prefix(std::min(end + 1, values.size()));
  return word;
}

/// One of "1px 2px 3px 4px", which begin at the top.
std::string_view side_of(std::string_view values, std::size_t side) {
  std::array<std::string_view, 4> sides = {};
  std::size_t count = 0;
  while (!values.empty() && count < sides.size()) {
    sides[count++] = take_word(values);
  }
  if (side == 3 && count < 4) side = 1;
  return count < 2 ? sides[0] : sides[side];
}

bool is_as_elsewhere(std::string_view value) {
  return is_any(value, {"initial", "inherit", "unset", "revert"});
}

constexpr std::size_t kRight = 1;
constexpr std::size_t kLeft = 3;

}  // namespace

bool is_display(std::string_view value) {
  return begins_with_any(
      value, {"none", "inline", "block", "flex", "grid", "table", "list-item",
              "contents", "flow", "run-in", "ruby", "-webkit-", "initial",
              "inherit", "unset", "revert"});
}

std::optional<Mark> outer(std::string_view value) {
  const bool in_line =
      is_any(value,
             {"inline", "inline flow", "inline-block", "inline flow-root",
              "contents", "none", "initial", "inherit", "unset", "revert"}) ||
      value.starts_with("ruby");
  if (in_line) return Mark::plain;
  if (!is_display(value)) return std::nullopt;
  return begins_with_any(value, {"inline", "table-cell", "-webkit-inline"})
             ? Mark::near
             : Mark::far;
}

std::optional<Mark> inner(std::string_view value) {
  if (value == "contents") return Mark::far;
  if (!is_display(value)) return std::nullopt;
  const auto has = [&](std::string_view word) {
    return value.find(word) != std::string_view::npos;
  };
  return near_if(has("flex") || has("grid") || has("box"));
}

std::optional<Mark> box(std::string_view value) {
  if (!is_display(value)) return std::nullopt;
  // What stands in it may be set in, and it may be wider than that.
  const bool is_box = is_any(value, {"inline-block", "inline flow-root"});
  return is_box ? Mark::unknown : Mark::plain;
}

std::optional<Mark> moved(std::string_view value) {
  // "none", "translate(0, 0px)", "rotate(0)"
  const bool by_nothing =
      value.find_first_of("123456789") == std::string_view::npos &&
      !is_computed(value);
  return near_if(!by_nothing);
}

std::optional<Mark> floating(std::string_view value) {
  if (is_any(value, {"left", "right", "inline-start", "inline-end"})) {
    return Mark::near;
  }
  if (value != "none" && !is_as_elsewhere(value)) return std::nullopt;
  return Mark::plain;
}

std::optional<Mark> space(std::string_view value) {
  constexpr double kUnseen = 1;  // pixels
  constexpr double kClose = 6;
  const auto length = length_of(value);
  if (!length) {
    if (value != "auto" && !is_as_elsewhere(value)) return std::nullopt;
    return Mark::plain;
  }
  if (!is_wider_than(*length, kUnseen)) return Mark::plain;
  return is_in_pixels(*length) && is_wider_than(*length, kClose)
             ? Mark::near
             : Mark::unknown;
}

std::optional<Mark> space_right(std::string_view value) {
  return space(side_of(value, kRight));
}

std::optional<Mark> space_left(std::string_view value) {
  return space(side_of(value, kLeft));
}

std::optional<Mark> space_begin(std::string_view value) {
  return space(take_word(value));
}

std::optional<Mark> space_end(std::string_view value) {
  const std::string_view begin = take_word(value);
  return space(value.empty() ? begin : value);
}

std::optional<Mark> border(std::string_view value) {
  bool any = false;
  while (!value.empty()) {
    const std::string_view word = take_word(value);
    const auto length = length_of(word);
    if (is_any(word, {"none", "hidden"}) || (length && length->number == 0)) {
      return Mark::plain;
    }
    any = any || is_any(word, {"solid", "dashed", "dotted", "double", "groove",
                               "ridge", "inset", "outset"});
  }
  return near_if(any);
}

std::optional<Mark> border_right(std::string_view value) {
  return border(side_of(value, kRight));
}

std::optional<Mark> border_left(std::string_view value) {
  return border(side_of(value, kLeft));
}

std::optional<Mark> line_width(std::string_view value) {
  const auto length = length_of(value);
  return length && length->number == 0 ? Mark::plain : Mark::unknown;
}

std::optional<Mark> line_width_right(std::string_view value) {
  return line_width(side_of(value, kRight));
}

std::optional<Mark> line_width_left(std::string_view value) {
  return line_width(side_of(value, kLeft));
}

std::optional<Mark> turned(std::string_view value) {
  const bool any = value.find("override") != std::string_view::npos;
  return any ? Mark::unknown : Mark::plain;
}

}  // namespace gov_report
