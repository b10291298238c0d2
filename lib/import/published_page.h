// published_page.h - a published file as blocks: paragraphs, tables, pictures,
// in the order a reader meets them. Nothing has a meaning yet.
//
//   places  lines and characters of the file as UTF-8; of a Word file the
//           paragraph and its character, of a workbook the row and column
//   absent  a place that is not known has no line
//   limits  those of the readers; what lay beyond is cut off and said

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "import/cell_grid.h"
#include "narrative/narrative.h"

namespace gov_report {

struct PageBlock {
  enum class Kind { paragraph, heading, table, picture };
  Kind kind = Kind::paragraph;
  int level = 0;              ///< of a heading: from 1
  std::vector<TextRun> runs;  ///< of a paragraph or heading
  CellGrid grid;              ///< of a table
  /// Of a line of a PDF: where each character begins, from the left edge in
  /// hundredths of a point, and where the last ends; of other files empty.
  std::vector<std::uint32_t> across;
  Position at;
};

inline bool is_words(const PageBlock& block) {
  return block.kind == PageBlock::Kind::paragraph ||
         block.kind == PageBlock::Kind::heading;
}

/// The text of a paragraph or heading.
std::string text_of(const PageBlock& block);

struct PublishedPage {
  enum class Kind { html, docx, xlsx, markdown, text };
  std::string file;  ///< how messages name it
  Kind kind = Kind::text;
  std::string title;  ///< what the file says its title is; may be empty
  std::vector<PageBlock> blocks;
  ReadLimit cut = ReadLimit::none;  ///< a part is not in `blocks`
  bool ends_early = false;          ///< the file is not whole (page_end.h)
};

/// Puts a page together: text until something ends the paragraph.
class PageBuilder {
 public:
  void text(std::string_view piece, Position at);
  /// Ends the paragraph; what holds no ink is dropped. `level` 0: no heading.
  void end_paragraph(int level = 0);
  void table(CellGrid grid, Position at);
  void picture(Position at);
  /// One that is put together already.
  void block(PageBlock block);
  std::vector<PageBlock> take();

 private:
  std::vector<PageBlock> blocks_;
  std::vector<TextRun> runs_;
};

}  // namespace gov_report
