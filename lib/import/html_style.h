// html_style.h - how an element of a page is shown, as far as declarations of
// CSS say: those of its own `style`, and of rules (html_sheet.h).
//
//   in      a property counts as the declaration of most weight says, of two of
//           one weight the later; what a browser would not understand says
//           nothing
//   absent  properties that neither hide text, raise it nor say how large it is
//           are not looked at; colours neither

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "import/html_values.h"

namespace gov_report {

/// Of what a child takes over: as around, or what it says itself.
enum class Ink : std::uint8_t { as_around, hidden, shown };

struct ShownAs {
  bool gone = false;     ///< takes no place either
  bool blank = false;    ///< takes its place, and is not to be read
  bool clipped = false;  ///< nothing of it can be seen, if it is a block
  bool cut_off = false;  ///< so too if it is a part of a table
  bool raised = false;   ///< or lowered: the mark of a note
  bool shifted = false;  ///< a little up or down: it may be such a mark
  Ink visibility = Ink::as_around;
  Ink size = Ink::as_around;  ///< of its letters; none: hidden
  FontSize font;
  bool narrow = false;  ///< no width, for what has none by its text
  bool unsure = false;  ///< another value, or rule, may say something else

  bool is_left_out() const { return gone || blank || clipped; }
  /// Something is read of both, or of neither.
  bool is_read_as(const ShownAs& other) const;
};

/// What of declarations matters here.
class Declared {
 public:
  /// How much a declaration counts, before it is important.
  enum Weight : std::uint32_t {
    browser = 0,
    rule = 1,
    own = 1U << 30,
    most = ~0U
  };

  /// "display:none;color:red"
  void add(std::string_view css, std::uint32_t weight);
  /// Each counts `more` than it did.
  void add(const Declared& other, std::uint32_t more);
  /// A browser does not show the element if nothing else is said.
  void hide() { put(display, Mark::on, Weight::browser); }

  bool empty() const { return count_ == 0; }
  /// It hides or raises, by itself or with what others say.
  bool may_hide() const;
  /// What hides something else may be undone by it.
  bool may_show() const;
  /// What hides any element, or shows it, whatever else is said.
  static Declared of_all(bool hidden);
  ShownAs shown() const;

 private:
  enum Property : std::uint8_t {
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
    kProperties
  };
  /// `on`: hides or raises; `far`, `near`: by how much; `none`: as around;
  /// `unknown`: one of these, by a variable.
  enum class Mark : std::uint8_t { none, plain, on, near, far, unknown };
  struct Value {
    std::uint32_t weight = 0;
    Mark mark = Mark::none;
  };
  struct Reader;
  static const Reader* reader_of(std::string_view name);

  void add_one(std::string_view declaration, std::uint32_t weight);
  bool put(Property property, Mark mark, std::uint32_t weight);
  bool is(Property property, Mark mark) const {
    return values_[property].mark == mark;
  }
  bool is_clipped() const;
  bool has_no_room(Mark mark) const;
  bool is_unsure() const;

  std::array<Value, kProperties> values_;
  FontSize font_;
  int count_ = 0;  // of declarations taken
};

/// By a `style` alone.
ShownAs shown_by(std::string_view style);

}  // namespace gov_report
