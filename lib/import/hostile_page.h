// hostile_page.h - a guard in front of the HTML parser, which takes time by the
// square of how deep elements are nested, and of the attributes of one.

#pragma once

#include <string_view>

namespace gov_report {

/// Whether some element is opened so much more often than closed, or has so
/// many attributes, that the parser would hang. What may be no tag, as in a
/// quoted value or a script, closes none, and ten of them count as one that
/// opens an element.
bool is_hostile(std::string_view html);

}  // namespace gov_report
