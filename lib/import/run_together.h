// run_together.h - figures that have run together, taken apart where each digit
// must be one.

#pragma once

#include <vector>

#include "import/text_pieces.h"

namespace gov_report {

/// As many as are wanted, if there are so many digits; else as they are.
std::vector<TextPiece> taken_apart(const std::vector<TextPiece>& figures,
                                   std::size_t wanted);

bool all_zero(const std::vector<TextPiece>& figures);

}  // namespace gov_report
