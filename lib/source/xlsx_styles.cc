#include "source/xlsx_styles.h"

#include <array>
#include <charconv>

#include "base/ascii.h"
#include "source/format_code.h"

namespace gov_report {
namespace {

int number_in(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool has_any(std::string_view text, std::string_view of) {
  return text.find_first_of(of) != std::string_view::npos;
}

/// In any of the ways to say it, if nothing makes it darker.
bool is_white_colour(const XmlAttributes& colour) {
  if (has_any(colour.get("tint"), "123456789")) return false;
  const std::string rgb = small_letters(colour.get("rgb"));
  constexpr std::string_view kWhite = "ffffff";
  const std::string_view indexed = colour.get("indexed");
  return (rgb.size() >= kWhite.size() && rgb.ends_with(kWhite)) ||
         indexed == "1" || indexed == "9" || colour.get("theme") == "0";
}

}  // namespace

NumberStyle number_style(std::string_view code) {
  NumberStyle style;
  const std::string start = small_letters(code.substr(0, 7));
  if (start == "general" || start.starts_with("g/")) return style;
  const FormatSection format = first_section(code);
  std::string marks = format.marks;
  for (const std::string_view noon : {"am/pm", "a/p", "ampm", "ap"}) {
    const std::size_t at = marks.find(noon);
    if (at == std::string::npos) continue;
    marks.erase(at, noon.size());
    marks += 'h';
  }
  if (format.elapsed) {
    style.kind = NumberStyle::Kind::time;
    return style;
  }
  if (has_any(marks, "0#?@%")) {
    const bool zeros = marks.find_first_not_of('0') == std::string::npos;
    if (!zeros || !format.behind.empty() || marks.size() < 2) return style;
    style.kind = NumberStyle::Kind::digits;
    style.prefix = format.before;
    style.width = marks.size();
    return style;
  }
  const bool clock = has_any(marks, "hs");
  if (has_any(marks, "yde") || marks.find("aaa") != std::string::npos ||
      (has_any(marks, "m") && !clock)) {
    style.kind = NumberStyle::Kind::date;
  } else if (clock) {
    style.kind = NumberStyle::Kind::time;
  }
  return style;
}

NumberStyle built_in_style(int id) {
  // Ids above 26 are those that Chinese programs use (ECMA-376 18.8.30).
  const auto within = [id](int first, int last) {
    return id >= first && id <= last;
  };
  NumberStyle style;
  if (within(14, 17) || id == 22 || within(27, 31) || within(50, 54) ||
      within(57, 58) || id == 36) {
    style.kind = NumberStyle::Kind::date;
  } else if (within(18, 21) || within(45, 47) || within(32, 35) ||
             within(55, 56)) {
    style.kind = NumberStyle::Kind::time;
  }
  return style;
}

std::string_view built_in_code(int id) {
  constexpr std::array<std::string_view, 5> kPlain = {"General", "0", "0.00",
                                                      "#,##0", "#,##0.00"};
  constexpr std::array<std::string_view, 4> kCounts = {
      "#,##0_);(#,##0)", "#,##0_);[Red](#,##0)", "#,##0.00_);(#,##0.00)",
      "#,##0.00_);[Red](#,##0.00)"};
  const auto of = [id](const auto& codes, int first) {
    const int i = id - first;
    return i >= 0 && i < static_cast<int>(codes.size())
               ? codes[static_cast<std::size_t>(i)]
               : std::string_view();
  };
  if (built_in_style(id).kind != NumberStyle::Kind::plain) return "yyyy-mm-dd";
  if (id == 49) return "@";
  if ((id >= 9 && id <= 13) || id == 48) return "0%";
  if (id == 41 || id == 42) return "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ";
  if (id == 43 || id == 44) {
    return "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ";
  }
  if (id >= 5 && id <= 8) return "#,##0.00;-#,##0.00";
  return id < 37 ? of(kPlain, 0) : of(kCounts, 37);
}

void NumberStyles::open(std::string_view name,
                        const XmlAttributes& attributes) {
  if (in_fonts_) open_font(name, attributes);
  if (in_fills_) open_fill(name, attributes);
  if (name == "numFmt") {
    const int id = number_in(attributes.get("numFmtId"));
    custom_[id] = number_style(attributes.get("formatCode"));
    // Those of conditions come later, and are for other cells.
    codes_.emplace(id, attributes.get("formatCode"));
  } else if (name == "fonts") {
    in_fonts_ = true;
  } else if (name == "fills") {
    in_fills_ = true;
  } else if (name == "cellXfs") {
    in_cell_styles_ = true;
  } else if (name == "xf" && in_cell_styles_) {
    const int id = number_in(attributes.get("numFmtId"));
    formats_.push_back(id);
    font_of_.push_back(
        static_cast<std::size_t>(number_in(attributes.get("fontId"))));
    fill_of_.push_back(
        static_cast<std::size_t>(number_in(attributes.get("fillId"))));
    const auto custom = custom_.find(id);
    used_.try_emplace(
        id, custom == custom_.end() ? built_in_style(id) : custom->second);
  }
}

void NumberStyles::open_font(std::string_view name,
                             const XmlAttributes& attributes) {
  if (name == "font") fonts_.emplace_back();
  if (fonts_.empty()) return;
  Font& font = fonts_.back();
  const std::string_view value = attributes.get("val");
  if (name == "strike") {
    font.taken_back = font.taken_back || (value != "0" && value != "false");
  } else if (name == "vertAlign") {
    font.taken_back = font.taken_back || value != "baseline";
  } else if (name == "color") {
    font.white = is_white_colour(attributes);
  }
}

void NumberStyles::open_fill(std::string_view name,
                             const XmlAttributes& attributes) {
  if (name == "fill") fills_.push_back(false);
  if (fills_.empty()) return;
  if (name == "patternFill") {
    const std::string_view pattern = attributes.get("patternType");
    fills_.back() = !pattern.empty() && pattern != "none";
  } else if (name == "fgColor") {
    fills_.back() = fills_.back() && !is_white_colour(attributes);
  } else if (name == "gradientFill") {
    fills_.back() = true;
  }
}

void NumberStyles::close(std::string_view name) {
  if (name == "fonts") in_fonts_ = false;
  if (name == "fills") in_fills_ = false;
  if (name == "cellXfs") in_cell_styles_ = false;
}

const NumberStyle& NumberStyles::of(std::size_t style) const {
  if (style >= formats_.size()) return plain_;
  return used_.at(formats_[style]);
}

std::string_view NumberStyles::code(std::size_t style) const {
  if (style >= formats_.size()) return "General";
  const auto custom = codes_.find(formats_[style]);
  return custom == codes_.end() ? built_in_code(formats_[style])
                                : std::string_view(custom->second);
}

bool NumberStyles::is_taken_back(std::size_t style) const {
  return style < font_of_.size() && font_of_[style] < fonts_.size() &&
         fonts_[font_of_[style]].taken_back;
}

bool NumberStyles::is_white(std::size_t style) const {
  if (style >= font_of_.size()) return false;
  const std::size_t font = font_of_[style];
  const std::size_t fill = fill_of_[style];
  const bool filled = fill < fills_.size() && fills_[fill];
  return font < fonts_.size() && fonts_[font].white && !filled;
}

}  // namespace gov_report
