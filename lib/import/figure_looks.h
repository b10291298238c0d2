// figure_looks.h - what is a figure, by its looks.

#pragma once

#include <string_view>

#include "schema/page_format.h"

namespace gov_report {

/// A number, a blank, "/" and its like, and these with words around a number.
bool is_figure(std::string_view text, const FigureWords& words);
/// Of what is none without words; folded.
bool is_figure_with_words(std::string_view folded, const FigureWords& words);

}  // namespace gov_report
