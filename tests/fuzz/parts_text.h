// parts_text.h - an office file as one text, so that what a fuzzer changes are
// the parts and not the compressed bytes around them.
//
//   in      parts, each after a line "== NAME"; what stands before the first
//           such line is the part `main`
//   out     a zip of these parts, in the place of those of the same name in
//           `others`, and of the rest of `others`
//   broken  XML is made whole (whole_xml.h), but for every fourth length of
//           the text: what readers say of broken XML is to be tried too
//   zip     a text that begins with "PK" is a zip itself

#pragma once

#include <string>
#include <string_view>

#include "support/stored_zip.h"

namespace gov_report::test {

std::string zip_of_parts(std::string_view text, const std::string& main,
                         ZipParts others);

}  // namespace gov_report::test
