#include "import/html_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>

namespace gov_report {
namespace {

/// A function that makes something nothing, or takes it off the screen.
bool is_out(std::string_view name, std::string_view values) {
  const bool moves = name.starts_with("translate");
  const bool sizes = name.starts_with("scale") || name.starts_with("matrix");
  for (int i = 0; !values.empty(); ++i) {
    const std::size_t end = std::min(values.find(','), values.size());
    const std::string_view one = without_blanks(values.substr(0, end));
    values.remove_prefix(std::min(end + 1, values.size()));
    const auto length = length_of(one);
    // By its own width or height is no great way.
    const bool far = moves && length && length->unit != "%" && is_far(*length);
    const bool none = sizes && length && length->number == 0;
    // Behind the first two are what others of three dimensions have.
    const bool counts = name.starts_with("matrix") ? i == 0 : i < 2;
    if (far || (none && counts)) return true;
  }
  return false;
}

/// "100% / 3)", behind "calc(". One inside of another is not worked out.
std::optional<Length> calculated(std::string_view text) {
  if (text.find('(') != std::string_view::npos || !text.ends_with(')')) {
    return std::nullopt;
  }
  text = without_blanks(text.substr(0, text.size() - 1));
  const std::size_t end = std::min(text.find(' '), text.size());
  auto all = length_of(text.substr(0, end));
  text = without_blanks(text.substr(end));
  if (!all || text.empty()) return all;
  if (text.size() < 3 || text[1] != ' ') return std::nullopt;
  const char how = text.front();
  const auto next = length_of(text.substr(2));
  if (!next) return std::nullopt;
  const bool times = how == '*' || how == '/';
  if (times ? !next->unit.empty() : next->unit != all->unit) {
    return std::nullopt;
  }
  if (how == '*') all->number *= next->number;
  if (how == '/') all->number /= next->number;
  if (how == '+') all->number += next->number;
  if (how == '-') all->number -= next->number;
  const bool known = std::string_view("*/+-").find(how) != text.npos;
  return known && std::isfinite(all->number) ? all : std::nullopt;
}

}  // namespace

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kCssBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kCssBlanks) - begin + 1);
}

bool is_any(std::string_view value,
            std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, value) != words.end();
}

bool begins_with_any(std::string_view value,
                     std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return value.starts_with(word); });
}

bool is_computed(std::string_view value) {
  constexpr std::array<std::string_view, 7> kFunctions = {
      "var(", "calc(", "env(", "min(", "max(", "clamp(", "attr("};
  return std::ranges::any_of(kFunctions, [&](std::string_view function) {
    return value.find(function) != std::string_view::npos;
  });
}

std::optional<Length> length_of(std::string_view text) {
  if (text.starts_with("calc(")) return calculated(text.substr(5));
  if (text.starts_with('+')) text.remove_prefix(1);
  Length length;
  const char* const end = text.data() + text.size();
  // "1em" is no exponent.
  const auto result = std::from_chars(text.data(), end, length.number,
                                      std::chars_format::fixed);
  if (result.ec != std::errc()) return std::nullopt;
  length.unit = {result.ptr, static_cast<std::size_t>(end - result.ptr)};
  const bool is_unit = std::ranges::all_of(
      length.unit, [](char c) { return (c >= 'a' && c <= 'z') || c == '%'; });
  if (!is_unit) return std::nullopt;
  return length;
}

bool is_far(const Length& length) {
  if (length.unit == "%") return length.number <= -100;
  const bool of_screen = length.unit == "vw" || length.unit == "vh";
  const double many = length.is_of_font() ? 60 : of_screen ? 100 : 990;
  return std::abs(length.number) >= many;
}

bool is_transformed_away(std::string_view value) {
  bool out = false;
  while (!value.empty()) {
    const std::size_t open = value.find('(');
    if (open == std::string_view::npos) break;
    const std::size_t close = std::min(value.find(')', open), value.size());
    out = out || is_out(without_blanks(value.substr(0, open)),
                        value.substr(open + 1, close - open - 1));
    value.remove_prefix(std::min(close + 1, value.size()));
  }
  return out;
}

bool is_transparent(std::string_view colour) {
  if (colour == "transparent") return true;
  if (colour.starts_with('#')) {  // "#rgba", "#rrggbbaa"
    if (colour.size() == 5) return colour.back() == '0';
    return colour.size() == 9 && colour[7] == '0' && colour[8] <= 'c';
  }
  const std::size_t open = colour.find('(');
  if (open == std::string_view::npos) return false;
  // "rgba(0,0,0,0)", "rgb(0 0 0 / 0%)"
  std::size_t mark = colour.find('/', open);
  const std::size_t comma = colour.rfind(',');
  const bool four = std::ranges::count(colour, ',') == 3;
  if (mark == std::string_view::npos && four) mark = comma;
  if (mark == std::string_view::npos) return false;
  std::string_view opacity = colour.substr(mark + 1);
  opacity = without_blanks(opacity.substr(0, opacity.find(')')));
  const auto length = length_of(opacity);
  return opacity == "none" ||
         (length && length->number < (length->unit == "%" ? 5 : 0.05));
}

namespace {

/// "rgb(255, 255, 255)", "rgb(100% 100% 100%)"
bool is_white_mix(std::string_view values) {
  int many = 0;
  for (; many < 3 && !values.empty(); ++many) {
    const std::size_t end =
        std::min(values.find_first_of(" ,/)"), values.size());
    const auto part = length_of(values.substr(0, end));
    if (!part || part->number < (part->unit == "%" ? 98 : 250)) return false;
    const std::size_t next = values.find_first_not_of(" ,/)", end);
    values.remove_prefix(std::min(next, values.size()));
  }
  return many == 3;
}

struct NamedSize {
  std::string_view name;
  FontSize size;
};

/// Names of sizes, and units.
std::optional<FontSize> size_named(std::string_view name) {
  using Unit = FontSize::Unit;
  static constexpr std::array kNamed = {
      NamedSize{"xx-small", {Unit::pixels, 9}},
      NamedSize{"x-small", {Unit::pixels, 10}},
      NamedSize{"small", {Unit::pixels, 13}},
      NamedSize{"medium", {Unit::pixels, 16}},
      NamedSize{"initial", {Unit::pixels, 16}},
      NamedSize{"large", {Unit::pixels, 18}},
      NamedSize{"x-large", {Unit::pixels, 24}},
      NamedSize{"xx-large", {Unit::pixels, 32}},
      NamedSize{"smaller", {Unit::around, 5.0F / 6}},
      NamedSize{"larger", {Unit::around, 1.2F}},
      NamedSize{"px", {Unit::pixels, 1}},
      NamedSize{"", {Unit::pixels, 1}},
      NamedSize{"pt", {Unit::pixels, 4.0F / 3}},
      NamedSize{"pc", {Unit::pixels, 16}},
      NamedSize{"in", {Unit::pixels, 96}},
      NamedSize{"cm", {Unit::pixels, 96 / 2.54F}},
      NamedSize{"mm", {Unit::pixels, 96 / 25.4F}},
      NamedSize{"em", {Unit::around, 1}},
      NamedSize{"%", {Unit::around, 0.01F}},
      NamedSize{"ex", {Unit::around, 0.5F}},
      NamedSize{"ch", {Unit::around, 0.5F}},
      NamedSize{"rem", {Unit::page, 1}},
  };
  const auto* const found = std::ranges::find(kNamed, name, &NamedSize::name);
  if (found == kNamed.end()) return std::nullopt;
  return found->size;
}

/// nullopt: not known, as what a page says of "rem" is.
std::optional<float> pixels_of(const FontSize& size) {
  constexpr float kOfBrowsers = 16;
  if (size.unit == FontSize::Unit::pixels) return size.value;
  if (size.unit == FontSize::Unit::around) return size.value * kOfBrowsers;
  return std::nullopt;
}

/// nullopt: not known, as a share of what is around is.
std::optional<double> pixels_of(const Length& length) {
  const auto unit = size_named(length.unit);
  const auto one = unit ? pixels_of(*unit) : std::nullopt;
  if (!one || length.unit == "%") return std::nullopt;
  return std::abs(length.number) * static_cast<double>(*one);
}

}  // namespace

bool is_white(std::string_view colour) {
  if (colour == "white") return true;
  if (colour.starts_with('#')) {
    // "#fff" or "#fefefe"
    if (colour.size() == 4) return colour == "#fff";
    return colour.size() == 7 && colour[1] == 'f' && colour[3] == 'f' &&
           colour[5] == 'f';
  }
  const std::size_t open = colour.find('(');
  return colour.starts_with("rgb") && open != std::string_view::npos &&
         is_white_mix(colour.substr(open + 1)) && !is_transparent(colour);
}

bool is_in_pixels(const Length& length) {
  return pixels_of(length).has_value();
}

bool is_wider_than(const Length& length, double pixels) {
  const auto own = pixels_of(length);
  return own ? *own > pixels : length.number != 0;
}

FontSize FontSize::inside(FontSize own) const {
  if (own.unit != Unit::around) return own;
  return {unit, value * own.value, words};
}

bool FontSize::is_like(const FontSize& other) const {
  constexpr float kNear = 0.85F;
  const auto one = pixels_of(*this);
  const auto two = pixels_of(other);
  const bool same = unit == other.unit && words == other.words;
  if (!(one && two) && !same) return false;
  const float own_size = one && two ? *one : value;
  const float other_size = one && two ? *two : other.value;
  return own_size >= other_size * kNear && other_size >= own_size * kNear;
}

FontSize font_size_of(std::string_view value) {
  const auto length = length_of(value);
  if (const auto named = size_named(length ? length->unit : value)) {
    const auto times = length ? static_cast<float>(length->number) : 1.0F;
    return {named->unit, named->value * times};
  }
  if (is_any(value, {"inherit", "unset", "revert"})) return {};
  return {FontSize::Unit::other, 1, std::hash<std::string_view>()(value)};
}

}  // namespace gov_report
