// captions.h - what stands over the tables of a page: the lines right above
// each, lines alone at its top, the name of its sheet.
//
//   out     folded, by table of the page in their order
//   left    sentences, and what stands above them or above a section heading

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/published_page.h"
#include "import/report_outline.h"

namespace gov_report {

/// By table of the page.
using Captions = std::vector<std::vector<std::string>>;

/// A few words, no sentence. Of a text that is folded.
bool may_be_caption(std::string_view folded);

Captions captions_of(const PublishedPage& page,
                     const std::vector<BlockText>& texts,
                     const Outline& outline);

}  // namespace gov_report
