// html_cell.h - how the text of a cell of a web page stands in it.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "import/html_style.h"

namespace gov_report {

/// What the elements around say of how a text is shown.
struct Around {
  bool unseen = false;   ///< visibility
  bool tiny = false;     ///< letters without a size
  bool clear = false;    ///< of a colour that cannot be seen
  bool shifted = false;  ///< a little up or down
  bool white = false;    ///< letters
  bool unsure = false;   ///< whether a part of a table is shown
  bool inlays = false;   ///< the elements of this one are set apart
  FontSize font;

  bool shows() const { return !unseen && !tiny; }
  Around inside(const ShownAs& looks) const;
};

/// What stands in a cell besides its text.
struct CellContents {
  bool nested = false;       ///< a table
  bool framed = false;       ///< the text of one
  bool beside = false;       ///< a field, a picture, the mark of a note
  bool clipped = false;      ///< what may be seen or not
  bool gap = false;          ///< there may be one behind the text so far
  std::size_t link_end = 0;  ///< of a link within the page, in the text
  std::size_t shifted_digits = 0;
  std::size_t white_digits = 0;
  std::optional<FontSize> font;  ///< of digits
  bool uneven_fonts = false;     ///< there are several

  /// Of text that is shown, behind `before`.
  void note_digits(std::string_view before, std::string_view text,
                   const Around& around);
  /// The text is not the figure that is shown.
  bool is_unread(std::string_view text) const;
};

bool ends_with_digit(std::string_view text);

}  // namespace gov_report
