// figure_looks.h - what is a figure, by its looks.

#pragma once

#include <string_view>
#include <vector>

#include "schema/page_format.h"

namespace gov_report {

/// A number, a blank, "/" and its like, and these with words around a number.
bool is_figure(std::string_view text, const FigureWords& words);
/// Of what is none without words; folded.
bool is_figure_with_words(std::string_view folded, const FigureWords& words);

/// They count on by one, again and again from the first if not to the end, as
/// some number their columns.
bool count_on(const std::vector<std::string_view>& figures);

}  // namespace gov_report
