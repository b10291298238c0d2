// report_title.h - the title of a report on a page, right or wrong, and what it
// says: of which body, of which year.
//
//   in      lines as they are and folded; schemas/pages.yaml (title)
//   absent  year 0: not said; an empty agency: not said

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "import/published_page.h"
#include "schema/page_format.h"

namespace gov_report {

/// The text of a block of words, as it is and folded; of others nothing.
struct BlockText {
  std::string text;
  std::string folded;
};

struct TitleParts {
  int year = 0;
  std::string agency;
  bool listed = false;  ///< as an annex, or among particulars
};

/// nullopt: the line is no title with a year, or names two.
std::optional<TitleParts> title_parts(const std::string& folded,
                                      const PageTitle& words);

struct ReportTitle {
  std::optional<std::size_t> block;  ///< the first; nullopt: none on the page
  std::size_t blocks = 0;            ///< lines that it is broken over
  TitleParts parts;                  ///< of the page, or of its window
};

/// Looks in front of block `before`. The last title there: links to other
/// reports stand further up. But a heading only gives way to one of its level
/// or above, and one with a body not to one that is listed. `all`: that is the
/// whole page, without sections; then the first.
ReportTitle find_title(const PublishedPage& page,
                       const std::vector<BlockText>& texts, std::size_t before,
                       bool all, const PageTitle& words);

}  // namespace gov_report
