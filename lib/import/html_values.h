// html_values.h - values of properties of CSS: lengths, sizes of letters.
//
//   in      small letters, single blanks

#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace gov_report {

inline constexpr std::string_view kCssBlanks = " \t\r\n\f";
std::string_view without_blanks(std::string_view text);
bool is_any(std::string_view value,
            std::initializer_list<std::string_view> words);
bool begins_with_any(std::string_view value,
                     std::initializer_list<std::string_view> words);

struct Length {
  double number = 0;
  std::string_view unit;

  bool is_of_font() const {
    return unit == "em" || unit == "%" || unit == "ex" || unit == "ch";
  }
};

/// It has a part that is to be worked out: var(), calc() and their like.
bool is_computed(std::string_view value);
/// nullopt: it is none. Of calc() only one number, or two of one unit.
std::optional<Length> length_of(std::string_view text);
/// It is known how long it is on a screen, "em" by letters of 16 pixels.
bool is_in_pixels(const Length& length);
/// To either side. One that is not known is, if it is not 0.
bool is_wider_than(const Length& length, double pixels);
/// What is moved by so much is out of the screen.
bool is_far(const Length& length);
/// Of "transform": nothing is left on the screen.
bool is_transformed_away(std::string_view value);

/// Of a colour: next to nothing of it covers what is behind.
bool is_transparent(std::string_view colour);
/// Nobody can tell it from white.
bool is_white(std::string_view colour);

/// Of letters: so many pixels, or times those around or those of the page, or
/// times what is not known.
struct FontSize {
  enum class Unit : std::uint8_t { around, page, pixels, other };
  Unit unit = Unit::around;
  float value = 1;
  std::size_t words = 0;  ///< what is not known: a hash of how it is written

  bool operator==(const FontSize&) const = default;
  /// Within letters of this size.
  FontSize inside(FontSize own) const;
  /// Nobody sees that they differ. `around`: where nothing is said of the page,
  /// its letters are as large as browsers make them.
  bool is_like(const FontSize& other) const;
};

/// Of "font-size".
FontSize font_size_of(std::string_view value);

}  // namespace gov_report
