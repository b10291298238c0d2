// html_style.h - how an element of a page is shown, as far as declarations of
// CSS say: those of its own `style`, and of rules (html_sheet.h).
//
//   in      a property counts as the declaration of most weight says, of two of
//           one weight the later; what a browser would not understand says
//           nothing
//   absent  properties that neither hide text, raise it, set it apart nor say
//           how large it is are not looked at; colours only if nothing is seen
//           of them whatever is behind

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "import/css_properties.h"
#include "import/html_values.h"

namespace gov_report {

/// Of what a child takes over: as around, or what it says itself.
enum class Ink : std::uint8_t { as_around, hidden, shown };

/// Whether digits that follow each other are far enough apart to be two
/// figures.
enum class Gap : std::uint8_t { none, maybe, sure };

struct ShownAs {
  bool gone = false;     ///< takes no place either
  bool blank = false;    ///< takes its place, and is not to be read
  bool clipped = false;  ///< nothing of it can be seen, if it is a block
  bool cut_off = false;  ///< so too if it is a part of a table
  bool cramped = false;  ///< it may be clipped
  bool raised = false;   ///< or lowered: the mark of a note
  bool shifted = false;  ///< a little up or down: it may be such a mark
  Ink visibility = Ink::as_around;
  Ink size = Ink::as_around;     ///< of its letters; none: hidden
  Ink colour = Ink::as_around;   ///< one that cannot be seen: hidden
  std::optional<bool> is_white;  ///< absent: if those around are
  FontSize font;
  Gap gap_left = Gap::none;  ///< to what stands beside it in its line
  Gap gap_right = Gap::none;
  bool block = false;      ///< in lines of its own, whatever element it is
  bool inlays = false;     ///< each of its elements is apart
  bool dissolved = false;  ///< its elements stand where it stands
  bool adorned = false;    ///< a rule prints a text in front of it or behind
  bool narrow = false;     ///< no width, for what has none by its text
  bool unsure = false;     ///< another value, or rule, may say something else

  bool is_left_out() const { return gone || blank || clipped; }
  /// Something is read of both, or of neither.
  bool is_read_as(const ShownAs& other) const;
};

/// What of declarations matters here.
class Declared {
 public:
  using enum CssProperty;
  using Property = CssProperty;
  using Mark = CssMark;
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

  bool empty() const { return !any_; }
  /// It says more than what is so without it, as colours that are seen do.
  bool matters() const { return matters_; }
  /// It hides or raises, by itself or with what others say.
  bool may_hide() const;
  /// What hides something else may be undone by it.
  bool may_show() const;
  /// What hides any element, or shows it, whatever else is said.
  static Declared of_all(bool hidden);
  /// What a rule for ::before says of the element itself, or one for ::after:
  /// whether a text is printed. Empty if the rule says nothing of that.
  Declared of_generated(bool before) const;
  /// A text may be printed beside the element.
  bool may_adorn() const;
  ShownAs shown() const;

 private:
  struct Value {
    std::uint32_t weight = 0;
    Mark mark = Mark::none;
  };
  const Value& value_of(Property property) const {
    return values_[static_cast<std::size_t>(property)];
  }
  void add_one(std::string_view declaration, std::uint32_t weight);
  bool put(Property property, Mark mark, std::uint32_t weight);
  bool is(Property property, Mark mark) const {
    return value_of(property).mark == mark;
  }
  Gap gap_by(std::initializer_list<Property> properties) const;
  Gap gap_around() const;  // on both sides
  Ink ink(Property property) const;
  bool is_clipped() const;
  bool has_no_room(Mark mark) const;
  bool is_unsure() const;
  bool may_have_no_room() const;

  std::array<Value, kCssProperties> values_;
  FontSize font_;
  bool any_ = false;
  bool matters_ = false;
};

/// By a `style` alone.
ShownAs shown_by(std::string_view style);

}  // namespace gov_report
