#include "import/published_page.h"

#include "base/text.h"

namespace gov_report {

std::string text_of(const PageBlock& block) {
  std::string text;
  for (const TextRun& run : block.runs) text += run.text;
  return text;
}

void PageBuilder::text(std::string_view piece, Position at) {
  if (piece.empty()) return;
  runs_.push_back({std::string(piece), false, at, {}, 0});
}

void PageBuilder::end_paragraph(int level) {
  bool ink = false;
  for (const TextRun& run : runs_) ink = ink || !trimmed(run.text).empty();
  if (ink) {
    PageBlock block;
    block.kind =
        level > 0 ? PageBlock::Kind::heading : PageBlock::Kind::paragraph;
    block.level = level;
    block.at = runs_.front().at;
    block.runs = std::move(runs_);
    blocks_.push_back(std::move(block));
  }
  runs_.clear();
}

void PageBuilder::table(CellGrid grid, Position at) {
  end_paragraph();
  PageBlock block;
  block.kind = PageBlock::Kind::table;
  block.grid = std::move(grid);
  block.at = at;
  blocks_.push_back(std::move(block));
}

void PageBuilder::picture(Position at) {
  end_paragraph();
  PageBlock block;
  block.kind = PageBlock::Kind::picture;
  block.at = at;
  blocks_.push_back(std::move(block));
}

void PageBuilder::block(PageBlock block) {
  end_paragraph();
  blocks_.push_back(std::move(block));
}

std::vector<PageBlock> PageBuilder::take() {
  end_paragraph();
  return std::move(blocks_);
}

}  // namespace gov_report
