// html_style.h - how an element of a page is shown, as far as its own `style`
// says. What style sheets say is not known.

#pragma once

namespace gov_report {

struct ShownAs {
  bool gone = false;
  bool blank = false;   ///< takes its place, and is not to be read
  bool raised = false;  ///< or lowered: the mark of a note
};

ShownAs shown_by(const char* style);

}  // namespace gov_report
