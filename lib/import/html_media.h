// html_media.h - for which devices a style sheet counts, or a part of one.

#pragma once

#include <string_view>

#include "import/html_selector.h"

namespace gov_report {

/// Whether what is said counts on the screen of a desk, whatever its width from
/// kNarrowScreen to kWideScreen pixels.
///   media_fit("screen") == Fit::yes    media_fit("print") == Fit::no
///   media_fit("(max-width:767px)") == Fit::no
///   media_fit("(prefers-color-scheme:dark)") == Fit::maybe
Fit media_fit(std::string_view queries);

inline constexpr double kNarrowScreen = 1200;
inline constexpr double kWideScreen = 2600;

}  // namespace gov_report
