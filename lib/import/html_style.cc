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

}  // namespace

/// nullopt: a browser would not understand the value.
struct Declared::Reader {
  using Read = std::optional<Mark> (*)(std::string_view);
  std::string_view name;
  Property property;
  Read read;

  static Mark on_if(bool is_so) { return is_so ? Mark::on : Mark::plain; }

  static std::optional<Mark> display(std::string_view value) {
    if (value == "none") return Mark::on;
    const bool known = begins_with_any(
        value, {"inline", "block", "flex", "grid", "table", "list-item",
                "contents", "flow", "run-in", "ruby", "-webkit-", "initial",
                "inherit", "unset", "revert"});
    if (!known) return std::nullopt;
    return Mark::plain;
  }

  static std::optional<Mark> visibility(std::string_view value) {
    if (is_any(value, {"hidden", "collapse"})) return Mark::on;
    if (is_any(value, {"visible", "initial"})) return Mark::plain;
    if (is_any(value, {"inherit", "unset", "revert"})) return Mark::none;
    return std::nullopt;
  }

  static std::optional<Mark> opacity(std::string_view value) {
    const auto length = length_of(value);
    if (!length) return std::nullopt;
    return on_if(length->number < (length->unit == "%" ? 5 : 0.05));
  }

  static std::optional<Mark> font_size(std::string_view value) {
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

  /// The size in "bold 12px/1.5 serif"; empty: none is there.
  static std::string_view size_in_font(std::string_view value) {
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

  static std::optional<Mark> decoration(std::string_view value) {
    return on_if(value.find("line-through") != std::string_view::npos);
  }

  static std::optional<Mark> line_through(std::string_view value) {
    return on_if(value != "none");
  }

  static std::optional<Mark> vertical_align(std::string_view value) {
    if (is_any(value, {"super", "sub"})) return Mark::on;
    const auto length = length_of(value);
    return length && length->number != 0 ? Mark::near : Mark::plain;
  }

  static std::optional<Mark> position(std::string_view value) {
    if (is_any(value, {"absolute", "fixed"})) return Mark::on;
    if (is_any(value, {"relative", "sticky"})) return Mark::near;
    return Mark::plain;
  }

  /// Out of what is on the screen, or a little from its place.
  static std::optional<Mark> offset(std::string_view value) {
    const auto length = length_of(value);
    if (!length) return Mark::plain;
    if (is_far(*length)) return Mark::far;
    return length->number != 0 ? Mark::near : Mark::plain;
  }

  static std::optional<Mark> no_room(std::string_view value) {
    const auto length = length_of(value);
    const bool none = length && (length->number == 0 ||
                                 (length->number <= 1 && length->unit == "px"));
    return on_if(none);
  }

  static std::optional<Mark> stretch(std::string_view value) {
    const auto length = length_of(value.substr(0, value.find(' ')));
    const bool none = is_any(value, {"none", "auto", "initial"}) ||
                      (length && length->number == 0);
    return on_if(!none || value.find(' ') != std::string_view::npos);
  }

  static std::optional<Mark> overflow(std::string_view value) {
    return on_if(begins_with_any(value, {"hidden", "clip"}));
  }

  static std::optional<Mark> clip(std::string_view value) {
    return on_if(begins_with_any(value, {"rect(0", "rect(1px"}));
  }

  static std::optional<Mark> clip_path(std::string_view value) {
    return on_if(begins_with_any(
        value, {"inset(50%", "inset(100%", "inset(99", "circle(0", "ellipse(0",
                "polygon(0 0,0 0", "polygon(0 0, 0 0", "polygon(0px 0px,0px 0",
                "polygon(0px 0px, 0px 0", "rect(0 0 0 0", "rect(0px 0px 0px"}));
  }

  static std::optional<Mark> transform(std::string_view value) {
    return on_if(is_transformed_away(value));
  }

  static std::optional<Mark> contents(std::string_view value) {
    return on_if(value == "hidden");
  }

  /// "0 0 0 -9999px": by the one that moves most.
  static std::optional<Mark> margins(std::string_view value) {
    Mark most = Mark::plain;
    while (!value.empty()) {
      const std::size_t end = std::min(value.find(' '), value.size());
      if (offset(value.substr(0, end)) == Mark::far) most = Mark::far;
      value.remove_prefix(std::min(end + 1, value.size()));
    }
    return most;
  }
};

const Declared::Reader* Declared::reader_of(std::string_view name) {
  static constexpr std::array kReaders = {
      Reader{"display", display, Reader::display},
      Reader{"visibility", visibility, Reader::visibility},
      Reader{"opacity", opacity, Reader::opacity},
      Reader{"font", font_size, Reader::font_size},
      Reader{"font-size", font_size, Reader::font_size},
      Reader{"text-decoration", decoration, Reader::decoration},
      Reader{"text-decoration-line", decoration, Reader::decoration},
      Reader{"text-line-through", decoration, Reader::line_through},
      Reader{"vertical-align", vertical_align, Reader::vertical_align},
      Reader{"mso-text-raise", text_raise, Reader::offset},
      Reader{"position", position, Reader::position},
      Reader{"left", sideways, Reader::offset},
      Reader{"right", sideways, Reader::offset},
      Reader{"top", upwards, Reader::offset},
      Reader{"bottom", upwards, Reader::offset},
      Reader{"margin", margin, Reader::margins},
      Reader{"margin-left", margin, Reader::offset},
      Reader{"text-indent", text_indent, Reader::offset},
      Reader{"height", height, Reader::no_room},
      Reader{"max-height", max_height, Reader::no_room},
      Reader{"width", width, Reader::no_room},
      Reader{"max-width", max_width, Reader::no_room},
      Reader{"overflow", overflow, Reader::overflow},
      Reader{"overflow-x", overflow, Reader::overflow},
      Reader{"overflow-y", overflow, Reader::overflow},
      Reader{"flex", stretch, Reader::stretch},
      Reader{"flex-grow", stretch, Reader::stretch},
      Reader{"min-height", stretch, Reader::stretch},
      Reader{"padding", stretch, Reader::stretch},
      Reader{"padding-bottom", stretch, Reader::stretch},
      Reader{"clip", clip, Reader::clip},
      Reader{"clip-path", clip_path, Reader::clip_path},
      Reader{"-webkit-clip-path", clip_path, Reader::clip_path},
      Reader{"transform", transform, Reader::transform},
      Reader{"-webkit-transform", transform, Reader::transform},
      Reader{"-ms-transform", transform, Reader::transform},
      Reader{"content-visibility", contents, Reader::contents},
  };
  for (const Reader& reader : kReaders) {
    if (same_letters(reader.name, name)) return &reader;
  }
  return nullptr;
}

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
  const Reader* reader =
      reader_of(without_blanks(declaration.substr(0, colon)));
  if (reader == nullptr) return;
  const std::string value = plain_value(declaration.substr(colon + 1));
  const std::size_t mark = value.find('!');
  std::string_view said =
      without_blanks(std::string_view(value).substr(0, mark));
  if (reader->name == "font") {
    const std::string_view size = Reader::size_in_font(said);
    if (!is_computed(said) || !size.empty()) said = size;
  }
  if (mark != std::string::npos) {
    constexpr std::uint32_t kImportant = 1U << 31;
    if (without_blanks(std::string_view(value).substr(mark + 1)) != "important")
      return;
    weight |= kImportant;
  }
  // What variables stand for is not known.
  const auto read = is_computed(said) && !length_of(said)
                        ? std::optional(Mark::unknown)
                        : reader->read(said);
  if (!read || !put(reader->property, *read, weight)) return;
  if (reader->property == font_size) font_ = font_size_of(said);
}

bool Declared::put(Property property, Mark mark, std::uint32_t weight) {
  Value& value = values_[property];
  if (weight < value.weight) return false;
  value = {weight, mark};
  ++count_;
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

bool Declared::may_hide() const {
  return std::ranges::any_of(values_, [](const Value& value) {
    return value.mark == Mark::on || value.mark == Mark::far ||
           value.mark == Mark::unknown;
  });
}

Declared Declared::of_all(bool hidden) {
  Declared all;
  const std::string_view said =
      hidden ? "display:none"
             : "display:block;visibility:visible;opacity:1;font-size:16px;"
               "text-decoration:none;vertical-align:baseline;position:static;"
               "margin:0;text-indent:0;height:auto;max-height:none;width:auto;"
               "max-width:none;overflow:visible;clip:auto;clip-path:none;"
               "transform:none;content-visibility:visible";
  all.add(said, Weight::most);
  return all;
}

bool Declared::may_show() const {
  constexpr std::array kHiding = {
      display,    visibility, opacity, position,  sideways,  upwards, height,
      max_height, overflow,   clip,    clip_path, transform, contents};
  if (shown().is_left_out()) return false;
  return std::ranges::any_of(
      kHiding, [&](Property property) { return values_[property].weight > 0; });
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
  constexpr std::array kAlone = {display,    visibility,  opacity, font_size,
                                 decoration, text_indent, clip,    clip_path,
                                 transform,  contents};
  const bool alone = std::ranges::any_of(
      kAlone, [&](Property property) { return is(property, Mark::unknown); });
  const bool room = has_no_room(Mark::on) || has_no_room(Mark::unknown);
  const bool cut = is(overflow, Mark::on) || is(overflow, Mark::unknown);
  const bool flat = room && cut && !is(stretch, Mark::on) && !is_clipped();
  const bool moves = is(sideways, Mark::unknown) || is(upwards, Mark::unknown);
  const bool out = is(sideways, Mark::far) || is(upwards, Mark::far);
  const bool moved = is(position, Mark::on) || is(position, Mark::near);
  return alone || flat || (moves && moved) ||
         (is(position, Mark::unknown) && (moves || out));
}

ShownAs Declared::shown() const {
  const bool out = is(sideways, Mark::far) || is(upwards, Mark::far);
  const auto ink = [&](Property property) {
    if (is(property, Mark::none)) return Ink::as_around;
    return is(property, Mark::on) ? Ink::hidden : Ink::shown;
  };
  ShownAs as;
  as.gone = is(display, Mark::on) || (is(position, Mark::on) && out);
  as.blank = is(opacity, Mark::on) || is(decoration, Mark::on) ||
             is(transform, Mark::on) || is(contents, Mark::on) ||
             (is(position, Mark::near) && out);
  as.cut_off = is(text_indent, Mark::far) || is(clip_path, Mark::on);
  as.clipped = as.cut_off || is_clipped();
  as.font = font_;
  as.narrow = is(width, Mark::on) || is(width, Mark::unknown) ||
              is(max_width, Mark::on) || is(max_width, Mark::unknown);
  as.raised = is(vertical_align, Mark::on);
  as.shifted = is(vertical_align, Mark::near) ||
               is(vertical_align, Mark::unknown) ||
               is(text_raise, Mark::near) ||
               (is(position, Mark::near) && is(upwards, Mark::near));
  as.visibility = ink(visibility);
  as.size = ink(font_size);
  as.unsure = is_unsure();
  return as;
}

bool ShownAs::is_read_as(const ShownAs& other) const {
  return is_left_out() == other.is_left_out() && raised == other.raised &&
         unsure == other.unsure &&
         (visibility == Ink::hidden) == (other.visibility == Ink::hidden) &&
         (size == Ink::hidden) == (other.size == Ink::hidden);
}

ShownAs shown_by(std::string_view style) {
  Declared declared;
  declared.add(style, Declared::own);
  return declared.shown();
}

}  // namespace gov_report
