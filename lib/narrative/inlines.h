// inlines.h - the inside of a paragraph, heading or list item.

#pragma once

#include <vector>

#include "narrative/glyphs.h"
#include "narrative/narrative.h"

namespace gov_report {

/// Lines of a block are joined by a glyph '\n'.
///   findings  unsupported-markdown: code, html, entity, link, image,
///             emphasis, unclosed-bold, unclosed-placeholder
std::vector<Inline> parse_inlines(Glyphs glyphs, Faults& faults);

}  // namespace gov_report
