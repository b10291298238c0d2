#include "import/other_tables.h"

#include <algorithm>
#include <set>
#include <utility>

namespace gov_report {
namespace {

using BlockRange = std::pair<std::size_t, std::size_t>;

bool has_table(const PublishedPage& page, const OutlineSection& section) {
  for (std::size_t b = section.heading; b < section.end; ++b) {
    if (!page.blocks[b].grid.cells.empty()) return true;
  }
  return false;
}

/// Headings that come again, or a title below the first.
bool has_other_report(const std::vector<BlockText>& texts,
                      const Outline& outline, const PageFormat& words) {
  std::set<std::string> sections;
  for (const OutlineSection& section : outline.sections) {
    if (!sections.insert(section.id).second) return true;
  }
  for (std::size_t b = outline.sections.front().heading; b < outline.end; ++b) {
    if (words.title.pattern.matches(texts[b].folded)) return true;
  }
  return false;
}

}  // namespace

bool leave_out_other_tables(PublishedPage& page,
                            const std::vector<BlockText>& texts,
                            const Outline& outline, const ReportFormat& format,
                            const PageFormat& words) {
  if (page.kind == PublishedPage::Kind::xlsx || outline.sections.empty() ||
      has_other_report(texts, outline, words)) {
    return false;
  }
  std::size_t tables = 0;
  std::vector<BlockRange> others;
  for (const OutlineSection& section : outline.sections) {
    const auto own =
        std::ranges::find(format.sections, section.id, &SectionFormat::id);
    const bool has_own = own->content == SectionFormat::Content::table;
    if (!has_own) {
      others.emplace_back(section.heading, section.end);
    } else if (has_table(page, section)) {
      ++tables;
    } else {
      return false;
    }
  }
  bool any = false;
  for (const auto& [first, last] : others) {
    for (std::size_t b = first; b < last && tables > 0; ++b) {
      any = any || !page.blocks[b].grid.cells.empty();
      page.blocks[b].grid.cells.clear();
    }
  }
  return any;
}

std::vector<bool> grids_of_section(const PublishedPage& page,
                                   const Outline& outline,
                                   const ReportFormat& format,
                                   std::size_t table) {
  std::vector<bool> own(page.blocks.size());
  for (const OutlineSection& section : outline.sections) {
    const auto form =
        std::ranges::find(format.sections, section.id, &SectionFormat::id);
    if (form->table != table) continue;
    for (std::size_t b = section.heading; b < section.end; ++b) own[b] = true;
  }
  // The words of a workbook stand on a sheet of their own.
  const bool known = page.kind != PublishedPage::Kind::xlsx &&
                     std::ranges::find(own, true) != own.end();
  std::vector<bool> grids;
  for (std::size_t b = 0; b < page.blocks.size(); ++b) {
    if (page.blocks[b].kind != PageBlock::Kind::table) continue;
    grids.push_back(!known || own[b]);
  }
  return grids;
}

}  // namespace gov_report
