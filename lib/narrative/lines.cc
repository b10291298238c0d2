#include "narrative/lines.h"

#include <algorithm>

namespace gov_report {
namespace {

constexpr std::size_t kNumberDigits = 9;

std::size_t run_length(Glyphs glyphs, char32_t mark) {
  std::size_t length = 0;
  while (length < glyphs.size() && glyphs[length].is(mark)) ++length;
  return length;
}

bool ends_or_blank(Glyphs glyphs, std::size_t at) {
  return at >= glyphs.size() || is_blank(glyphs[at]);
}

bool is_thematic_break(Glyphs glyphs) {
  const char32_t mark = glyphs.front().c;
  if (mark != '-' && mark != '*' && mark != '_') return false;
  std::size_t marks = 0;
  for (const Glyph& glyph : glyphs) {
    if (glyph.is(mark)) {
      ++marks;
    } else if (!is_blank(glyph)) {
      return false;
    }
  }
  return marks >= 3;
}

/// | --- | :-: |
bool is_table_rule(Glyphs glyphs) {
  bool bar = false;
  bool dash = false;
  for (const Glyph& glyph : glyphs) {
    bar = bar || glyph.is('|');
    dash = dash || glyph.is('-');
    if (!glyph.is('|') && !glyph.is('-') && !glyph.is(':') &&
        !is_blank(glyph)) {
      return false;
    }
  }
  return bar && dash;
}

bool is_definition(Glyphs glyphs) {
  if (!glyphs.front().is('[')) return false;
  for (std::size_t i = 1; i + 1 < glyphs.size(); ++i) {
    if (glyphs[i].is(']')) return i > 1 && glyphs[i + 1].is(':');
  }
  return false;
}

bool read_number(Glyphs glyphs, LineShape& shape) {
  std::size_t digits = 0;
  std::size_t number = 0;
  while (digits < glyphs.size() && digits <= kNumberDigits &&
         glyphs[digits].c >= '0' && glyphs[digits].c <= '9') {
    number = number * 10 + (glyphs[digits++].c - '0');
  }
  if (digits == 0 || digits > kNumberDigits || digits >= glyphs.size()) {
    return false;
  }
  if (!glyphs[digits].is('.') && !glyphs[digits].is(')')) return false;
  if (!ends_or_blank(glyphs, digits + 1)) return false;
  shape.mark = digits + 1;
  shape.number = number;
  return true;
}

/// ``` and ~~~, but not ```code``` in one line.
bool is_fence(Glyphs glyphs, LineShape& shape) {
  shape.mark = run_length(glyphs, glyphs.front().c);
  return shape.mark >= 3 &&
         std::ranges::none_of(glyphs.subspan(shape.mark),
                              [](const Glyph& glyph) { return glyph.is('`'); });
}

LineStart start_of(Glyphs rest, LineShape& shape) {
  const Glyph& first = rest.front();
  if (first.is('#')) {
    shape.mark = run_length(rest, '#');
    return LineStart::heading;
  }
  if (first.is('>')) {
    shape.mark = 1;
    return LineStart::quote;
  }
  if (first.is('`') || first.is('~')) {
    return is_fence(rest, shape) ? LineStart::fence : LineStart::text;
  }
  if (first.is('|') || is_table_rule(rest)) return LineStart::table;
  if (is_thematic_break(rest)) return LineStart::rule;
  if ((first.is('-') || first.is('*') || first.is('+')) &&
      ends_or_blank(rest, 1)) {
    shape.mark = 1;
    return LineStart::bullet;
  }
  if (read_number(rest, shape)) return LineStart::ordered;
  return is_definition(rest) ? LineStart::definition : LineStart::text;
}

}  // namespace

std::size_t leading_tags(Glyphs glyphs) {
  std::size_t at = 0;
  while (const auto tag = read_tag(glyphs, at)) {
    if (tag->kind == Tag::Kind::value) break;
    at = tag->end;
    while (at < glyphs.size() && is_blank(glyphs[at])) ++at;
  }
  return at;
}

LineShape shape_of(Glyphs line, Glyphs content) {
  LineShape shape;
  for (const Glyph& glyph : line) {
    if (glyph.c != ' ' && glyph.c != '\t') break;
    shape.indent += glyph.c == '\t' ? 4 : 1;
  }
  shape.tags = leading_tags(content);
  const Glyphs rest = content.subspan(shape.tags);
  if (!rest.empty()) shape.start = start_of(rest, shape);
  return shape;
}

bool is_setext_underline(Glyphs content) {
  const char32_t mark = content.front().c;
  return (mark == '=' || mark == '-') &&
         std::ranges::all_of(content,
                             [mark](const Glyph& g) { return g.is(mark); });
}

}  // namespace gov_report
