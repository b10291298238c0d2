#include "import/css_spacing.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "import/html_values.h"

namespace gov_report {
namespace {

using Mark = CssMark;

Mark near_if(bool is_so) {
  return is_so ? Mark::near : Mark::plain;
}

/// So many words; none where there are no more.
template <std::size_t kMost>
std::array<std::string_view, kMost> words_of(std::string_view values) {
  std::array<std::string_view, kMost> words = {};
  for (std::size_t i = 0; !values.empty() && i < words.size(); ++i) {
    const std::size_t end = std::min(values.find(' '), values.size());
    words[i] = values.substr(0, end);
    values.remove_prefix(std::min(end + 1, values.size()));
  }
  return words;
}

/// One of "1px 2px 3px 4px", which begin at the top.
std::string_view side_of(std::string_view values, std::size_t side) {
  const auto sides = words_of<4>(values);
  if (side == 3 && sides[3].empty()) side = 1;
  return sides[1].empty() ? sides[0] : sides[side];
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
  return near_if(is_any(value, {"inline-block", "inline flow-root"}));
}

std::optional<Mark> box_width(std::string_view value) {
  const auto length = length_of(value);
  if (length && length->number == 0) return std::nullopt;
  return near_if(length || value.find('(') != std::string_view::npos);
}

std::optional<Mark> moved(std::string_view value) {
  if (is_any(value, {"none", "initial", "inherit", "unset", "revert"})) {
    return Mark::plain;
  }
  // "translate(0, 0px) rotate(0)"
  const bool by_nothing =
      value.find_first_of("123456789") == std::string_view::npos &&
      !is_computed(value);
  return near_if(!by_nothing);
}

std::optional<Mark> floating(std::string_view value) {
  return near_if(
      is_any(value, {"left", "right", "inline-start", "inline-end"}));
}

std::optional<Mark> space(std::string_view value) {
  // Of less, digits of one number stay one to the eye.
  constexpr double kClose = 3;
  const auto length = length_of(value);
  return near_if(length && is_wider_than(*length, kClose));
}

std::optional<Mark> space_right(std::string_view value) {
  return space(side_of(value, kRight));
}

std::optional<Mark> space_left(std::string_view value) {
  return space(side_of(value, kLeft));
}

std::optional<Mark> line_style(std::string_view value) {
  const auto words = words_of<3>(value);
  return near_if(std::ranges::any_of(words, [](std::string_view word) {
    return is_any(word, {"solid", "dashed", "dotted", "double", "groove",
                         "ridge", "inset", "outset"});
  }));
}

std::optional<Mark> line_style_right(std::string_view value) {
  return line_style(side_of(value, kRight));
}

std::optional<Mark> line_style_left(std::string_view value) {
  return line_style(side_of(value, kLeft));
}

std::optional<Mark> line_width(std::string_view value) {
  const auto words = words_of<3>(value);
  return near_if(std::ranges::none_of(words, [](std::string_view word) {
    const auto length = length_of(word);
    return length && length->number == 0;
  }));
}

std::optional<Mark> line_width_right(std::string_view value) {
  return line_width(side_of(value, kRight));
}

std::optional<Mark> line_width_left(std::string_view value) {
  return line_width(side_of(value, kLeft));
}

}  // namespace gov_report
