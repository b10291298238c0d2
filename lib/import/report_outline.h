// report_outline.h - where on a page the report begins and ends, and where its
// sections are.

#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "import/published_page.h"
#include "import/report_title.h"
#include "narrative/report_text.h"
#include "schema/page_format.h"
#include "schema/report_format.h"

namespace gov_report {

struct OutlineSection {
  std::string id;
  std::size_t heading = 0;  ///< block
  std::size_t end = 0;      ///< block behind its last
};

struct Outline {
  /// Blocks of the title: more than one where it is broken over lines.
  std::optional<std::size_t> title;
  std::size_t title_blocks = 0;
  int year = 0;        ///< of the title, or as report_year() has it; 0: unknown
  std::string agency;  ///< of the title
  std::size_t preamble = 0;  ///< first block behind the title
  std::vector<OutlineSection> sections;
  /// Sections whose heading stands in a row of a table alone.
  std::set<std::string> in_tables;
  std::size_t end = 0;  ///< block behind the report
};

/// Cuts lines of a text in front of the section headings that stand in them.
void split_at_headings(PublishedPage& page, const ReportFormat& format);

std::vector<BlockText> block_texts(const PublishedPage& page);

/// `texts`: those of the page's blocks.
Outline find_outline(const PublishedPage& page,
                     const std::vector<BlockText>& texts,
                     const SectionHeadings& headings, const PageFormat& words);

}  // namespace gov_report
