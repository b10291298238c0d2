// line_sense.h - which headers and captions above figures in lines of text
// speak of something else than the form's.
//
//   in   a stretch with the first row of a block, and all words above it

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "import/form_rows.h"
#include "import/other_sense.h"
#include "import/stretches.h"

namespace gov_report {

class LineSense {
 public:
  /// REQUIRES: the form stays.
  LineSense(const PublishedForm& form, const OtherSense& sense)
      : known_(form.words), headings_(form.headings), sense_(sense) {}

  /// A few words of their own between the first header and the label.
  bool has_other_header(const Stretch& whole, const FormRow& row) const;
  /// The units of money that the words in front of figures name.
  MoneyUnits money_in(const Stretch& whole) const;
  /// Lines above the first header, up to a heading, a sentence or a line with
  /// figures. `figures`: that line; 0: there is none.
  bool has_other_caption(const Stretch& whole, const FormRow& row,
                         std::uint64_t figures) const;

 private:
  bool is_printed(const std::string& words) const;
  bool counts_something_else(const std::string& piece,
                             const FormRow& row) const;

  const std::vector<std::string>& known_;  // all that the form prints, sorted
  const SectionHeadings& headings_;
  OtherSense sense_;
};

}  // namespace gov_report
