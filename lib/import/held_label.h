// held_label.h - where a stretch of words holds the label of a row of the form,
// or the beginning of it.
//
//   absent  percent 0: it holds none

#pragma once

#include <string>

#include "import/form_rows.h"

namespace gov_report {

struct HeldLabel {
  int percent = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string rest;  ///< of the label, where only its beginning is there
  bool whole = false;
};

/// `words` are folded; the last place in them counts.
HeldLabel held_label(const std::string& words, const FormRow& row);

/// The words are the first characters of the row's label, not all: two or more,
/// behind its number one.
bool is_beginning(std::string_view words, const FormRow& row);

}  // namespace gov_report
