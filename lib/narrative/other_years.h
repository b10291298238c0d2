// other_years.h - why a year stands in a report that is not the report's own:
// schemas/texts.yaml (years).
//
//   in      folded text

#pragma once

#include <string_view>

#include "narrative/text_pieces.h"
#include "schema/outline_words.h"

namespace gov_report {

/// Whether the words beside a year say that it is compared with, planned for or
/// that of a document. `distance`: years after the report's.
bool says_why_other(const YearWords& words, std::string_view text,
                    Span sentence, Span year, int distance);

}  // namespace gov_report
