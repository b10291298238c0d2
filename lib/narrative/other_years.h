// other_years.h - why a year stands in a report that is not the report's own:
// schemas/texts.yaml (years).
//
//   in      folded text

#pragma once

#include <optional>
#include <string_view>

#include "narrative/text_pieces.h"
#include "schema/outline_words.h"

namespace gov_report {

/// Whether the words beside a year say that it is compared with, planned for or
/// that of a document. `distance`: years after the report's; nullopt: the
/// report's is not known.
bool says_why_other(const YearWords& words, std::string_view text,
                    Span sentence, Span year, std::optional<int> distance);

}  // namespace gov_report
