#include "import/other_tables.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "import/figure_looks.h"

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
    if (title_parts(texts[b].folded, words.title)) return true;
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

namespace {

std::vector<CellGrid*> grids_of(PublishedPage& page) {
  std::vector<CellGrid*> grids;
  for (PageBlock& block : page.blocks) {
    if (block.kind == PageBlock::Kind::table) grids.push_back(&block.grid);
  }
  return grids;
}

/// The tables of the form of which most labels stand there, or most headers if
/// there are none.
std::set<std::size_t> tables_in(const CellGrid& grid,
                                const PublishedForm& form) {
  std::set<std::string> words;
  for (const TextCell& cell : grid.cells)
    words.insert(Label(cell.text).words());
  std::vector<std::size_t> all(form.format->tables.size());
  std::vector<std::size_t> there(form.format->tables.size());
  const auto count = [&](std::size_t table, const Label& label) {
    ++all[table];
    there[table] += words.contains(label.words()) ? 1 : 0;
  };
  for (const FormRow& row : form.rows) {
    if (!row.label.empty()) {
      count(row.table, row.label);
      continue;
    }
    for (const Label& column : row.columns) count(row.table, column);
  }
  std::set<std::size_t> tables;
  for (std::size_t t = 0; t < all.size(); ++t) {
    if (there[t] * 2 > all[t]) tables.insert(t);
  }
  return tables;
}

}  // namespace

bool leave_out_tables_of_other_times(PublishedPage& page,
                                     const Captions& captions,
                                     const OtherSense& sense,
                                     const PageTitle& title) {
  const auto is_title = [&](const std::vector<std::string>& lines) {
    return std::ranges::any_of(lines, [&](const std::string& line) {
      return title_parts(line, title) && sense.is_in(line, {});
    });
  };
  const auto is_other = [&](const std::vector<std::string>& lines) {
    return std::ranges::any_of(
        lines, [&](const std::string& line) { return sense.is_in(line, {}); });
  };
  if (std::ranges::all_of(captions, is_other)) return false;
  bool any = false;
  const std::vector<CellGrid*> grids = grids_of(page);
  for (std::size_t g = 0; g < grids.size(); ++g) {
    if (grids[g]->cells.empty() || !is_other(captions[g])) continue;
    if (is_title(captions[g])) return any;  // of another report
    grids[g]->cells.clear();
    any = true;
  }
  return any;
}

bool leave_out_blank_forms(PublishedPage& page, const PublishedForm& form,
                           const FigureWords& words) {
  std::set<std::size_t> in_blank;
  std::set<std::size_t> in_others;
  std::vector<CellGrid*> blank;
  for (CellGrid* grid : grids_of(page)) {
    const bool any =
        std::ranges::any_of(grid->cells, [&](const TextCell& cell) {
          return !trimmed(cell.text).empty() && is_figure(cell.text, words);
        });
    (any ? in_others : in_blank).merge(tables_in(*grid, form));
    if (!any) blank.push_back(grid);
  }
  const std::size_t tables = form.format->tables.size();
  if (in_blank.size() < tables || in_others.size() < tables) return false;
  for (CellGrid* grid : blank) grid->cells.clear();
  return true;
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
